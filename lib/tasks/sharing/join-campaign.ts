import { fold } from '../../journal/fold';
import { readOp } from '../../journal/read-op';
import { AppError } from '../../model/app-error';
import type { Campaign } from '../../model/campaign';
import type { Op } from '../../model/op';
import { sha256Hex } from '../../model/sha256';
import { openProjectKeys, type ProjectKey } from '../../sync/project-key';
import type { SegmentWithBytes, SyncStore } from '../../sync/sync-store';
import { synchronise } from '../../sync/synchronise';
import type { Target } from '../../sync/target';
import { keepAnswers, readFacts } from './campaign-facts';
import { campaignSyncStore, keepKeys } from './campaign-sync-store';
import { remoteMemory } from './remote-memory';
import type { SharingStore } from './sharing-store';

interface Joining {
  store: SharingStore;
  target: Target;
  /** The campaign's id, as `findProjects` tells it. */
  project: string;
  passphrase: string | null;
  now: () => number;
  signal?: AbortSignal;
}

/**
 * Brings a campaign that was begun on another PC here. Everything is read and checked first, so that a campaign is either
 * here with its workbook or not at all. Throws `sync-needs-passphrase` where it is encrypted.
 */
export async function joinCampaign({ store, target, project, passphrase, now, signal }: Joining): Promise<Campaign> {
  const keys = passphrase === null ? [] : await openProjectKeys(target, project, passphrase);
  const read = readingStore(keys);
  const options = {
    project,
    actor: '',
    target,
    remote: '',
    now,
    direction: 'take' as const,
    ...(signal ? { signal } : {}),
  };
  await synchronise({ ...options, store: read.store });
  if (read.segments.some(({ parked }) => parked === 'no-key')) throw new AppError('sync-needs-passphrase');
  const known = readFacts(fold(read.ops));
  const workbook = known && read.blobs.get(known.facts.workbookSha);
  if (!known || !workbook) {
    const isNewer = read.segments.some(({ parked }) => parked === 'newer-version');
    throw new AppError(isNewer ? 'sharing-newer' : 'sharing-incomplete');
  }
  const time = now();
  const campaign: Campaign = {
    ...known.facts,
    id: project,
    progress: { indicators: 0, filled: 0 },
    createdAt: time,
    updatedAt: time,
  };
  await store.blobs.put(workbook);
  await store.join(campaign);
  if (keys.length > 0) await keepKeys(store, project, keys);
  await campaignSyncStore(store, campaign, { note: null }).keepPulled(read.segments, read.records);
  await keepAnswers(store, project, known.answers);
  return (await store.campaigns.get(project)) ?? campaign;
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
