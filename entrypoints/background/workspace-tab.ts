import { browser } from 'wxt/browser';

/** Opens the workspace, or brings the tab forward where it is open already: two tabs of one campaign would only confuse. */
export async function showWorkspace(hash = ''): Promise<void> {
  const url = new URL('/workspace.html', self.location.href).href;
  // Our own pages are found without the "tabs" permission.
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url: url + hash });
    return;
  }
  await browser.tabs.update(open.id, { active: true, ...(hash === '' ? {} : { url: url + hash }) });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
