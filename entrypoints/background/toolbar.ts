import type { Browser } from 'wxt/browser';
import { sitePattern } from '../../lib/model/site';
import { allowForOnce } from './allowed-pages';
import { injectOnClick } from './inject';
import { openPanel } from './open-panel';
import { showWorkspace } from './workspace-tab';

/** On a page: hints for once, and the side panel. Elsewhere: the workspace. */
export function turnOn(tab: Browser.tabs.Tab): void {
  const { id, url } = tab;
  if (id === undefined || url === undefined || !/^(?:https?|file|ftp):/.test(url)) {
    void showWorkspace();
    return;
  }
  openPanel(tab);
  const site = sitePattern(url);
  if (site !== null) void allowForOnce(id, site).then(() => injectOnClick(id));
}
