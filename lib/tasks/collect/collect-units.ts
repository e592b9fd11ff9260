import { AppError, toAppError } from '../../model/app-error';
import { type CompareOptions, compareUnits, type UnitComparison } from './compare-units';
import type { BrokenFile } from './comparison-sheets';
import { readUnit, type Unit } from './read-unit';

export interface CollectedFile {
  name: string;
  read(): Promise<Uint8Array>;
}

export interface Collected extends UnitComparison {
  broken: BrokenFile[];
}

/**
 * Completed workbooks of many units → one comparison. Files are read one after the other and let go, so memory does not grow
 * with their number; one that cannot be read is listed with the reason and harms none of the others.
 */
export async function collectUnits(
  files: AsyncIterable<CollectedFile> | Iterable<CollectedFile>,
  options: CompareOptions & { signal?: AbortSignal; onProgress?: (done: number) => void },
): Promise<Collected> {
  const units: Unit[] = [];
  const broken: BrokenFile[] = [];
  for await (const { name, read } of files) {
    if (options.signal?.aborted) throw new AppError('cancelled');
    try {
      units.push(await readUnit(name, await read(), options.signal));
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'cancelled') throw error;
      broken.push({ file: name, error });
    }
    options.onProgress?.(units.length + broken.length);
  }
  return { ...compareUnits(withNames(units), options), broken };
}

/** One table handed out with one name in its title gives all units that name: then the files' names tell them apart. */
function withNames(units: readonly Unit[]): Unit[] {
  const counts = new Map<string, number>();
  for (const { name } of units) counts.set(name, (counts.get(name) ?? 0) + 1);
  return units.map(unit => {
    if (counts.get(unit.name) === 1) return unit;
    const stem = unit.file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
    return stem === unit.name ? unit : { ...unit, name: stem };
  });
}
