import { formatAddress } from '../../model/address';
import { AppError } from '../../model/app-error';
import type { CellEdit, CellValue } from '../../model/cells';
import type { FillOptions, FillResult } from '../fill/fill-contract';
import { cellKey as bookKey, fromCellKey } from '../formulas/dependants';
import type { NewValue } from './cell-records';
import { EditedBook, type PlacedEdit, placeEdits } from './edited-sheet';
import { lockedCellProblems, signatureProblems } from './fill-problems';
import { growRows } from './grow-rows';
import { patchWorkbookStream } from './patch-workbook-stream';
import { readLooks } from './read-looks';
import { hasFormulas, recalculate } from './recalculate';
import { replaceStream } from './replace-stream';
import { cellKey } from './sheet-change';
import { StringTable } from './string-table';
import { openWorkbookStream } from './workbook-stream';

/**
 * Fills cells of an .xls or .et workbook in its own format. What is not filled stays byte for byte, but for the numbers
 * that say where records stand. All edits are checked first; one that cannot be made refuses the whole fill.
 * @throws AppError working-copy-needs-xlsx, formula-cell, no-such-sheet, not-a-worksheet, cell-outside-xls,
 *   text-too-long, control-character, lone-surrogate, number-not-finite, and those of openBiff
 */
export async function fillBiff(
  bytes: Uint8Array,
  edits: readonly CellEdit[],
  options: FillOptions = {},
): Promise<FillResult> {
  if (options.append) throw new AppError('working-copy-needs-xlsx');
  const workbook = openWorkbookStream(bytes);
  const strings = new StringTable(workbook.stream, workbook.globals);
  const book = new EditedBook(workbook);
  const changes = placeEdits(book, edits, strings).filter(edit => !edit.same);
  if (changes.length === 0) return { bytes, written: [], problems: [], grownRows: [] };

  for (const sheet of book.all()) sheet.change.values.clear();
  for (const edit of changes) setValue(edit, strings);
  const looks = readLooks(workbook.stream);
  const grown = options.growRows ? growRows(workbook.stream, changes, looks) : { grownRows: [], problems: [] };
  const formulas = hasFormulas(workbook);
  if (formulas) setResults(book, changes);
  const stream = patchWorkbookStream(workbook, book.all(), strings, formulas);
  return {
    bytes: replaceStream(workbook.file, workbook.entry, stream),
    written: changes.map(({ sheet, row, column, value, before }) => ({
      sheet: sheet.sheet.name,
      cell: formatAddress({ row, column }),
      before,
      after: value,
    })),
    problems: [...signatureProblems(workbook.file), ...lockedCellProblems(changes, looks), ...grown.problems],
    grownRows: grown.grownRows,
  };
}

function setValue({ sheet, row, column, value, shared }: PlacedEdit, strings: StringTable): void {
  if (shared) strings.release();
  sheet.change.values.set(cellKey(row, column), encodeValue(value, strings));
}

/** Brings what formulas show up to date; programs compute them anyway, but previewers show what is there. */
function setResults(book: EditedBook, changes: readonly PlacedEdit[]): void {
  const { sheets } = book.workbook.globals;
  const changed = new Map(
    changes.map(({ sheet, row, column, value }) => [bookKey(sheets.indexOf(sheet.sheet), row, column), value]),
  );
  for (const [key, result] of recalculate(book.workbook, changed)) {
    const { sheet, row, column } = fromCellKey(key);
    book.of(sheets[sheet]!).change.results.set(cellKey(row, column), result);
  }
}

function encodeValue(value: CellValue, strings: StringTable): NewValue {
  switch (typeof value) {
    case 'number':
      return { kind: 'number', number: value === 0 ? 0 : value };
    case 'boolean':
      return { kind: 'boolean', boolean: value };
    case 'string':
      return { kind: 'text', string: strings.add(value) };
    default:
      return { kind: 'blank' };
  }
}
