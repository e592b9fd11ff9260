import type { CellRange } from '../../model/address';
import { lastWhere } from '../../model/last';
import { cellKey } from '../formulas/dependants';
import type { FilledCell } from '../formulas/evaluation';
import { type CellContent, NotComputable } from '../formulas/values';
import { isTrue } from '../xml/xml-boolean';
import { cellContent } from './cell-content';
import { type CellPlace, cellsOfRow, firstRowFrom, rowScanner, rowsNumbered } from './row-cells';
import type { SharedStrings } from './shared-strings';
import type { SheetMap } from './sheet-map';

/** Rows kept parsed for the next formula, and cells read for all formulas together: bounds on memory and time. */
const MAX_KEPT_ROWS = 20_000;
const MAX_CELLS_READ = 3_000_000;

/** Cells of a book by place, with those changed in this fill before those in the file. */
export class SheetCells {
  private readonly kept = new Map<number, readonly CellPlace[]>();
  private cellsRead = 0;

  constructor(
    private readonly sheet: number,
    private readonly map: SheetMap,
    private readonly strings: SharedStrings | null,
    /** By cellKey; for the whole book. */
    private readonly changed: ReadonlyMap<number, CellContent>,
    /** Cells of this sheet that the file does not have. */
    private readonly added: readonly { row: number; column: number }[],
  ) {}

  /** The cell as the file has it. */
  place(row: number, column: number): CellPlace | undefined {
    const cells = rowsNumbered(this.map, row).flatMap(index => this.cellsOf(index));
    return lastWhere(cells, cell => cell.column === column);
  }

  content(row: number, column: number): CellContent {
    const key = cellKey(this.sheet, row, column);
    if (this.changed.has(key)) return this.changed.get(key);
    this.count(1);
    const place = this.place(row, column);
    return place ? cellContent(place, this.strings) : null;
  }

  /** The non-empty cells of a range. */
  *filled(range: CellRange): Generator<FilledCell> {
    const { rowNumbers, rowsInOrder } = this.map;
    for (let index = rowsInOrder ? firstRowFrom(this.map, range.top) : 0; index < rowNumbers.length; index++) {
      const row = rowNumbers[index]!;
      if (row > range.bottom && rowsInOrder) break;
      if (row < range.top || row > range.bottom) continue;
      const cells = this.cellsOf(index);
      this.count(cells.length);
      for (const cell of cells) {
        if (cell.column < range.left || cell.column > range.right) continue;
        const key = cellKey(this.sheet, row, cell.column);
        const content = this.changed.has(key) ? this.changed.get(key) : cellContent(cell, this.strings);
        if (content !== null) yield { row, column: cell.column, content };
      }
    }
    for (const { row, column } of this.added) {
      if (row < range.top || row > range.bottom || column < range.left || column > range.right) continue;
      const content = this.changed.get(cellKey(this.sheet, row, column));
      if (content !== null) yield { row, column, content };
    }
  }

  isRowHidden(row: number): boolean {
    return rowsNumbered(this.map, row).some(index => isTrue(rowScanner(this.map, index).attribute('hidden')));
  }

  private cellsOf(index: number): readonly CellPlace[] {
    const known = this.kept.get(index);
    const cells = known ?? cellsOfRow(this.map, index);
    if (!known && this.kept.size < MAX_KEPT_ROWS) this.kept.set(index, cells);
    return cells;
  }

  private count(cells: number): void {
    this.cellsRead += cells;
    if (this.cellsRead > MAX_CELLS_READ) throw new NotComputable();
  }
}
