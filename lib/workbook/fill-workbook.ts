import type { CellEdit } from '../model/cells';
import { Book } from './fill/book';
import { readBookParts } from './fill/book-parts';
import { recalculateOnOpening } from './fill/calc-settings';
import { filledTexts, placeEdits, writeEdits } from './fill/cell-edits';
import type { FillOptions, FillResult } from './fill/fill-contract';
import { lockedCellProblems, signatureProblems } from './fill/fill-problems';
import { growRows } from './fill/grow-rows';
import { recalculate } from './fill/recalculate';
import { applyReplacements } from './fill/replacements';
import type { CellContent } from './formulas/values';
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
 * Fills cells of an OOXML workbook by patching its package: what is not named in the result is byte for byte as it came.
 * All edits are checked first; one that cannot be made refuses the whole fill.
 * @throws AppError formula-cell, no-such-sheet, not-a-worksheet, cell-outside-sheet, text-too-long, control-character,
 *   lone-surrogate, number-not-finite, append-blocked, and those of a damaged package
 */
export async function fillWorkbook(
  bytes: Uint8Array,
  edits: readonly CellEdit[],
  options: FillOptions = {},
): Promise<FillResult> {
  const archive = readZip(bytes);
  const book = await Book.open(await readBookParts(archive), options.signal);
  const placed = await placeEdits(book, edits);
  const changed = new Map<number, CellContent>();
  const { written, changing } = await writeEdits(book, placed, changed);
  if (written.length === 0) return { bytes, written, problems: [], grownRows: [] };

  const grown = options.growRows
    ? await growRows(book, await filledTexts(book, changing))
    : { grownRows: [], problems: [] };
  const problems = [...signatureProblems(book), ...(await lockedCellProblems(book, changing)), ...grown.problems];
  const hasFormulas = await recalculate(book, changed);
  options.signal?.throwIfAborted();
  return {
    bytes: await rewriteZip(archive, changedParts(book, hasFormulas)),
    written,
    problems,
    grownRows: grown.grownRows,
  };
}

function changedParts(book: Book, hasFormulas: boolean): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  for (const [, writer] of book.changedSheets()) {
    parts.set(writer.map.part, applyReplacements(writer.map.bytes, writer.replacements()));
  }
  const { workbook, sharedStrings, styles } = book.parts;
  const calc = hasFormulas ? recalculateOnOpening(workbook.bytes, workbook.entry.name) : null;
  if (calc) parts.set(workbook.entry.name, applyReplacements(workbook.bytes, [calc]));
  const strings = book.strings?.patched();
  if (strings) parts.set(sharedStrings!.name, strings);
  const formats = book.styles.patched();
  if (formats) parts.set(styles!.name, formats);
  return parts;
}
