import { AppError } from '../../model/app-error';
import { localDay } from '../../model/calendar-day';
import type { Change } from '../../model/campaign-journal';
import type { Entry, Item } from '../../model/item';
import { listed } from '../../model/listed-entries';
import { sha256Hex } from '../../model/sha256';
import { adding, entryValues, newEntry } from './entry-changes';

/** Up to here a file is read to compute its checksum: the browser needs all of it in memory at once. */
export const LARGEST_HASHED = 500 * 1024 * 1024;

/** A file that stays where it is. */
export interface FileToRegister {
  name: string;
  size: number;
  /** Milliseconds. */
  lastModified: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface RegisteredFiles {
  changes: Change[];
  count: number;
  /** Names of files that are registered already, with the same content. */
  known: string[];
  /** Names under which another content is registered. */
  changed: string[];
  /** Names of files too large for a checksum. */
  large: string[];
}

/**
 * Files as evidence: name, the day of their last change, SHA-256. Nothing of their content is kept. `now`: milliseconds.
 */
export async function registerFiles(
  files: readonly FileToRegister[],
  { entity, entries }: Pick<Item, 'entity' | 'entries'>,
  said: Parameters<typeof adding>[2],
  now: number,
  { signal }: { signal: AbortSignal },
): Promise<RegisteredFiles> {
  const there = listed(entries.evidence).map(known);
  const report: RegisteredFiles = { changes: [], count: 0, known: [], changed: [], large: [] };
  for (const file of files) {
    const { name } = file;
    if (signal.aborted) throw new AppError('cancelled');
    const sha256 = file.size > LARGEST_HASHED ? '' : await sha256Hex(new Uint8Array(await file.arrayBuffer()));
    if (sha256 === '') report.large.push(name);
    else if (there.some(one => one.sha256 === sha256)) {
      report.known.push(name);
      continue;
    } else if (there.some(one => one.name === name && one.sha256 !== '')) report.changed.push(name);
    there.push({ name, sha256 });
    const entry = newEntry(entity, 'evidence');
    report.changes.push(
      // In the order in which they were chosen.
      adding(entry, entries.evidence, said, now + report.count),
      ...entryValues<'evidence'>(entry, {
        name,
        date: localDay(new Date(file.lastModified)),
        ...(sha256 === '' ? {} : { sha256 }),
      }),
    );
    report.count++;
  }
  return report;
}

const known = ({ fields }: Entry<'evidence'>) => ({ name: fields.name.text, sha256: fields.sha256.text });
