import { browser } from 'wxt/browser';
import * as z from 'zod';

/**
 * Sites whose pages a person wants hints on, by pattern. Kept beside the browser's own list of granted hosts, which also holds the servers
 * that campaigns are synced with: neither makes the other one readable. In the extension's storage, where the background reads it
 * without opening the database.
 */
const KEY = 'page-sites';
const schema = z.array(z.string().max(300)).max(2_000);

/** null where the list was never written: before it there was only the browser's. */
export async function readPageSites(): Promise<readonly string[] | null> {
  const kept = await browser.storage.local.get(KEY);
  return schema.safeParse(kept[KEY]).data ?? null;
}

export async function storePageSites(sites: readonly string[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: [...new Set(sites)].sort() });
}

export async function addPageSite(site: string): Promise<void> {
  await storePageSites([...((await readPageSites()) ?? []), site]);
}

export async function dropPageSites(sites: readonly string[]): Promise<void> {
  const all = (await readPageSites()) ?? [];
  await storePageSites(all.filter(one => !sites.includes(one)));
}

/** Told of every change, with what was there before. */
export function onPageSites(heard: (now: readonly string[], before: readonly string[]) => void): () => void {
  const listen = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>, area: string): void => {
    const change = area === 'local' ? changes[KEY] : undefined;
    if (!change) return;
    const read = (value: unknown) => schema.safeParse(value).data ?? [];
    heard(read(change.newValue), read(change.oldValue));
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}
