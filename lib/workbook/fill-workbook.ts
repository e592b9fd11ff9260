import type { CellEdit } from '../model/cells';
import { appendColumns } from './append/append-columns';
import { fillBiff } from './biff/fill-biff';
import { containerKind } from './container-kind';
import { Book } from './fill/book';
import { readBookParts } from './fill/book-parts';
import { requestCalculation } from './fill/calc-settings';
import { filledTexts, placeEdits, writeEdits } from './fill/cell-edits';
import type { FillOptions, FillResult } from './fill/fill-contract';
import { lockedCellProblems, signatureProblems } from './fill/fill-problems';
import { growRows } from './fill/grow-rows';
import { LargeParts } from './fill/large-parts';
import { recalculate } from './fill/recalculate';
import type { CellContent } from './formulas/values';
import { throwIfCancelled } from './opened-workbook';
import { readZip } from './zip/read-zip';
import { rewriteZip } from './zip/rewrite-zip';

export type {
  AppendColumns,
  AppendedColumn,
  FillOptions,
  FillResult,
  GrownRow,
  WrittenCell,
} from './fill/fill-contract';

/**
 * Fills cells of a workbook in its own format (.xlsx, .xlsm by patching the package; .xls, .et by fillBiff): what is not
 * named in the result is byte for byte as it came.
 * All edits are checked first; one that cannot be made refuses the whole fill.
 * @throws AppError formula-cell, no-such-sheet, not-a-worksheet, cell-outside-sheet, text-too-long, control-character,
 *   lone-surrogate, number-not-finite, misplaced-cell, append-blocked, and those of a damaged package
 */
export async function fillWorkbook(
  bytes: Uint8Array,
  edits: readonly CellEdit[],
  options: FillOptions = {},
): Promise<FillResult> {
  if (containerKind(bytes) === 'compound') return fillBiff(bytes, edits, options);
  const archive = readZip(bytes);
  const parts = await readBookParts(archive);
  const large = options.append ? null : await LargeParts.open(parts, edits, options.index ?? null, options.signal);
  const book = await Book.open(parts, large, options.signal);
  const appended = options.append ? await appendColumns(book, options.append) : undefined;
  const placed = await placeEdits(book, edits);
  const changed = new Map<number, CellContent>();
  const { written, changing } = await writeEdits(book, placed, changed);
  if (written.length === 0 && !appended) return { bytes, written, problems: [], grownRows: [] };

  const grown = options.growRows
    ? await growRows(book, await filledTexts(book, changing))
    : { grownRows: [], problems: [] };
  const problems = [...signatureProblems(book), ...(await lockedCellProblems(book, changing)), ...grown.problems];
  if (await recalculate(book, changed)) requestCalculation(book);
  throwIfCancelled(options.signal);
  return {
    bytes: await rewriteZip(archive, book.changedParts()),
    written,
    problems,
    grownRows: grown.grownRows,
    ...(appended ? { appended } : {}),
  };
}
