import { checkStopped } from '../check-stopped';
import type { Listed, Target } from '../target';

export interface MemoryTarget extends Target {
  /** By name; to be looked at and tampered with. */
  readonly files: Map<string, Uint8Array>;
}

/** Files in memory: what a package is made of, and what simulations break. */
export function memoryTarget(files = new Map<string, Uint8Array>(), kind: Target['kind'] = 'memory'): MemoryTarget {
  return {
    kind,
    files,
    async list(folder, call) {
      checkStopped(call?.signal);
      return listIn(sizes(files), folder);
    },
    async get(name, call) {
      checkStopped(call?.signal);
      return files.get(name) ?? null;
    },
    async put(name, bytes, call) {
      checkStopped(call?.signal);
      files.set(name, bytes.slice());
    },
    async remove(name, call) {
      checkStopped(call?.signal);
      files.delete(name);
    },
  };
}

function* sizes(files: ReadonlyMap<string, Uint8Array>): Generator<[string, number]> {
  for (const [name, bytes] of files) yield [name, bytes.length];
}

/** What stands in a folder, of files known by their whole names. */
export function listIn(files: Iterable<readonly [name: string, size: number]>, folder: string): Listed[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const listed = new Map<string, Listed>();
  for (const [path, size] of files) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...below] = path.slice(prefix.length).split('/');
    listed.set(name, { name, isFolder: below.length > 0, size: below.length > 0 ? null : size });
  }
  return [...listed.values()];
}
