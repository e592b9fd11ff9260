import {
  type CellPosition,
  type CellRange,
  formatAddress,
  MAX_COLUMNS,
  MAX_ROWS,
  rangeContains,
} from '../../model/address';
import { AppError } from '../../model/app-error';
import type { CellEdit, CellValue } from '../../model/cells';
import { lastWhere } from '../../model/last';
import { cellKey } from '../formulas/dependants';
import type { CellContent } from '../formulas/values';
import type { Book } from './book';
import { cellContent, cellValue } from './cell-content';
import { checkCellText } from './cell-text';
import { encodeValue } from './encoded-value';
import type { WrittenCell } from './fill-contract';
import { type CellPlace, cellsOfRow, rowsNumbered } from './row-cells';
import type { FilledText } from './row-growth';
import type { SheetMap } from './sheet-map';

/** An edit whose place is known: the sheet by its index, the merge's anchor, the cell as the file has it. */
export interface PlacedEdit extends CellPosition {
  sheet: number;
  value: CellValue;
  place: CellPlace | undefined;
}

/**
 * Checks every edit before anything is written. Of several edits of one cell the last counts.
 * @throws AppError no-such-sheet, not-a-worksheet, cell-outside-sheet, formula-cell, and what a text may not hold
 */
export async function placeEdits(book: Book, edits: readonly CellEdit[]): Promise<PlacedEdit[]> {
  const placed = new Map<number, PlacedEdit>();
  const guards = new Map<number, SheetGuard>();
  for (const edit of edits) {
    const sheet = book.sheetIndex(edit.sheet);
    if (sheet === null) throw new AppError('no-such-sheet', { sheet: edit.sheet });
    const guard = guards.get(sheet) ?? new SheetGuard(await book.map(sheet), book.sheetName(sheet));
    guards.set(sheet, guard);
    const position = guard.anchor(edit);
    checkValue(edit.value, edit.sheet, formatAddress(position));
    const key = cellKey(sheet, position.row, position.column);
    placed.set(key, { sheet, ...position, value: edit.value, place: guard.fillable(position) });
  }
  return [...placed.values()];
}

/** Writes the edits that change something, and notes the new contents by cellKey. */
export async function writeEdits(
  book: Book,
  edits: readonly PlacedEdit[],
  changed: Map<number, CellContent>,
): Promise<{ written: WrittenCell[]; changing: PlacedEdit[] }> {
  const written: WrittenCell[] = [];
  const changing: PlacedEdit[] = [];
  for (const edit of edits) {
    const { sheet, row, column, value, place } = edit;
    const after = value === '' ? null : value;
    if (isAlready(place, value, book)) continue;
    const writer = await book.writer(sheet);
    const encoded = encodeValue(after, writer.map.prefix, book.strings);
    if (place?.type === 's') book.strings?.countReference(-1);
    if (encoded.type === 's') book.strings?.countReference(1);
    const style = place ? undefined : (await book.layout(sheet)).styleOfMissingCell(row, column);
    writer.setCell({ row, column }, encoded, style);
    changed.set(cellKey(sheet, row, column), after);
    const before = place ? cellValue(place, book.strings) : null;
    written.push({ sheet: book.sheetName(sheet), cell: formatAddress({ row, column }), before, after });
    changing.push(edit);
  }
  return { written, changing };
}

/** The texts among the edits, by sheet, with the style they are shown in. */
export async function filledTexts(book: Book, edits: readonly PlacedEdit[]): Promise<Map<number, FilledText[]>> {
  const texts = new Map<number, FilledText[]>();
  for (const { sheet, row, column, value, place } of edits) {
    if (typeof value !== 'string') continue;
    const style = place?.style ?? (await book.layout(sheet)).styleOfMissingCell(row, column);
    const sheetTexts = texts.get(sheet) ?? [];
    sheetTexts.push({ row, column, text: value, style });
    texts.set(sheet, sheetTexts);
  }
  return texts;
}

/** The same value of the same kind: text "1" is not the number 1, and an error is no text. */
function isAlready(place: CellPlace | undefined, value: CellValue, book: Book): boolean {
  const content = place ? cellContent(place, book.strings) : null;
  return content === value || (content === null && value === '');
}

function checkValue(value: CellValue, sheet: string, cell: string): void {
  if (typeof value === 'string') checkCellText(value, sheet, cell);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new AppError('number-not-finite', { sheet, cell });
}

/** What one sheet allows: merges by anchor, no formulas, nothing beyond its edges. */
class SheetGuard {
  private readonly formulaCells = new Set<number>();
  /** Areas of array formulas and data tables: cells without a formula of their own, but filled by one. */
  private readonly formulaAreas: CellRange[] = [];
  private readonly rows = new Map<number, CellPlace[]>();

  constructor(
    private readonly map: SheetMap,
    private readonly name: string,
  ) {
    for (const { row, column, kind, area } of map.formulas) {
      this.formulaCells.add(cellKey(0, row, column));
      if (area && (kind === 'array' || kind === 'dataTable')) this.formulaAreas.push(area);
    }
  }

  anchor({ row, column }: CellPosition): CellPosition {
    const inside = Number.isInteger(row) && row >= 0 && row < MAX_ROWS;
    if (!inside || !Number.isInteger(column) || column < 0 || column >= MAX_COLUMNS) {
      throw new AppError('cell-outside-sheet', { row: row + 1, column: column + 1 });
    }
    const merge = this.map.mergedCells.find(range => rangeContains(range, { row, column }));
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  }

  fillable(position: CellPosition): CellPlace | undefined {
    const { row, column } = position;
    const isFormula =
      this.formulaCells.has(cellKey(0, row, column)) || this.formulaAreas.some(area => rangeContains(area, position));
    if (isFormula) throw new AppError('formula-cell', { sheet: this.name, cell: formatAddress(position) });
    return lastWhere(this.rowCells(row), cell => cell.column === column);
  }

  private rowCells(row: number): CellPlace[] {
    const known = this.rows.get(row);
    if (known) return known;
    const cells = rowsNumbered(this.map, row).flatMap(index => cellsOfRow(this.map, index));
    this.rows.set(row, cells);
    return cells;
  }
}
