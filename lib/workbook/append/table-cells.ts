import { type CellRange, rangeContains } from '../../model/address';
import { lastWhere } from '../../model/last';
import { cellContent } from '../fill/cell-content';
import { type CellPlace, cellsOfRow, rowsNumbered } from '../fill/row-cells';
import type { SharedStrings } from '../fill/shared-strings';
import type { SheetLayout } from '../fill/sheet-layout';
import type { SheetMap } from '../fill/sheet-map';

/** The cells of the rows that a table stands in, with the styles they are shown in. */
export class TableCells {
  private readonly rows = new Map<number, CellPlace[]>();
  private readonly mergesByRow = new Map<number, CellRange[]>();

  constructor(
    readonly map: SheetMap,
    private readonly layout: SheetLayout,
    private readonly strings: SharedStrings | null,
    /** No row below it is asked for. */
    lastRow: number,
  ) {
    for (const merge of map.merges) {
      for (let row = merge.top; row <= Math.min(merge.bottom, lastRow); row++) {
        const merges = this.mergesByRow.get(row) ?? [];
        merges.push(merge);
        this.mergesByRow.set(row, merges);
      }
    }
  }

  mergeAt(row: number, column: number): CellRange | undefined {
    return this.mergesByRow.get(row)?.find(merge => rangeContains(merge, { row, column }));
  }

  /** Of the merge's anchor where the cell is covered: that one shows. */
  shownStyle(row: number, column: number): number {
    const merge = this.mergeAt(row, column);
    return merge ? this.ownStyle(merge.top, merge.left) : this.ownStyle(row, column);
  }

  ownStyle(row: number, column: number): number {
    return this.place(row, column)?.style ?? this.layout.styleOfMissingCell(row, column);
  }

  has(row: number, column: number): boolean {
    return this.place(row, column) !== undefined;
  }

  isEmpty(row: number, column: number): boolean {
    const place = this.place(row, column);
    return !place || (!place.hasFormula && (place.content === null || this.text(row, column) === ''));
  }

  text(row: number, column: number): string {
    const place = this.place(row, column);
    const content = place ? cellContent(place, this.strings) : null;
    return content === null || content === undefined || typeof content === 'object' ? '' : String(content);
  }

  private place(row: number, column: number): CellPlace | undefined {
    const cells = this.rows.get(row) ?? rowsNumbered(this.map, row).flatMap(index => cellsOfRow(this.map, index));
    this.rows.set(row, cells);
    return lastWhere(cells, cell => cell.column === column);
  }
}
