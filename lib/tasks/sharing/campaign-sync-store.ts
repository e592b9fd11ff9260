import * as z from 'zod';
import type { Campaign } from '../../model/campaign';
import type { Segment } from '../../store/segments';
import { type ProjectKey, sortKeys } from '../../sync/project-key';
import { anyHeader } from '../../sync/segment-header';
import type { HeldSegment, Mark, RemoteState, SegmentWithBytes, SyncStore } from '../../sync/sync-store';
import { readFacts } from './campaign-facts';
import { doorOf } from './private-door';
import { remoteMemory } from './remote-memory';
import type { SharingStore } from './sharing-store';

const parkReason = z.enum(['newer-version', 'unknown-cipher', 'no-key', 'unreadable']).nullable();
const remoteState: z.ZodType<RemoteState> = z.object({
  fullAt: z.number().nullable(),
  blobsAt: z.number().nullable(),
  epoch: z.number().int().positive(),
});
const mark: z.ZodType<Mark> = z.object({
  name: z.string(),
  state: z.enum(['here', 'torn', 'strange']),
  size: z.number().nullable(),
  at: z.number(),
  segment: z.string().exactOptional(),
});
const bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array);
const cryptoKey = z.custom<CryptoKey>(value => value instanceof CryptoKey);
const keys: z.ZodType<ProjectKey[]> = z.array(
  z.object({ id: z.string(), generation: z.number().default(1), aes: cryptoKey, mac: cryptoKey, file: bytes }),
);

/** Where a campaign's keys lie: not extractable, and in no backup. */
const KEYS = 'keys';

export const readKeys = async (store: SharingStore, campaign: string): Promise<ProjectKey[]> =>
  (await store.remotes(campaign).get(KEYS, keys)) ?? [];

/** Joins these to the keys that are known. */
export async function keepKeys(store: SharingStore, campaign: string, more: readonly ProjectKey[]): Promise<void> {
  const known = new Map([...(await readKeys(store, campaign)), ...more].map(key => [key.id, key]));
  await store.remotes(campaign).put(KEYS, sortKeys(known.values()));
}

interface Options {
  /** For the list of merges. `null` takes things in without a note: on joining there is nothing to go back to. */
  note: { group: string; from: string } | null;
  /** Nothing is remembered of the target. */
  isOnce?: boolean;
}

/** The store of one campaign as syncing wants it. */
export function campaignSyncStore(store: SharingStore, campaign: Campaign, { note, isOnce }: Options): SyncStore {
  const { id } = campaign;
  const [segments, remotes] = [store.segments(id), store.remotes(id)];
  return {
    replica: async () => store.replica(),
    renameReplica: () => store.renameReplica(),
    unsealed: async () => (await doorOf(store, id)).go,
    keepSealed: (segment, ids) => segments.seal(plain(segment), segment.bytes, ids),
    keepPack: pack => segments.keepPack(plain(pack), pack.bytes, pack.header.covers),
    keepPulled: (pulled, records) =>
      segments.take(
        pulled.map(segment => ({ segment: plain(segment), bytes: segment.bytes })),
        records,
        note ?? undefined,
      ),
    segments: async () => (await segments.list()).map(held),
    bytesOf: name => segments.bytesOf(name),
    ...(isOnce
      ? remoteMemory()
      : {
          remote: remote => remotes.get(remote, remoteState),
          saveRemote: (remote, state) => remotes.put(remote, state),
          marks: remote => remotes.marks(remote, mark),
          mark: (remote, marks) => remotes.mark(remote, marks),
          unmark: (remote, names) => remotes.unmark(remote, names),
          forgetRemote: remote => remotes.forget(remote),
        }),
    async blobs() {
      const named = readFacts(await store.journal(id).state())?.facts.workbookSha;
      const shas = new Set([campaign.workbookSha, ...(named === undefined ? [] : [named])]);
      return Promise.all([...shas].map(async sha => ({ sha, isHeld: (await store.blobs.get(sha)) !== null })));
    },
    blob: sha => store.blobs.get(sha),
    async keepBlob(content) {
      await store.blobs.put(content);
    },
    keys: () => readKeys(store, id),
  };
}

const plain = ({ name, size, header, parked }: HeldSegment | SegmentWithBytes): Segment => ({
  name,
  size,
  header,
  parked,
});

const held = ({ name, size, header, parked }: Segment): HeldSegment => ({
  name,
  size,
  header: anyHeader.parse(header),
  parked: parkReason.parse(parked),
});
