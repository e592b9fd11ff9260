import { type CellPosition, formatAddress, rangeContains } from '../../model/address';
import { AppError } from '../../model/app-error';
import type { CellEdit, CellValue } from '../../model/cells';
import { checkCellText } from '../fill/cell-text';
import { formatOfMissingCell, planTable, type TablePlan } from './plan-table';
import { formatOfCell, readCellValue } from './read-cell-value';
import { RECORD, recordAt } from './records';
import { type SheetMap, scanSheet } from './scan-sheet';
import { cellKey, MAX_XLS_COLUMNS, MAX_XLS_ROWS, type SheetChange } from './sheet-change';
import type { StringTable } from './string-table';
import type { BoundSheet } from './workbook-globals';
import type { WorkbookStream } from './workbook-stream';

/** A sheet that edits concern. */
export class EditedSheet {
  readonly map: SheetMap;
  readonly change: SheetChange = { values: new Map(), results: new Map(), heights: new Map() };

  constructor(
    private readonly stream: Uint8Array,
    readonly sheet: BoundSheet,
  ) {
    if (sheet.kind !== 'worksheet') throw new AppError('not-a-worksheet', { sheet: sheet.name });
    this.map = scanSheet(stream, sheet.position);
  }

  /** Where an edit goes: inside a merge, its anchor. */
  anchor({ row, column }: CellPosition): CellPosition {
    const inside = Number.isInteger(row) && row >= 0 && row < MAX_XLS_ROWS;
    if (!inside || !Number.isInteger(column) || column < 0 || column >= MAX_XLS_COLUMNS) {
      throw new AppError('cell-outside-xls', { row: row + 1, column: column + 1 });
    }
    const merge = this.map.merges.find(range => rangeContains(range, { row, column }));
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  }

  plan(): TablePlan {
    return planTable(this.stream, this.map, this.change);
  }
}

/** An edit whose place and former value are known. */
export interface PlacedEdit extends CellPosition {
  sheet: EditedSheet;
  value: CellValue;
  before: CellValue;
  /** Whether the cell holds just this already. */
  same: boolean;
  /** Whether the cell refers to the table of strings. */
  shared: boolean;
  /** Its cell format, by number of the XF record. */
  format: number;
}

/** The book's sheets as far as edits have reached them. As in Excel, case does not matter in their names. */
export class EditedBook {
  private readonly sheets = new Map<BoundSheet, EditedSheet>();

  constructor(readonly workbook: WorkbookStream) {}

  sheet(name: string): EditedSheet {
    const { sheets } = this.workbook.globals;
    const key = name.toLowerCase();
    const bound = sheets.find(sheet => sheet.name === name) ?? sheets.find(sheet => sheet.name.toLowerCase() === key);
    if (!bound) throw new AppError('no-such-sheet', { sheet: name });
    return this.of(bound);
  }

  of(bound: BoundSheet): EditedSheet {
    const sheet = this.sheets.get(bound) ?? new EditedSheet(this.workbook.stream, bound);
    this.sheets.set(bound, sheet);
    return sheet;
  }

  all(): EditedSheet[] {
    return [...this.sheets.values()];
  }
}

/**
 * Checks every edit before anything is written. Of several edits of one cell the last counts.
 * @throws AppError no-such-sheet, not-a-worksheet, cell-outside-xls, formula-cell, and what a text may not hold
 */
export function placeEdits(book: EditedBook, edits: readonly CellEdit[], strings: StringTable): PlacedEdit[] {
  const wanted = new Map<string, { sheet: EditedSheet; position: CellPosition; value: CellValue }>();
  for (const edit of edits) {
    const sheet = book.sheet(edit.sheet);
    const position = sheet.anchor(edit);
    checkValue(edit.value, sheet.sheet.name, formatAddress(position));
    const key = `${sheet.sheet.record}:${cellKey(position.row, position.column)}`;
    wanted.delete(key);
    wanted.set(key, { sheet, position, value: edit.value === '' ? null : edit.value });
    // A value of any kind marks the cell as one to look for.
    sheet.change.values.set(cellKey(position.row, position.column), { kind: 'blank' });
  }
  const plans = new Map(book.all().map(sheet => [sheet, sheet.plan()]));
  return [...wanted.values()].map(({ sheet, position, value }) => {
    const found = inspect(book.workbook.stream, sheet, plans.get(sheet)!, position, strings);
    const same = found.before === value && !found.isError;
    return { sheet, ...position, value, same, ...found };
  });
}

/** What the file has at a place. */
function inspect(
  stream: Uint8Array,
  { sheet, map }: EditedSheet,
  plan: TablePlan,
  position: CellPosition,
  strings: StringTable,
): Pick<PlacedEdit, 'before' | 'shared' | 'format'> & { isError: boolean } {
  const { row, column } = position;
  const record = plan.present.get(cellKey(row, column));
  const inFormulaArea = map.formulaAreas.some(area => rangeContains(area, position));
  const cursor = record === undefined ? null : recordAt(stream, record);
  if (inFormulaArea || cursor?.type === RECORD.FORMULA) {
    throw new AppError('formula-cell', { sheet: sheet.name, cell: formatAddress(position) });
  }
  if (!cursor) {
    return { before: null, isError: false, shared: false, format: formatOfMissingCell(map, plan, row, column) };
  }
  const before = readCellValue(cursor, column, index => strings.text(index));
  return {
    before,
    isError: cursor.type === RECORD.BOOLEAN_OR_ERROR && before === null,
    shared: cursor.type === RECORD.LABEL_SHARED,
    format: formatOfCell(cursor, column),
  };
}

function checkValue(value: CellValue, sheet: string, cell: string): void {
  if (typeof value === 'string') checkCellText(value, sheet, cell);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new AppError('number-not-finite', { sheet, cell });
}
