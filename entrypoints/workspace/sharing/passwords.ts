import { browser } from 'wxt/browser';
import * as z from 'zod';

const keyOf = (campaign: string): string => `sharing-password:${campaign}`;

/** Passwords of servers lie in the extension's own storage and nowhere else: not in the database, so in no backup or package. */
export async function readPassword(campaign: string): Promise<string | null> {
  const key = keyOf(campaign);
  const stored = await browser.storage.local.get(key);
  return z.string().safeParse(stored[key]).data ?? null;
}

export const keepPassword = (campaign: string, password: string): Promise<void> =>
  browser.storage.local.set({ [keyOf(campaign)]: password });

export const forgetPassword = (campaign: string): Promise<void> => browser.storage.local.remove(keyOf(campaign));
