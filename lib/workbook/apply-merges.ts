import type { CellRange } from '../model/address';
import { STORED_KIND } from '../model/sheet-snapshot';
import type { CellStore } from './cell-store';
import { disjointMerges } from './disjoint-merges';
import { WORKBOOK_LIMITS } from './limits';
import { sweepRanges } from './sweep-ranges';

export interface UsedArea {
  rowCount: number;
  columnCount: number;
  /** Four edges a merge: top, left, bottom, right. */
  edges: Uint32Array;
}

/**
 * Keeps the merges that count and touch the used area, clamped to it or to a reasonable reach beyond, and blanks the cells
 * that a merge covers. The cells must be sorted.
 */
export function applyMerges(cells: CellStore, merges: readonly CellRange[]): UsedArea {
  const used = cells.usedSize();
  const candidates = disjointMerges(merges)
    .filter(({ top, left }) => top < used.rows && left < used.columns)
    .map(merge => clamp(merge, used))
    .filter(({ top, left, bottom, right }) => bottom > top || right > left);
  const kept = sweepRanges(cells, candidates, (cell, { top, left }) => {
    if (cells.rows[cell] === top && cells.columns[cell] === left) return;
    cells.kinds[cell] = STORED_KIND.blank;
    cells.formulas[cell] = 0;
  });
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
