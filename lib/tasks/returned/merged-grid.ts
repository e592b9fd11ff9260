import { type CellPosition, type CellRange, MAX_COLUMNS } from '../../model/address';
import type { CellGrid, GridCell } from '../../model/cells';
import { matchKey } from '../../model/text';

/** A sheet in which the cells that a merge covers lead to its anchor. */
export class MergedGrid {
  private readonly covered = new Map<number, CellRange>();
  private readonly keys = new Map<number, string>();

  constructor(readonly grid: CellGrid) {
    for (const merge of grid.merges) {
      for (let row = merge.top; row <= merge.bottom; row++) {
        for (let column = merge.left; column <= merge.right; column++) {
          this.covered.set(row * MAX_COLUMNS + column, merge);
        }
      }
    }
  }

  mergeAt(row: number, column: number): CellRange | undefined {
    return this.covered.get(row * MAX_COLUMNS + column);
  }

  anchor(row: number, column: number): CellPosition {
    const merge = this.mergeAt(row, column);
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  }

  isAnchor(row: number, column: number): boolean {
    const merge = this.mergeAt(row, column);
    return !merge || (merge.top === row && merge.left === column);
  }

  /** The cell that is shown here. */
  cell(row: number, column: number): GridCell | undefined {
    const anchor = this.anchor(row, column);
    return this.grid.cell(anchor.row, anchor.column);
  }

  /** What the cell is compared by; '' for an empty one. */
  key(row: number, column: number): string {
    const anchor = this.anchor(row, column);
    const place = anchor.row * MAX_COLUMNS + anchor.column;
    const known = this.keys.get(place);
    if (known !== undefined) return known;
    const key = matchKey(this.grid.cell(anchor.row, anchor.column)?.text ?? '');
    this.keys.set(place, key);
    return key;
  }

  /** The texts of a row's own cells, for telling rows apart. */
  rowKey(row: number): string {
    const keys = this.grid.filledColumns(row).map(column => this.key(row, column));
    return keys.filter(key => key !== '').join('\u0000');
  }
}
