import type { CellRange } from '../model/address';
import { STORED_KIND } from '../model/sheet-snapshot';
import type { CellStore } from './cell-store';
import { WORKBOOK_LIMITS } from './limits';

export interface UsedArea {
  rowCount: number;
  columnCount: number;
  /** Four edges a merge: top, left, bottom, right. */
  edges: Uint32Array;
}

/**
 * Keeps the merges that touch the used area, clamped to it or to a reasonable reach beyond, drops any that overlaps an
 * earlier one, and blanks the cells that a merge covers. The cells must be sorted. One sweep down the sheet: time grows
 * with cells and merges, not with the area that merges claim.
 */
export function applyMerges(cells: CellStore, merges: readonly CellRange[]): UsedArea {
  const used = cells.usedSize();
  const candidates = merges
    .filter(({ top, left }) => top < used.rows && left < used.columns)
    .map(merge => clamp(merge, used))
    .filter(({ top, left, bottom, right }) => bottom > top || right > left)
    .slice(0, WORKBOOK_LIMITS.merges)
    .sort((a, b) => a.top - b.top || a.left - b.left);
  const open = new OpenMerges();
  const kept: CellRange[] = [];
  let cell = 0;
  const blankUpTo = (row: number) => {
    for (; cell < cells.count && cells.rows[cell]! < row; cell++) {
      const merge = open.at(cells.rows[cell]!, cells.columns[cell]!);
      const anchor = merge && merge.top === cells.rows[cell] && merge.left === cells.columns[cell];
      if (!merge || anchor) continue;
      cells.kinds[cell] = STORED_KIND.blank;
      cells.formulas[cell] = 0;
    }
  };
  for (const merge of candidates) {
    blankUpTo(merge.top);
    if (open.insert(merge)) kept.push(merge);
  }
  if (kept.length > 0) blankUpTo(Number.POSITIVE_INFINITY);
  return {
    rowCount: kept.reduce((rows, { bottom }) => Math.max(rows, bottom + 1), used.rows),
    columnCount: kept.reduce((columns, { right }) => Math.max(columns, right + 1), used.columns),
    edges: Uint32Array.from(kept.flatMap(({ top, left, bottom, right }) => [top, left, bottom, right])),
  };
}

function clamp(merge: CellRange, used: { rows: number; columns: number }): CellRange {
  const { mergeReach } = WORKBOOK_LIMITS;
  const bottom = merge.bottom < used.rows + mergeReach.rows ? merge.bottom : used.rows - 1;
  const right = merge.right < used.columns + mergeReach.columns ? merge.right : used.columns - 1;
  return { ...merge, bottom, right };
}

/** Merges that the sweep has reached, from left to right, no two over one column. Those it has passed linger until in the way. */
class OpenMerges {
  private readonly open: CellRange[] = [];

  at(row: number, column: number): CellRange | undefined {
    const merge = this.open[this.firstReaching(column)];
    return merge && merge.left <= column && merge.bottom >= row ? merge : undefined;
  }

  /** False where one that is still going on is in the way. */
  insert(merge: CellRange): boolean {
    const first = this.firstReaching(merge.left);
    let end = first;
    while (end < this.open.length && this.open[end]!.left <= merge.right) {
      if (this.open[end]!.bottom >= merge.top) return false;
      end++;
    }
    this.open.splice(first, end - first, merge);
    return true;
  }

  private firstReaching(column: number): number {
    let low = 0;
    let high = this.open.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.open[middle]!.right < column) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
