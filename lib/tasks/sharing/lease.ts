import * as z from 'zod';

/** A lease that its holder has not renewed for this long belongs to a page or a worker that was ended. */
export const LEASE_MS = 2 * 60_000;
/** Who waits looks again after this. */
export const LEASE_LOOK_MS = 1_000;

const lease = z.object({ holder: z.string(), until: z.number() });

/** A place that all pages and the background share. */
export interface LeaseShelf {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
}

interface LeaseGround {
  shelf: LeaseShelf;
  now: () => number;
  /** Of this page or worker and this piece of work. */
  holder: string;
}

/** Runs the work unless another holds the lease; false then. For browsers without Web Locks in extensions. */
export async function withLease(ground: LeaseGround, name: string, work: () => Promise<void>): Promise<boolean> {
  const { shelf, now, holder } = ground;
  const holderNow = async (): Promise<string | null> => {
    const held = lease.safeParse(await shelf.get(name)).data;
    // One that reaches further than a lease can was written by a clock that has been set back since.
    return held && held.until > now() && held.until - now() <= LEASE_MS ? held.holder : null;
  };
  if ((await holderNow()) !== null) return false;
  const renew = () => shelf.set(name, { holder, until: now() + LEASE_MS });
  await renew();
  // Two may have found it free at the same moment: it belongs to who wrote last.
  if ((await holderNow()) !== holder) return false;
  const renewing = setInterval(() => void renew(), LEASE_MS / 4);
  try {
    await work();
    return true;
  } finally {
    clearInterval(renewing);
    if ((await holderNow()) === holder) await shelf.remove(name);
  }
}
