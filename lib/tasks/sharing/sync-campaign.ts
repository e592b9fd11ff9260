import { type AppError, toAppError } from '../../model/app-error';
import type { Campaign } from '../../model/campaign';
import { randomId } from '../../model/random-id';
import type { SyncProgress, SyncReport } from '../../sync/sync-report';
import { synchronise } from '../../sync/synchronise';
import type { Target } from '../../sync/target';
import { shareFacts } from './campaign-facts';
import { campaignSyncStore } from './campaign-sync-store';
import { type HeldMerge, lookFirst } from './merge-size';
import { doorOf } from './private-door';
import { keepStatus, readStatus, remoteOf, type SharingPlace } from './sharing-settings';
import type { SharingStore } from './sharing-store';

export interface SyncRequest {
  store: SharingStore;
  campaign: Campaign;
  place: SharingPlace;
  /** Throws where the browser's leave or a password is missing. */
  open: () => Promise<Target>;
  actor: string;
  /** How this PC is called in others' histories. */
  pc: string;
  /** For the list of merges: where it came from, as the person knows it. */
  from: string;
  now: () => number;
  /** Takes also what changes much of the table: a person has looked at it. */
  takeAll?: boolean;
  /** A person has seen that the target was emptied or is another, and wants everything put there. */
  refill?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: SyncProgress) => void;
}

export interface SyncOutcome {
  report: SyncReport;
  held: HeldMerge | null;
}

/** One sync of one campaign with its place; the status that everybody sees is written whatever comes of it. */
export async function syncCampaign(request: SyncRequest): Promise<SyncOutcome> {
  const { store, campaign, place, actor, from, now, refill, signal, onProgress } = request;
  const { id } = campaign;
  const begunAt = now();
  const before = await readStatus(store, id);
  try {
    const target = await request.open();
    await shareFacts(store, campaign, request.pc);
    const looking = lookFirst(store, campaign, request.takeAll ?? false);
    const report = await synchronise({
      project: id,
      actor,
      target,
      remote: remoteOf(place),
      store: campaignSyncStore(store, campaign, { note: { group: randomId(8), from } }),
      now,
      accept: looking.accept,
      ...(refill ? { refill } : {}),
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress } : {}),
    });
    await keepStatus(store, id, {
      syncedAt: now(),
      begunAt,
      triedAt: now(),
      error: null,
      held: looking.held?.changes.length ?? 0,
      waiting: (await doorOf(store, id)).wait.length,
      // Stays shown until a sync with newer edits of that PC shows it to be right.
      clocksAhead: report.pulled > 0 ? report.merged.clocksAhead : before.clocksAhead,
      newer: (await store.segments(id).list()).filter(({ parked }) => parked === 'newer-version').length,
      // Read anew: it may have been put aside while this went on.
      cloned: report.cloned || (await readStatus(store, id)).cloned,
    });
    return { report, held: looking.held };
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code !== 'stopped') {
      const { code, details } = error;
      await keepStatus(store, id, {
        ...(await readStatus(store, id)),
        triedAt: now(),
        error: { code, details: plainDetails(details) },
      });
    }
    throw error;
  }
}

/** Names and numbers only, as an error's details are. */
function plainDetails(details: AppError['details']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(details).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, value] as const] : [],
    ),
  );
}
