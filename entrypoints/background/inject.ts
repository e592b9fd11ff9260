import { browser } from 'wxt/browser';

export const OVERLAY_SCRIPT = 'overlay.js';
const TOOLS_SCRIPT = '/overlay-card.js';

/**
 * Puts the overlay on a page that is open already. With the toolbar's click alone it reaches the page and frames of its own site; other
 * frames once their site is granted. An older instance in the page ends by itself.
 */
export async function inject(tab: number): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab, allFrames: true },
      files: [`/${OVERLAY_SCRIPT}`],
    });
  } catch {
    // Pages that no extension reaches (the browser's own, IE mode, blocked by policy): the side panel is a guide there.
  }
}

/** The second script, into one frame whose overlay asks for it. */
export async function injectTools(tab: number, frame: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: [TOOLS_SCRIPT] });
}
