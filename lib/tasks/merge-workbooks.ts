import { type AppError, toAppError } from '../model/app-error';
import { SnapshotGrid } from '../model/sheet-snapshot';
import { type FillResult, fillWorkbook } from '../workbook/fill-workbook';
import { type OpenedWorkbook, openWorkbook } from '../workbook/open-workbook';
import { inspectWorkbook } from './inspect-workbook';
import { compareReturned } from './returned/compare-returned';
import { requireSameTable } from './returned/is-same-table';
import { type MergeBase, mergeBase } from './returned/merge-base';
import { type Merged, mergeReturned, type Returned } from './returned/merge-returned';

export interface ReturnedFile {
  /** How it is named in the result. */
  from: string;
  read(): Promise<Uint8Array>;
}

export interface MergedWorkbook extends Merged, Pick<FillResult, 'bytes' | 'problems'> {
  /** The copies that were read, with how many of the indicators handed out were found in each. */
  files: { from: string; found: number; expected: number; changed: number; outside: number }[];
  /** Copies that cannot be read, or are of another table; the others are merged all the same. */
  refused: { from: string; error: AppError }[];
}

/**
 * Returned copies → what was handed out, with what they agree on filled in and nothing else changed. Copies are read one at a
 * time, so memory does not grow with their number.
 * @throws AppError where `base` cannot be read, and the first copy's where none can
 */
export async function mergeWorkbooks(
  base: Uint8Array,
  copies: readonly ReturnedFile[],
  options: { growRows?: boolean; signal?: AbortSignal } = {},
): Promise<MergedWorkbook> {
  const ground = await readMergeBase(base, options.signal);
  const returned: Returned[] = [];
  const refused: MergedWorkbook['refused'] = [];
  for (const { from, read } of copies) {
    try {
      const compared = compareReturned(ground, await readGrids(await read(), options.signal));
      requireSameTable(compared, baseName(from));
      returned.push({ from, ...compared });
    } catch (thrown) {
      refused.push({ from, error: toAppError(thrown) });
    }
  }
  if (returned.length === 0 && refused[0]) throw refused[0].error;
  const merged = mergeReturned(returned);
  const { bytes, problems } = await fillWorkbook(base, merged.edits, {
    growRows: options.growRows ?? false,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const files = returned.map(({ from, found, expected, changes, outside }) => ({
    from,
    found,
    expected,
    changed: changes.length,
    outside: outside.length,
  }));
  return { ...merged, bytes, problems, files, refused };
}

export async function readMergeBase(bytes: Uint8Array, signal?: AbortSignal): Promise<MergeBase> {
  const { grids, recognition } = await inspectWorkbook(bytes, { problems: false, ...(signal ? { signal } : {}) });
  return mergeBase(grids, recognition.tables);
}

const baseName = (file: string): string => file.replace(/^.*[\\/]/, '');

/** A returned copy needs no recognition: it is compared with what was handed out. */
export async function readGrids(bytes: Uint8Array, signal?: AbortSignal): Promise<SnapshotGrid[]> {
  const workbook: OpenedWorkbook = await openWorkbook(bytes, signal ? { signal } : {});
  const grids: SnapshotGrid[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.kind === 'worksheet') grids.push(new SnapshotGrid(await workbook.snapshot(sheet.name)));
  }
  return grids;
}
