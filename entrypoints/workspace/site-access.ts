import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { GrantedSite } from '../../components/page/site-list';

/** Chromium below 102 has no hosts to grant, below 96 no scripts to register for them. */
export const canGrant = (): boolean =>
  'registerContentScripts' in browser.scripting &&
  'optional_host_permissions' in browser.runtime.getManifest() &&
  Number(/Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 999) >= 102;

/** Must be called in the turn of a click. false where the person declined. */
export const grantSite = (pattern: string): Promise<boolean> => browser.permissions.request({ origins: [pattern] });

export const revokeSite = (pattern: string): Promise<boolean> => browser.permissions.remove({ origins: [pattern] });

/** Granted sites, and what becomes of them while this page is open. */
export function useSites(): readonly GrantedSite[] {
  const [sites, setSites] = useState<readonly GrantedSite[]>([]);
  useEffect(() => {
    const read = (): void => {
      void browser.permissions.getAll().then(({ origins = [] }) => {
        const fixed = browser.runtime.getManifest().host_permissions ?? [];
        setSites([...origins].sort().map(pattern => ({ pattern, isFixed: fixed.includes(pattern) })));
      });
    };
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return sites;
}
