import { readSegment } from '../../../../lib/sync/segment';
import { SYNC_RULES, type SyncRules } from '../../../../lib/sync/sync-rules';
import type { SyncStore } from '../../../../lib/sync/sync-store';
import type { MemorySyncStore } from '../../../fixtures/sync/memory-sync-store';
import { type Faults, NO_FAULTS } from './faults';
import { PLAIN_PACKING } from './plain-packing';

/** A deliberate fault, and a run that shows it. `npm run soak -- mutants` searches the seeds anew. */
export interface Mutant {
  faults: Faults;
  seed: number;
}

const withRules = (rules: Partial<SyncRules>): Faults => ({ ...NO_FAULTS, rules: { ...NO_FAULTS.rules, ...rules } });

const withStore = (change: (store: SyncStore & MemorySyncStore, where: Where) => Partial<SyncStore>): Faults => ({
  ...NO_FAULTS,
  store: (store, where) => ({ ...store, ...change(store as SyncStore & MemorySyncStore, where) }),
});
type Where = Parameters<Faults['store']>[1];

const timeOf = (name: string): number => Number.parseInt(name.split('-')[1] ?? '', 36);
const YEAR = 365 * 24 * 60 * 60 * 1000;

export const MUTANTS: Record<string, Mutant> = {
  'a listed file counts as whole, whatever its size': {
    faults: withRules({
      pushing: (held, place) => (place.listed ? null : SYNC_RULES.pushing(held, place)),
    }),
    seed: 11,
  },
  'what was put there once is there for good': {
    faults: withRules({
      pushing: (held, place) => (place.mark?.state === 'here' ? null : SYNC_RULES.pushing(held, place)),
    }),
    seed: 15,
  },
  'what is absent was deleted': {
    faults: withStore((store, { remote, name }) => ({
      async saveRemote(_, state) {
        for (const mark of await store.marks(name)) {
          const segment = store.kept.get(mark.segment ?? '');
          if (!segment || [...remote.files.keys()].some(path => path.endsWith(mark.name))) continue;
          const { records } = await readSegment(segment.bytes, [], PLAIN_PACKING);
          for (const record of records ?? []) store.log.delete((record as { id: string }).id);
        }
        await store.saveRemote(name, state);
      },
    })),
    seed: 451,
  },
  'an emptied target is filled again unasked': { faults: withRules({ isGone: () => false }), seed: 216 },
  'files are taken away because they are old': {
    faults: withRules({ isCollectable: (_, isAnother) => isAnother }),
    seed: 152,
  },
  'a pack lacks one of the records it stands for': {
    faults: withRules({ packed: records => records.slice(0, -1) }),
    seed: 1,
  },
  'the clock is the cursor: what seems older than a day is not read': {
    faults: withRules({
      isToRead: (listed, mark, now) => timeOf(listed.name) > now - YEAR / 365 && SYNC_RULES.isToRead(listed, mark, now),
    }),
    seed: 1,
  },
  'edits of clocks far ahead are refused': {
    faults: withStore(store => ({
      keepPulled: (segments, records) =>
        store.keepPulled(
          segments,
          records.filter(record => (record as { hlc: { time: number } }).hlc.time < Date.UTC(2023, 5, 1) + YEAR),
        ),
    })),
    seed: 1,
  },
  'label and count are taken for the identity of a file': {
    faults: withStore(store => ({
      async keepPulled(segments, records) {
        const known = new Set([...store.kept.values()].map(({ header }) => `${header.replica} ${header.n}`));
        const isNew = segments.filter(({ header }) => !known.has(`${header.replica} ${header.n}`));
        const contents = await Promise.all(isNew.map(({ bytes }) => readSegment(bytes, [], PLAIN_PACKING)));
        const taken = isNew.length < segments.length ? contents.flatMap(content => content.records ?? []) : records;
        return store.keepPulled(segments, taken);
      },
    })),
    seed: 19,
  },
  'edits count as sealed before their segment is kept': {
    faults: withStore(store => ({
      async keepSealed(segment, ids) {
        await store.keepPulled(
          [],
          ids.map(id => store.log.get(id)),
        );
        await store.keepSealed(segment, ids);
      },
    })),
    seed: 12,
  },
  'conflict copies and swap files are passed over': {
    faults: withRules({
      isToRead: (listed, mark, now) => !/冲突|crswap/.test(listed.name) && SYNC_RULES.isToRead(listed, mark, now),
    }),
    seed: 6084,
  },
  'older folders are not looked into again': { faults: withRules({ isFullDue: fullAt => fullAt === null }), seed: 39 },
  'records go before the evidence that they name': { faults: withRules({ blobsFirst: false }), seed: 2 },
  'what was torn once is never read again': {
    faults: withRules({ isToRead: (listed, mark, now) => !mark && SYNC_RULES.isToRead(listed, mark, now) }),
    seed: 35,
  },
};

/** The first seed from here on whose run shows the fault, and that is clean without it; null after so many runs. */
export async function searchSeed(
  { faults }: Mutant,
  from: number,
  runs: number,
  simulate: (seed: number, faults?: Faults) => Promise<string | null>,
): Promise<number | null> {
  for (let seed = from; seed < from + runs; seed++) if ((await simulate(seed, faults)) !== null) return seed;
  return null;
}
