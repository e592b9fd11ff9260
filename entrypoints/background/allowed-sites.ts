import { browser } from 'wxt/browser';
import { openStore } from '../../lib/store/open-store';
import { readPageSites, storePageSites } from '../workspace/page-sites';
import { serverSites } from '../workspace/sharing/server-sites';

let moving: Promise<void> | null = null;

/** Sites whose pages have hints by themselves: wanted by a person, and granted by the browser. */
export async function allowedSites(): Promise<readonly string[]> {
  moving ??= moveOver();
  await moving;
  const wanted = (await readPageSites()) ?? [];
  const { origins = [] } = await browser.permissions.getAll();
  return wanted.filter(site => origins.includes(site));
}

/**
 * Until there was a list of its own, every granted host was a site with hints. What is granted then is taken over, but for servers that
 * campaigns are synced with: nobody asked for hints there.
 */
async function moveOver(): Promise<void> {
  if ((await readPageSites()) !== null) return;
  const { origins = [] } = await browser.permissions.getAll();
  if (origins.length === 0) return storePageSites([]);
  const store = await openStore();
  try {
    const servers = await serverSites(store);
    await storePageSites(origins.filter(site => !servers.has(site)));
  } finally {
    store.close();
  }
}
