import { fold } from '../../../../lib/journal/fold';
import { tick } from '../../../../lib/journal/hlc';
import { AppError } from '../../../../lib/model/app-error';
import { fieldKey } from '../../../../lib/model/field-state';
import type { Op } from '../../../../lib/model/op';
import type { SyncOptions, SyncReport } from '../../../../lib/sync/sync-report';
import type { SyncStore } from '../../../../lib/sync/sync-store';
import { synchronise } from '../../../../lib/sync/synchronise';
import {
  type MemoryStoreOptions,
  type MemorySyncStore,
  memorySyncStore,
} from '../../../fixtures/sync/memory-sync-store';
import type { Faults } from './faults';
import type { FaultyRemote, Observer } from './faulty-remote';
import { hashOf, PLAIN_PACKING } from './plain-packing';

export const PROJECT = '0123456789abcdef0123456789abcdef';

/** What the PCs of one run share: the real time, ids, and the faults put in. */
export interface World {
  time: number;
  nextId(): string;
  nextLabel(): string;
  faults: Faults;
  /** Called when a promise was broken. */
  broken(promise: string): void;
}

export interface Peer {
  readonly store: MemorySyncStore;
  /** What a person has typed here and was told is saved. */
  readonly acknowledged: Map<string, Op>;
  /** Real time and this PC's differ by this. */
  skew: number;
  write(field: number, value: string): Promise<void>;
  sync(remote: FaultyRemote, name: string, more?: Partial<SyncOptions>): Promise<SyncReport | AppError>;
  /** The process ends at the n-th call from now. */
  dieIn(calls: number): void;
  copy(skew: number): Peer;
}

class Killed extends Error {}

export function peer(world: World, skew: number, from?: MemorySyncStore): Peer {
  let callsLeft = Number.POSITIVE_INFINITY;
  const now = () => Math.max(0, world.time + self.skew);
  const options: MemoryStoreOptions = {
    replica: from?.label ?? world.nextLabel(),
    now,
    newLabel: world.nextLabel,
    isOp: () => true,
    hash: hashOf,
    blobsOf: blobsIn,
  };
  const store = from ? from.copy(options) : memorySyncStore(options);
  const live = () => {
    if (--callsLeft < 0) throw new Killed();
  };
  const self: Peer = {
    store,
    acknowledged: new Map(),
    skew,
    async write(field, value) {
      let said = value;
      if (value.startsWith('blob:')) {
        const bytes = new TextEncoder().encode(value);
        await store.keepBlob(bytes);
        said = `blob:${hashOf(bytes)}`;
      }
      const key = fieldKey('i', String(field));
      const heads = fold(store.log.values() as Iterable<Op>).get(key)?.heads ?? [];
      store.clock = tick(store.clock, now());
      const op: Op = {
        id: world.nextId(),
        replica: store.label,
        hlc: store.clock,
        actor: store.label,
        entity: 'i',
        field: String(field),
        value: said,
        parents: heads.map(({ id }) => id),
      };
      store.write(op);
      self.acknowledged.set(op.id, op);
    },
    async sync(remote, name, more = {}) {
      const mortal = world.faults.store(mortalStore(store, live), { remote, name });
      try {
        return await synchronise(
          {
            project: PROJECT,
            actor: store.label,
            target: remote.seenBy(observer(world, store, { remote, name }, live)),
            remote: name,
            store: mortal,
            now,
            ...more,
          },
          world.faults.rules,
          PLAIN_PACKING,
        );
      } catch (thrown) {
        if (thrown instanceof AppError) return thrown;
        if (thrown instanceof Killed) return new AppError('stopped');
        throw thrown;
      } finally {
        callsLeft = Number.POSITIVE_INFINITY;
      }
    },
    dieIn(calls) {
      callsLeft = calls;
    },
    copy: others => peer(world, others, store),
  };
  return self;
}

function* blobsIn(log: MemorySyncStore['log']): Generator<string> {
  for (const { value } of log.values()) {
    if (typeof value === 'string' && value.startsWith('blob:')) yield value.slice(5);
  }
}

/** A transaction happens or does not; the process may end before it, or right after it. */
function mortalStore(store: MemorySyncStore, live: () => void): SyncStore {
  const mortal: SyncStore = { ...store };
  const writes = ['keepSealed', 'keepPack', 'keepPulled', 'mark', 'saveRemote', 'unmark', 'keepBlob'] as const;
  for (const name of writes) {
    const write = store[name] as (...args: unknown[]) => Promise<unknown>;
    Object.assign(mortal, {
      [name]: async (...args: unknown[]) => {
        live();
        const result = await write(...args);
        live();
        return result;
      },
    });
  }
  return mortal;
}

function observer(
  world: World,
  store: MemorySyncStore,
  { remote, name }: { remote: FaultyRemote; name: string },
  live: () => void,
): Observer {
  return {
    live,
    async beforePut(path, bytes, putEver) {
      // With listings that lie nobody can tell that a target was emptied.
      if (remote.rate === 0 && remote.files.size === 0) {
        const marks = await store.marks(name);
        const wasFilled = marks.some(mark => mark.state === 'here' && mark.name.startsWith('log/'));
        if (wasFilled) world.broken('nothing is put on an emptied target before a person has been asked');
      }
      if (!path.includes('/log/') || !path.endsWith('.pal')) return;
      const text = new TextDecoder().decode(bytes);
      for (const [, sha = ''] of text.matchAll(/"blob:([0-9a-f]{64})"/g)) {
        const isThere = [...putEver].some(put => put.endsWith(`/${sha}.pab`));
        if (store.blobBytes.has(sha) && !isThere) world.broken('evidence is there before the records that name it');
      }
    },
    async aroundRemove(path, remove) {
      // Looked at in one moment: reading them takes turns, in which another PC's torn upload may destroy what this is blamed for.
      const was = new Map(remote.files);
      remove();
      const is = new Map(remote.files);
      const [before, after] = [await remote.readable(was), await remote.readable(is)];
      for (const id of before) if (!after.has(id)) world.broken(`collection never removes a readable op (${path})`);
    },
  };
}
