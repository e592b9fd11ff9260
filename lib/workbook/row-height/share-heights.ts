import type { CellRange } from '../../model/address';
import { problem } from '../../model/problem';
import type { Problem } from '../../model/table';

/** What the text of a cell, or of a merge, needs in points; 0 where height is no matter. */
export interface HeightNeed {
  range: CellRange;
  height: number;
}

export interface RowHeight {
  row: number;
  from: number;
  to: number;
  /** The text would need more than a row can have. */
  cut: boolean;
}

/** Excel's limit, in points. */
const MAX_HEIGHT = 409.5;
/** Differences below this are not seen. */
const TOLERANCE = 0.5;
/** A merge of more rows has room enough. */
export const MAX_MERGED_ROWS = 1_000;

/**
 * Which rows must grow so that these texts are not cut. Rows only ever grow, in quarters of a point; what a merge over several
 * rows lacks is shared out among those that are seen.
 * @param before the row's height as it is; 0 where it is hidden
 */
export function shareHeights(needs: readonly HeightNeed[], before: (row: number) => number): RowHeight[] {
  const heights = new Map<number, number>();
  const heightOf = (row: number) => heights.get(row) ?? before(row);
  // Cells of one row first: they may already give a tall merge the room it lacks.
  const byRows = [...needs].sort((a, b) => a.range.bottom - a.range.top - (b.range.bottom - b.range.top));
  for (const { range, height } of byRows) {
    if (height === 0) continue;
    const rows = rowsOf(range).filter(row => before(row) > 0);
    let lacking = height - rows.reduce((sum, row) => sum + heightOf(row), 0);
    rows.forEach((row, index) => {
      if (lacking <= TOLERANCE) return;
      const to = heightOf(row) + lacking / (rows.length - index);
      lacking -= Math.min(to, MAX_HEIGHT) - heightOf(row);
      heights.set(row, to);
    });
  }
  return [...heights]
    .map(([row, to]) => {
      const from = before(row);
      return { row, from, to: Math.max(from, Math.min(MAX_HEIGHT, Math.ceil(to * 4) / 4)), cut: to > MAX_HEIGHT };
    })
    .sort((a, b) => a.row - b.row);
}

export function tooTall(sheet: string, row: number): Problem {
  return problem('row-too-tall', { sheet, cell: `A${row}` }, { row });
}

function rowsOf({ top, bottom }: CellRange): number[] {
  const last = Math.min(bottom, top + MAX_MERGED_ROWS);
  return Array.from({ length: last - top + 1 }, (_, index) => top + index);
}
