import { fold } from '../../journal/fold';
import { readOp } from '../../journal/read-op';
import { AppError } from '../../model/app-error';
import type { JournalState } from '../../model/field-state';
import type { Op } from '../../model/op';
import { sha256Hex } from '../../model/sha256';
import type { ProjectKey } from '../../sync/project-key';
import type { SyncReport } from '../../sync/sync-report';
import type { SegmentWithBytes, SyncStore } from '../../sync/sync-store';
import { synchronise } from '../../sync/synchronise';
import type { Target } from '../../sync/target';
import { FACT_AUTHOR, readFacts } from './campaign-facts';
import { remoteMemory } from './remote-memory';

interface Reading {
  target: Target;
  /** The campaign's id, as `findProjects` tells it. */
  project: string;
  keys: readonly ProjectKey[];
  now: () => number;
  signal?: AbortSignal;
}

/** A campaign as it lies on a target, whole, in memory. */
export interface ReadProject extends NonNullable<ReturnType<typeof readFacts>> {
  state: JournalState;
  /** As received: the bytes that its facts name. */
  workbook: Uint8Array;
  segments: readonly SegmentWithBytes[];
  records: readonly unknown[];
  /** Files of the log that cannot be read here, with the reason; and those that are not whole. */
  parked: SyncReport['parked'];
  torn: readonly string[];
  /** When the last entry was made, by the clock of whoever made it; null where nothing was entered. */
  lastEdit: number | null;
}

/**
 * Reads all of a campaign without keeping anything here.
 * @throws AppError `sync-needs-passphrase`, `sharing-newer`, `sharing-incomplete`
 */
export async function readProject({ target, project, keys, now, signal }: Reading): Promise<ReadProject> {
  const read = readingStore(keys);
  const report = await synchronise({
    project,
    actor: '',
    target,
    remote: '',
    now,
    direction: 'take',
    store: read.store,
    ...(signal ? { signal } : {}),
  });
  const { parked, torn } = report;
  // With a key, what is left under an older one comes once somebody who has both keys has synced.
  if (keys.length === 0 && parked.some(({ reason }) => reason === 'no-key'))
    throw new AppError('sync-needs-passphrase');
  const state = fold(read.ops);
  const known = readFacts(state);
  const workbook = known && read.blobs.get(known.facts.workbookSha);
  if (!known || !workbook) {
    const isNewer = parked.some(({ reason }) => reason === 'newer-version');
    throw new AppError(isNewer ? 'sharing-newer' : 'sharing-incomplete');
  }
  const lastEdit = read.ops.reduce<number | null>(
    (last, { actor, hlc }) => (actor === FACT_AUTHOR ? last : Math.max(last ?? hlc.time, hlc.time)),
    null,
  );
  return { ...known, state, workbook, segments: read.segments, records: read.records, parked, torn, lastEdit };
}

/** A store in memory that only reads. */
function readingStore(keys: readonly ProjectKey[]) {
  const segments: SegmentWithBytes[] = [];
  const records: unknown[] = [];
  const ops: Op[] = [];
  const blobs = new Map<string, Uint8Array>();
  const store: SyncStore = {
    ...remoteMemory(),
    replica: async () => '00000000',
    renameReplica: async () => '00000000',
    unsealed: async () => [],
    keepSealed: async () => {},
    keepPack: async () => {},
    async keepPulled(pulled, more) {
      segments.push(...pulled);
      for (const record of more) {
        records.push(record);
        const read = readOp(record);
        if (read.kind === 'op') ops.push(read.record);
      }
      return { added: more.length, notUnderstood: 0, refused: 0, clocksAhead: [], changed: [] };
    },
    segments: async () => [],
    bytesOf: async () => null,
    async blobs() {
      const sha = readFacts(fold(ops))?.facts.workbookSha;
      return sha === undefined ? [] : [{ sha, isHeld: blobs.has(sha) }];
    },
    blob: async sha => blobs.get(sha) ?? null,
    async keepBlob(bytes) {
      blobs.set(await sha256Hex(bytes), bytes);
    },
    keys: async () => [...keys],
  };
  return { store, segments, records, ops, blobs };
}
