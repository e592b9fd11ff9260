import { browser } from 'wxt/browser';

const PANEL = '/sidepanel.html';

/**
 * Beside the page where the browser has a side panel (Chromium 114, Firefox), else in a small window. Must be called in the very
 * turn of the person's click, or the browser refuses.
 */
export function openPanel(tab: { id?: number | undefined; windowId?: number | undefined }): void {
  if (browser.sidePanel && 'open' in browser.sidePanel && tab.windowId !== undefined) {
    browser.sidePanel.open({ windowId: tab.windowId }).catch(() => openWindow(tab.id));
    return;
  }
  if ('sidebarAction' in browser) {
    (browser.sidebarAction as { open(): Promise<void> }).open().catch(() => openWindow(tab.id));
    return;
  }
  void openWindow(tab.id);
}

/** One window for all: it is told which tab it stands beside. */
async function openWindow(tab: number | undefined): Promise<void> {
  const page = new URL(PANEL, self.location.href).href;
  const url = tab === undefined ? page : `${page}#tab=${tab}`;
  const [open] = await browser.tabs.query({ url: `${page}*` });
  if (open?.id !== undefined) {
    await browser.tabs.update(open.id, { url, active: true });
    if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
    return;
  }
  await browser.windows.create({ url, type: 'popup', width: 440, height: 760 });
}
