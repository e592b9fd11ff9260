import * as z from 'zod';
import type { Campaign } from '../../model/campaign';
import type { HeldSegment } from '../../sync/sync-store';
import { campaignSyncStore } from './campaign-sync-store';
import { remoteOf, type SharingPlace } from './sharing-settings';
import type { SharingStore } from './sharing-store';

const counted = z.object({ records: z.number() });

/**
 * How many edits lie in files that are, as far as we know, not at the place: the line broke, the browser was ended, or they came
 * by hand in a package. Edits that are in no file yet are not counted here. Reads every file: not for each letter typed.
 */
export async function countUnsentInFiles(
  store: SharingStore,
  campaign: Campaign,
  place: SharingPlace,
): Promise<number> {
  const sync = campaignSyncStore(store, campaign, { note: null });
  const [files, marks] = await Promise.all([sync.segments(), sync.marks(remoteOf(place))]);
  const there = new Set(marks.flatMap(({ state, segment }) => (state === 'here' && segment ? [segment] : [])));
  return unsentFiles(files, there).reduce((sum, file) => sum + recordsOf(file), 0);
}

/** Files that stand for themselves and are not there, neither whole nor in the parts that they were packed from. */
function unsentFiles(files: readonly HeldSegment[], there: ReadonlySet<string>): HeldSegment[] {
  const byName = new Map(files.map(file => [file.name, file]));
  const covered = new Set(files.flatMap(({ header, parked }) => (parked === null ? header.covers : [])));
  const isSent = (name: string): boolean => {
    if (there.has(name)) return true;
    const parts = byName.get(name)?.header.covers ?? [];
    return parts.length > 0 && parts.every(isSent);
  };
  return files.filter(({ name }) => !covered.has(name) && !isSent(name));
}

/** A header of a newer version may not tell. */
const recordsOf = ({ header }: HeldSegment): number => counted.safeParse(header).data?.records ?? 1;
