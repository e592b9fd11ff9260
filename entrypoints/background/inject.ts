import { browser } from 'wxt/browser';

export const OVERLAY_SCRIPT = 'overlay.js';
const TOOLS_SCRIPT = '/overlay-card.js';
/** Pauses between tries. */
const GRANT_TAKES_MS = [50, 200, 800];

/**
 * Puts the overlay on a page that is open already. With the toolbar's click alone it reaches the page and frames of its own site; other
 * frames once their site is granted. An older instance in the page ends by itself.
 * @returns whether the browser let it
 */
export async function inject(tab: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab, allFrames: true },
      files: [`/${OVERLAY_SCRIPT}`],
    });
    return true;
  } catch {
    // Pages that no extension reaches (the browser's own, IE mode, blocked by policy): the side panel is a guide there.
    return false;
  }
}

/**
 * The same right after the toolbar's click. What it grants reaches the page's process a moment later than the click reaches us
 * (seen: refused 25 to 40 ms after it, with "Cannot access contents of the page").
 */
export async function injectOnClick(tab: number): Promise<void> {
  for (const pause of GRANT_TAKES_MS) {
    if (await inject(tab)) return;
    await new Promise(resolve => setTimeout(resolve, pause));
  }
  await inject(tab);
}

/** The second script, into one frame whose overlay asks for it. */
export async function injectTools(tab: number, frame: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: [TOOLS_SCRIPT] });
}
