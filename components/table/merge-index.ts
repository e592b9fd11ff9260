import type { CellPosition, CellRange } from '../../lib/model/address';

/** Finds the merges that touch a band of rows without walking all of them: a 10,000-row sheet may have thousands. */
export class MergeIndex {
  private readonly byTop: CellRange[];
  /** For each place in #byTop the furthest bottom edge so far. */
  private readonly reach: number[] = [];

  constructor(merges: readonly CellRange[]) {
    this.byTop = [...merges].sort((a, b) => a.top - b.top || a.left - b.left);
    let reach = -1;
    for (const merge of this.byTop) {
      reach = Math.max(reach, merge.bottom);
      this.reach.push(reach);
    }
  }

  touching(firstRow: number, lastRow: number): CellRange[] {
    const found: CellRange[] = [];
    for (let at = this.firstBelow(lastRow) - 1; at >= 0 && this.reach[at]! >= firstRow; at--) {
      const merge = this.byTop[at]!;
      if (merge.bottom >= firstRow) found.push(merge);
    }
    return found;
  }

  at({ row, column }: CellPosition): CellRange | null {
    for (const merge of this.touching(row, row)) if (merge.left <= column && merge.right >= column) return merge;
    return null;
  }

  /** The cell that speaks for this position: a merge's top left, else itself. */
  anchor(position: CellPosition): CellPosition {
    const merge = this.at(position);
    return merge ? { row: merge.top, column: merge.left } : position;
  }

  private firstBelow(row: number): number {
    let low = 0;
    let high = this.byTop.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.byTop[middle]!.top > row) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
