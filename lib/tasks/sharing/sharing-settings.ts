import * as z from 'zod';
import type { SharingStore } from './sharing-store';

/** Where a campaign is shared. Passwords are not here: they lie in the extension's own storage, outside of every backup. */
export const sharingPlace = z.discriminatedUnion('way', [
  z.object({ way: z.literal('webdav'), address: z.string(), user: z.string() }),
  /** `id` names the stored handle of the folder; a folder chosen anew is another. */
  z.object({ way: z.literal('folder'), id: z.string(), name: z.string() }),
]);
export type SharingPlace = z.infer<typeof sharingPlace>;

const sharingSettings = z.object({ place: sharingPlace, isOn: z.boolean() });
export type SharingSettings = z.infer<typeof sharingSettings>;

/** What the last syncs came to. Kept, so that every tab and the next start can show it. */
export const sharingStatus = z.object({
  /** Our clock when all was exchanged last; null before the first time. */
  syncedAt: z.number().nullable(),
  /** Our clock when that exchange began: what was entered before has been sent. Earlier versions did not say. */
  begunAt: z.number().nullable().default(null),
  /** When it was tried last. */
  triedAt: z.number().nullable(),
  error: z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  /** Edits of others that wait for a look, because they change much of the table. */
  held: z.number(),
  /** Edits that wait for a decision about the ID-card or mobile numbers in them. */
  waiting: z.number().default(0),
  /** PCs whose clock is more than a day ahead, by label. */
  clocksAhead: z.array(z.string()),
  /** Files of newer versions that are kept but not read. */
  newer: z.number(),
  /** A copy of this browser profile was found, and ours got another label; until somebody has taken note of it. */
  cloned: z.boolean(),
});
export type SharingStatus = z.infer<typeof sharingStatus>;

export const NOT_YET: SharingStatus = {
  syncedAt: null,
  begunAt: null,
  triedAt: null,
  error: null,
  held: 0,
  waiting: 0,
  clocksAhead: [],
  newer: 0,
  cloned: false,
};

const SETTINGS = 'sharing';
const STATUS = 'sharing-status';

export const readSharing = (store: SharingStore, campaign: string): Promise<SharingSettings | null> =>
  store.remotes(campaign).get(SETTINGS, sharingSettings);

export const keepSharing = (store: SharingStore, campaign: string, settings: SharingSettings): Promise<void> =>
  store.remotes(campaign).put(SETTINGS, settings);

export const forgetSharing = (store: SharingStore, campaign: string): Promise<void> =>
  store.remotes(campaign).forget(SETTINGS);

export function watchSharing(
  store: SharingStore,
  campaign: string,
  callback: (settings: SharingSettings | null) => void,
  signal: AbortSignal,
): void {
  store.remotes(campaign).watch(SETTINGS, sharingSettings, callback, { signal });
}

export const readStatus = async (store: SharingStore, campaign: string): Promise<SharingStatus> =>
  (await store.remotes(campaign).get(STATUS, sharingStatus)) ?? NOT_YET;

export const keepStatus = (store: SharingStore, campaign: string, status: SharingStatus): Promise<void> =>
  store.remotes(campaign).put(STATUS, status);

/** Somebody has taken note of a copied profile: shown again only when another copy is found. */
export async function noteClone(store: SharingStore, campaign: string): Promise<void> {
  await keepStatus(store, campaign, { ...(await readStatus(store, campaign)), cloned: false });
}

export function watchStatus(
  store: SharingStore,
  campaign: string,
  callback: (status: SharingStatus) => void,
  signal: AbortSignal,
): void {
  store.remotes(campaign).watch(STATUS, sharingStatus, status => callback(status ?? NOT_YET), { signal });
}

/** What the store knows of a target is kept under this; another address or folder is another target. */
export const remoteOf = (place: SharingPlace): string =>
  place.way === 'webdav' ? `webdav ${place.address.replace(/\/*$/, '')}` : `folder ${place.id}`;
