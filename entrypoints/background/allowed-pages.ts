import { browser } from 'wxt/browser';
import { sitePattern } from '../../lib/model/site';
import { allowedSites } from './allowed-sites';

/** Tabs that a person turned on for once, with the site it was done on. A worker that was asleep finds them again from Chromium 102 on. */
const KEY = 'turned-on';
let turnedOn: Record<string, string> | null = null;

export async function allowForOnce(tab: number, site: string): Promise<void> {
  await change(all => ({ ...all, [tab]: site }));
}

export async function forgetTab(tab: number): Promise<void> {
  await change(({ [tab]: _, ...rest }) => rest);
}

export async function forgetSite(site: string): Promise<void> {
  await change(all => Object.fromEntries(Object.entries(all).filter(([, allowed]) => allowed !== site)));
}

/** Whether hints may be on this page: its site is allowed for good, or its tab was turned on while it showed that site. */
export async function isAllowed(tab: number, address: string): Promise<boolean> {
  const site = sitePattern(address);
  if (site === null) return false;
  if ((await read())[tab] === site) return true;
  return (await allowedSites()).includes(site);
}

async function read(): Promise<Record<string, string>> {
  if (turnedOn) return turnedOn;
  const kept = await browser.storage.session?.get(KEY);
  turnedOn ??= (kept?.[KEY] as Record<string, string> | undefined) ?? {};
  return turnedOn;
}

async function change(next: (all: Record<string, string>) => Record<string, string>): Promise<void> {
  await read();
  // No pause between reading and writing: a tab may be closed in the moment another is turned on.
  turnedOn = next(turnedOn ?? {});
  await browser.storage.session?.set({ [KEY]: turnedOn });
}
