import { browser } from 'wxt/browser';
import { LEASE_LOOK_MS, type LeaseShelf, withLease } from '../../../lib/tasks/sharing/lease';

/**
 * One sync of a campaign at a time, over all tabs and the background. Two at once would do no harm, only work twice. Web Locks
 * where the browser has them here, else a lease in the extension's storage.
 */
const lockOf = (campaign: string): string => `pingan-fill-sync ${campaign}`;

/** Runs the work unless somebody else is at it; false then. */
export async function ifFree(campaign: string, work: () => Promise<void>): Promise<boolean> {
  const lock = lockOf(campaign);
  if (typeof navigator.locks === 'undefined') return byLease(lock, work);
  return navigator.locks.request(lock, { ifAvailable: true }, async granted => {
    if (!granted) return false;
    await work();
    return true;
  });
}

/** Runs the work once nobody else is at it; not at all where it was called off before. */
export async function inTurn(campaign: string, work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const lock = lockOf(campaign);
  if (typeof navigator.locks === 'undefined') {
    while (!signal.aborted && !(await byLease(lock, work))) {
      await new Promise(resolve => setTimeout(resolve, LEASE_LOOK_MS));
    }
    return;
  }
  try {
    await navigator.locks.request(lock, { signal }, work);
  } catch (thrown) {
    if (!(signal.aborted && thrown instanceof DOMException && thrown.name === 'AbortError')) throw thrown;
  }
}

const shelf: LeaseShelf = {
  get: async name => (await browser.storage.local.get(name))[name],
  set: (name, value) => browser.storage.local.set({ [name]: value }),
  remove: name => browser.storage.local.remove(name),
};

const byLease = (lock: string, work: () => Promise<void>): Promise<boolean> => {
  const holder = crypto.getRandomValues(new Uint32Array(2)).join('-');
  return withLease({ shelf, now: Date.now, holder }, lock, work);
};
