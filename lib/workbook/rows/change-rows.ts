import { formatAddress, rangeContains } from '../../model/address';
import { AppError } from '../../model/app-error';
import type { CellEdit } from '../../model/cells';
import { containerKind } from '../container-kind';
import { Book } from '../fill/book';
import { readBookParts } from '../fill/book-parts';
import { requestCalculation } from '../fill/calc-settings';
import { filledTexts, placeEdits, writeEdits } from '../fill/cell-edits';
import { lockedCellProblems, signatureProblems } from '../fill/fill-problems';
import { growRows } from '../fill/grow-rows';
import { recalculate } from '../fill/recalculate';
import { cellKey } from '../formulas/dependants';
import type { CellContent } from '../formulas/values';
import { throwIfCancelled } from '../opened-workbook';
import { readZip } from '../zip/read-zip';
import { rewriteZip } from '../zip/rewrite-zip';
import { changeProblems } from './change-problems';
import type { ShiftedCell } from './formula-changes';
import type { MergePlan } from './merge-plan';
import { rowsNotShiftable } from './obstacles';
import { type Restructured, restructure } from './restructure';
import type { RowChanges, RowChangesResult } from './row-changes';
import { RowPlan } from './row-plan';

export type { RowChanges, RowChangesResult, RowOperation } from './row-changes';

/**
 * Inserts, removes and moves rows of one sheet, and takes along all that stands on them, in this sheet and in others.
 * Parts that are not concerned stay byte for byte. What cannot be taken along safely refuses the whole change.
 * @throws AppError rows-not-shiftable, no-such-row, no-such-sheet, not-a-worksheet, and what a new cell may not hold
 */
export async function changeRows(
  bytes: Uint8Array,
  request: RowChanges,
  options: { signal?: AbortSignal } = {},
): Promise<RowChangesResult> {
  if (containerKind(bytes) === 'compound') throw rowsNotShiftable(request.sheet, 'old-format', request.sheet);
  const book = await Book.open(await readBookParts(readZip(bytes)), null, options.signal);
  const target = book.sheetIndex(request.sheet);
  if (target === null) throw new AppError('no-such-sheet', { sheet: request.sheet });
  const plan = new RowPlan(request.operations);
  const result = {
    rowMap: (row: number) => {
      const now = plan.newRow(row - 1);
      return now === null ? null : now + 1;
    },
    inserted: new Map(plan.inserted.map(({ id, row }) => [id, row + 1])),
  };
  if (plan.isEmpty) return { ...result, bytes, problems: [] };
  const restructured = await restructure(book, target, plan);
  throwIfCancelled(options.signal);
  const edits = newCells(request, plan, restructured.merges);
  const filled = await fillNewRows(restructured, edits, options.signal);
  const problems = [
    ...signatureProblems(book),
    ...changeProblems(book, target, plan, restructured),
    ...filled.problems,
  ];
  return { ...result, bytes: filled.bytes, problems };
}

/** @throws AppError rows-not-shiftable for a value that would go into a merge over several rows */
function newCells({ sheet, operations }: RowChanges, plan: RowPlan, { merges }: MergePlan): CellEdit[] {
  const rows = new Map(plan.inserted.map(({ id, row }) => [id, row]));
  const tall = [...merges.values()].filter(merge => merge !== null && merge.bottom > merge.top);
  return operations.flatMap(operation => {
    const row = operation.kind === 'insert' ? rows.get(operation.id) : undefined;
    if (operation.kind !== 'insert' || row === undefined) return [];
    return operation.values.map(({ column, value }) => {
      const position = { row, column };
      if (tall.some(merge => rangeContains(merge!, position))) {
        throw rowsNotShiftable(sheet, 'merged-value', formatAddress(position));
      }
      return { sheet, ...position, value };
    });
  });
}

/** The values of new rows, their heights, and the results of all formulas that read other cells now. */
async function fillNewRows(restructured: Restructured, edits: readonly CellEdit[], signal?: AbortSignal) {
  const archive = readZip(restructured.bytes);
  const book = await Book.open(await readBookParts(archive), null, signal);
  const changed = new Map<number, CellContent>();
  const { changing } = await writeEdits(book, await placeEdits(book, edits), changed);
  const grown = await growRows(book, await filledTexts(book, changing));
  const problems = [...(await lockedCellProblems(book, changing)), ...grown.problems];
  if (await recalculate(book, changed, staleFormulas(restructured))) requestCalculation(book);
  return { bytes: await rewriteZip(archive, book.changedParts()), problems };
}

/** What reads the number of a row, and what finds cells by place. */
const READS_NUMBERS = /\b(?:ROWS?|CELL)\s*\(/i;
const READS_PLACES = /\b(?:INDIRECT|OFFSET)\s*\(/i;
/** A table's columns, 表1[分值]; not [1], which is another workbook. */
const TABLE_COLUMNS = /[\p{L}\p{N}_.]\[/u;

function staleFormulas({ cells, reshapedNames, tablesChanged }: Restructured): Set<number> {
  const names = reshapedNames.map(name => name.toLowerCase());
  const isStale = ({ reshaped, changed, text }: ShiftedCell) =>
    reshaped ||
    (changed && READS_NUMBERS.test(text)) ||
    READS_PLACES.test(text) ||
    (tablesChanged && TABLE_COLUMNS.test(text)) ||
    names.some(name => text.toLowerCase().includes(name));
  return new Set(cells.filter(isStale).map(({ sheet, row, column }) => cellKey(sheet, row, column)));
}
