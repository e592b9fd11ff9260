import { AppError, toAppError } from '../../model/app-error';
import type { BrokenFile, Unit, UnitComparison } from '../../model/unit-comparison';
import { type CompareOptions, compareUnits } from './compare-units';
import { readUnits } from './read-units';

export interface CollectedFile {
  name: string;
  read(): Promise<Uint8Array>;
}

export interface Collected extends UnitComparison {
  broken: BrokenFile[];
}

/**
 * Completed workbooks and packages of many units → one comparison. Files are read one after the other and let go, so memory does not grow
 * with their number; one that cannot be read is listed with the reason and harms none of the others.
 */
export async function collectUnits(
  files: AsyncIterable<CollectedFile> | Iterable<CollectedFile>,
  options: CompareOptions & { signal?: AbortSignal; onProgress?: (done: number) => void },
): Promise<Collected> {
  const units: Unit[] = [];
  const broken: BrokenFile[] = [];
  let done = 0;
  for await (const { name, read } of files) {
    if (options.signal?.aborted) throw new AppError('cancelled');
    try {
      units.push(...(await readUnits(name, await read(), options.signal)));
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'cancelled') throw error;
      broken.push({ file: name, error });
    }
    options.onProgress?.(++done);
  }
  return { ...compareUnits(units, options), broken };
}
