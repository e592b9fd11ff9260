import { AppError } from '../../../../lib/model/app-error';
import { readLogName } from '../../../../lib/sync/names';
import { readSegment } from '../../../../lib/sync/segment';
import type { Target } from '../../../../lib/sync/target';
import { listIn } from '../../../../lib/sync/targets/memory';
import { hashOf, PLAIN_PACKING } from './plain-packing';
import type { Random } from './random';

/** A place for files that does everything real ones were seen to do, until it is told to behave. */
export interface FaultyRemote {
  readonly files: Map<string, Uint8Array>;
  /** What one PC sees of it. */
  seenBy(pc: Observer): Target;
  isFaulty: boolean;
  /** How often something goes wrong. */
  rate: number;
  /** Ids of the ops that a fresh PC could read off it now, or off these files. */
  readable(of?: ReadonlyMap<string, Uint8Array>): Promise<Set<string>>;
  /** Somebody outside does something to it. */
  disturb(): void;
}

export interface Observer {
  /** Throws when the PC dies in this very moment. */
  live(): void;
  beforePut(path: string, bytes: Uint8Array, putEver: ReadonlySet<string>): Promise<void>;
  aroundRemove(path: string, remove: () => void): Promise<void>;
}

const dropped = () => new AppError('sync-unreachable', { host: 'remote' });

export function faultyRemote(random: Random): FaultyRemote {
  const files = new Map<string, Uint8Array>();
  const snapshots: Map<string, Uint8Array>[] = [];
  /** Evidence files that were put, or shown in a listing, at some time. */
  const putEver = new Set<string>();
  const contents = new WeakMap<Uint8Array, Set<string>>();

  const remote: FaultyRemote = {
    files,
    isFaulty: true,
    rate: 0.06,
    seenBy: pc => ({
      kind: 'memory',
      async list(folder) {
        await call(pc);
        const listed = listIn(sizes(fault(0.5) ? (snapshots[random.below(snapshots.length)] ?? files) : files), folder);
        for (const { name } of listed) if (name.endsWith('.pab')) putEver.add(`${folder}/${name}`);
        return fault(0.5) ? listed.slice(0, random.below(listed.length + 1)) : listed;
      },
      async get(path) {
        await call(pc);
        const bytes = files.get(path);
        if (bytes && fault(0.5)) return random.chance(0.3) ? null : bytes.slice(0, random.below(bytes.length));
        return bytes ?? null;
      },
      async put(path, bytes, options) {
        await call(pc);
        await pc.beforePut(path, bytes, putEver);
        if (fault(1)) {
          if (!options?.whole) files.set(path, bytes.slice(0, random.below(bytes.length)));
          // The worst servers call a half upload a success.
          if (random.chance(0.7) || options?.whole) throw dropped();
        } else {
          files.set(path, bytes.slice());
          if (fault(0.5)) throw dropped();
        }
        if (path.endsWith('.pab')) putEver.add(path);
      },
      async remove(path) {
        await call(pc);
        await pc.aroundRemove(path, () => files.delete(path));
        if (fault(0.5)) throw dropped();
      },
    }),
    async readable(of = files) {
      const ids = new Set<string>();
      for (const [path, bytes] of of) for (const id of await idsIn(path, bytes)) ids.add(id);
      return ids;
    },
    disturb() {
      const names = [...files.keys()];
      const name = names.length > 0 ? random.pick(names) : undefined;
      const what = random.below(10);
      if (what === 0) files.clear();
      else if (what === 1 && snapshots.length > 0) replace(files, random.pick(snapshots));
      else if (name === undefined) return;
      else if (what < 5) files.delete(name);
      else if (what < 7) copyAside(name);
      else if (what < 9) files.set(name, files.get(name)!.slice(0, random.below(files.get(name)!.length)));
      else snapshots.push(new Map(files));
    },
  };

  const fault = (share: number) => remote.isFaulty && random.chance(remote.rate * share);

  async function call(pc: Observer): Promise<void> {
    pc.live();
    // Others' requests may come in between.
    for (let turns = random.below(3); turns > 0; turns--) await null;
    if (random.chance(0.1) && snapshots.length < 6) snapshots.push(new Map(files));
    if (fault(1)) throw dropped();
  }

  /** As programs of shared drives do when two write at once; sometimes only the copy stays. */
  function copyAside(name: string): void {
    if (!name.endsWith('.pal')) return;
    files.set(name.replace('.pal', random.chance(0.5) ? ' (冲突副本).pal' : '.pal.crswap'), files.get(name)!);
    if (random.chance(0.5)) files.delete(name);
  }

  async function idsIn(path: string, bytes: Uint8Array): Promise<Set<string>> {
    const known = contents.get(bytes);
    if (known) return known;
    const ids = new Set<string>();
    const name = readLogName(path.slice(path.lastIndexOf('/') + 1));
    if (path.includes('/log/') && name && hashOf(bytes).startsWith(name.sha32 ?? '-')) {
      const { records } = await readSegment(bytes, [], PLAIN_PACKING);
      for (const record of records ?? []) ids.add((record as { id: string }).id);
    }
    contents.set(bytes, ids);
    return ids;
  }
  return remote;
}

function replace(files: Map<string, Uint8Array>, by: ReadonlyMap<string, Uint8Array>): void {
  files.clear();
  for (const [name, bytes] of by) files.set(name, bytes);
}

function* sizes(files: ReadonlyMap<string, Uint8Array>): Generator<[string, number]> {
  for (const [name, bytes] of files) yield [name, bytes.length];
}
