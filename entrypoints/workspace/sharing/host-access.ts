import { browser } from 'wxt/browser';
import { AppError } from '../../../lib/model/app-error';
import { readPageSites } from '../page-sites';

/** The browser's permission for one server, and for nothing beside it. */
const originsOf = (address: string): { origins: string[] } => {
  const { protocol, hostname } = parse(address);
  return { origins: [`${protocol}//${hostname}/*`] };
};

export const hasHostAccess = (address: string): Promise<boolean> => browser.permissions.contains(originsOf(address));

/** To be called right from a click: browsers ask at no other time. */
export async function askForHost(address: string): Promise<void> {
  const origins = originsOf(address);
  try {
    if (await browser.permissions.request(origins)) return;
  } catch (cause) {
    // Before Chromium 102 there are no hosts that can be asked for later.
    throw new AppError('sharing-cannot-ask-host', { host: parse(address).host }, { cause });
  }
  throw new AppError('sharing-needs-host', { host: parse(address).host });
}

/** Given back when no campaign uses the server any more, unless its pages have hints. */
export async function giveBackHost(address: string): Promise<void> {
  const { origins } = originsOf(address);
  const wanted = (await readPageSites()) ?? [];
  if (origins.every(site => !wanted.includes(site))) await browser.permissions.remove({ origins });
}

function parse(address: string): URL {
  try {
    const url = new URL(address.trim());
    if (url.protocol === 'https:' || url.protocol === 'http:') return url;
  } catch {
    // Said below, in words.
  }
  throw new AppError('sync-bad-address', { address });
}
