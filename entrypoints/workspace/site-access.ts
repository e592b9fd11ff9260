import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { SharingStore } from '../../lib/tasks/sharing/sharing-store';
import { addPageSite, dropPageSites, onPageSites, readPageSites } from './page-sites';
import { serverSites } from './sharing/server-sites';

/** Chromium below 102 has no hosts to grant, below 96 no scripts to register for them. */
export const canGrant = (): boolean =>
  'registerContentScripts' in browser.scripting &&
  'optional_host_permissions' in browser.runtime.getManifest() &&
  Number(/Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 999) >= 102;

/** Must be called in the turn of a click. false where the person declined. A server of ours is granted already, and asked for no more. */
export async function grantSite(pattern: string): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: [pattern] });
  if (granted) await addPageSite(pattern);
  return granted;
}

/** No more hints there. The browser's leave is given back too, unless a campaign is synced with that server: 'kept'. */
export async function revokeSite(pattern: string, store: SharingStore): Promise<'revoked' | 'kept'> {
  await dropPageSites([pattern]);
  if ((await serverSites(store)).has(pattern)) return 'kept';
  await browser.permissions.remove({ origins: [pattern] });
  return 'revoked';
}

/** Sites with hints, and what becomes of them while this page is open. */
export function useSites(): readonly string[] {
  const [sites, setSites] = useState<readonly string[]>([]);
  useEffect(() => {
    void readPageSites().then(all => setSites(all ?? []));
    return onPageSites(setSites);
  }, []);
  return sites;
}
