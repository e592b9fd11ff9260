import { unzipSync, type Zippable, zipSync } from 'fflate';
import { AppError } from '../../model/app-error';
import type { Target } from '../target';
import { listIn, type MemoryTarget, memoryTarget } from './memory';

/** A file for people beside the files for programs, such as 进度.xlsx. */
export interface Readable {
  name: string;
  bytes: Uint8Array;
}

const MOST_FILES = 100_000;
const MOST_BYTES = 1024 * 1024 * 1024;
/** The earliest date a zip can hold: packages of the same content are the same bytes. */
const NO_DATE = '1980-01-01T00:00:00';

/** A package to be filled by `synchronise({ direction: 'give' })`. */
export const newPackage = (): MemoryTarget => memoryTarget(new Map(), 'package');

/** An ordinary .zip; our files are packed already, so they are only stored. */
export function zipPackage({ files }: MemoryTarget, readable: readonly Readable[] = []): Uint8Array {
  const entries: Zippable = {};
  for (const { name, bytes } of readable) entries[name] = [bytes, { level: 0, mtime: NO_DATE }];
  for (const name of [...files.keys()].sort()) entries[name] = [files.get(name)!, { level: 0, mtime: NO_DATE }];
  return zipSync(entries);
}

/**
 * A package that came, to be read by `synchronise({ direction: 'take' })`. Also one that a person unpacked and zipped again with a
 * folder around it. Nothing is unpacked before it is asked for.
 */
export function openPackage(bytes: Uint8Array, file: string): Target {
  const names = new Map<string, { inZip: string; size: number }>();
  let total = 0;
  try {
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        const ours = /(?:^|\/)(pa\/[0-9a-f]{16}\/.+[^/])$/.exec(name.replace(/\\/g, '/'));
        total += originalSize;
        if (ours) names.set(ours[1]!, { inZip: name, size: originalSize });
        return false;
      },
    });
  } catch (cause) {
    throw new AppError('sync-not-a-package', { file }, { cause });
  }
  if (names.size > MOST_FILES || total > MOST_BYTES) throw new AppError('sync-package-too-large', { file });
  if (names.size === 0) throw new AppError('sync-not-a-package', { file });
  const readOnly = async () => {
    throw new AppError('cannot-write', { file });
  };
  return {
    kind: 'package',
    list: async folder =>
      listIn(
        [...names].map(([name, { size }]) => [name, size] as const),
        folder,
      ),
    async get(name) {
      const entry = names.get(name);
      if (!entry) return null;
      try {
        return unzipSync(bytes, { filter: ({ name: inZip }) => inZip === entry.inZip })[entry.inZip] ?? null;
      } catch (cause) {
        throw new AppError('sync-not-a-package', { file }, { cause });
      }
    },
    put: readOnly,
    remove: readOnly,
  };
}
