import { browser } from 'wxt/browser';
import * as z from 'zod';

/** A lease that its holder has not renewed for this long belongs to a page or a worker that was ended. */
const LEASE_MS = 2 * 60_000;
const lease = z.object({ holder: z.string(), until: z.number() });

/**
 * Runs the work unless another tab or the background is at it already; false then. Two at once would do no harm, only work
 * twice. Web Locks where the browser has them here, else a lease in the extension's storage.
 */
export async function exclusively(name: string, work: () => Promise<void>): Promise<boolean> {
  const lock = `pingan-fill-sync ${name}`;
  if (typeof navigator.locks === 'undefined') return withLease(lock, work);
  return navigator.locks.request(lock, { ifAvailable: true }, async granted => {
    if (!granted) return false;
    await work();
    return true;
  });
}

async function withLease(name: string, work: () => Promise<void>): Promise<boolean> {
  const held = lease.safeParse((await browser.storage.local.get(name))[name]).data;
  if (held && held.until > Date.now() && held.until - Date.now() <= LEASE_MS) return false;
  const holder = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const renew = () => browser.storage.local.set({ [name]: { holder, until: Date.now() + LEASE_MS } });
  await renew();
  const renewing = setInterval(() => void renew(), LEASE_MS / 4);
  try {
    await work();
    return true;
  } finally {
    clearInterval(renewing);
    await browser.storage.local.remove(name);
  }
}
