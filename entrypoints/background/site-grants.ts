import { browser } from 'wxt/browser';
import type { OverlayNotice } from '../../lib/messages/overlay-messages';
import { dropPageSites, onPageSites } from '../workspace/page-sites';
import { forgetSite } from './allowed-pages';
import { allowedSites } from './allowed-sites';
import { inject, OVERLAY_SCRIPT } from './inject';

const ID = 'overlay';
let last: Promise<void> = Promise.resolve();

/**
 * Sites that a person granted have the overlay from the start of every page. What was registered is gone after a restart of an unpacked
 * extension, so it is done anew on every start of the worker.
 */
export function keepRegistered(): void {
  // Chromium below 96 cannot register at run time, below 102 there is nothing to grant: the toolbar's click for once remains.
  if (!('registerContentScripts' in browser.scripting)) return;
  browser.runtime.onStartup.addListener(register);
  browser.runtime.onInstalled.addListener(register);
  onPageSites((now, before) => {
    register();
    if (now.some(site => !before.includes(site))) void injectEverywhere();
    const gone = before.filter(site => !now.includes(site));
    if (gone.length === 0) return;
    void Promise.all(gone.map(forgetSite)).then(() => tellAllPages({ do: 'background:overlay:changed' }));
  });
  // Taken away in the browser's own settings.
  browser.permissions.onRemoved.addListener(({ origins = [] }) => void dropPageSites(origins));
  register();
}

/** Pages that are not allowed any more end their overlay when they say hello again. */
export async function tellAllPages(notice: OverlayNotice): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    // Most tabs have no overlay and nobody answers.
    if (id !== undefined) browser.tabs.sendMessage(id, notice).catch(() => {});
  }
}

/** One after another: two at once would both find nothing registered. */
function register(): void {
  last = last.then(registerNow).catch(thrown => console.error('overlay not registered', thrown));
}

async function registerNow(): Promise<void> {
  const sites = await allowedSites();
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (sites.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    matches: [...sites],
    js: [OVERLAY_SCRIPT],
    allFrames: true,
    runAt: 'document_idle' as const,
  };
  if (known.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Into what is open and allowed. A granted site may be a frame in a page of another: its tab does not tell. */
async function injectEverywhere(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) await inject(id);
}
