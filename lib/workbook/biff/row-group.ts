import { newRecord, RECORD } from './records';

/** The rows that one DBCELL record describes. */
export class RowGroup {
  touched = false;
  private firstRow = -1;
  private firstRowEnd = 0;
  private currentRow = -1;
  private readonly firstCells: number[] = [];

  row(start: number, end: number): void {
    if (this.firstRow >= 0) return;
    this.firstRow = start;
    this.firstRowEnd = end;
  }

  cell(row: number, position: number): void {
    if (row === this.currentRow) return;
    this.currentRow = row;
    this.firstCells.push(position);
  }

  /** Distances: back to the first ROW, from behind it to the first cell, and on from each row's first cell to the next. */
  dbCell(position: number): Uint8Array {
    const { bytes, view } = newRecord(RECORD.DB_CELL, 4 + 2 * this.firstCells.length);
    view.setUint32(4, this.firstRow < 0 ? 0 : position - this.firstRow, true);
    let from = this.firstRowEnd;
    this.firstCells.forEach((cell, index) => {
      view.setUint16(8 + 2 * index, cell - from, true);
      from = cell;
    });
    return bytes;
  }
}
