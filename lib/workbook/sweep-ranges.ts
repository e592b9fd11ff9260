import type { CellRange } from '../model/address';
import type { CellStore } from './cell-store';

/**
 * Visits every cell that lies in one of the ranges and gives the ranges that count: from the top, one that overlaps an
 * earlier one is dropped. The cells must be sorted. One sweep down the sheet: time grows with the number of cells and
 * ranges, never with the area that ranges claim.
 */
export function sweepRanges(
  cells: CellStore,
  ranges: readonly CellRange[],
  visit: (cell: number, range: CellRange) => void,
): CellRange[] {
  const open = new OpenRanges();
  const kept: CellRange[] = [];
  let cell = 0;
  const visitUpTo = (row: number) => {
    for (; cell < cells.count && cells.rows[cell]! < row; cell++) {
      const range = open.at(cells.rows[cell]!, cells.columns[cell]!);
      if (range) visit(cell, range);
    }
  };
  for (const range of fromTheTop(ranges)) {
    visitUpTo(range.top);
    if (open.insert(range)) kept.push(range);
  }
  if (kept.length > 0) visitUpTo(Number.POSITIVE_INFINITY);
  return kept;
}

/** The ranges that count, without looking at cells. */
export function disjointRanges(ranges: readonly CellRange[]): CellRange[] {
  const open = new OpenRanges();
  return fromTheTop(ranges).filter(range => open.insert(range));
}

function fromTheTop(ranges: readonly CellRange[]): CellRange[] {
  return [...ranges].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Ranges that the sweep has reached, left to right, no two over one column. Those it has passed linger until in the way. */
class OpenRanges {
  private readonly open: CellRange[] = [];

  at(row: number, column: number): CellRange | undefined {
    const range = this.open[this.firstReaching(column)];
    return range && range.left <= column && range.bottom >= row ? range : undefined;
  }

  /** False where one that is still going on is in the way. */
  insert(range: CellRange): boolean {
    const first = this.firstReaching(range.left);
    let end = first;
    while (end < this.open.length && this.open[end]!.left <= range.right) {
      if (this.open[end]!.bottom >= range.top) return false;
      end++;
    }
    this.open.splice(first, end - first, range);
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
