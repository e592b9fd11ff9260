import type { CellPosition, CellRange } from '../../lib/model/address';
import type { MergeIndex } from './merge-index';

/** The active cell, and the corner that Shift moves. Both are anchors or plain cells, never covered by a merge. */
export interface Selection {
  active: CellPosition;
  corner: CellPosition;
}

export const samePosition = (a: CellPosition, b: CellPosition): boolean => a.row === b.row && a.column === b.column;

/** The selected rectangle, widened until no merge is cut by its edge, as in Excel. */
export function selectedRange({ active, corner }: Selection, merges: MergeIndex): CellRange {
  let range: CellRange = {
    top: Math.min(active.row, corner.row),
    left: Math.min(active.column, corner.column),
    bottom: Math.max(active.row, corner.row),
    right: Math.max(active.column, corner.column),
  };
  for (;;) {
    const wider = { ...range };
    for (const merge of merges.touching(range.top, range.bottom)) {
      if (merge.right < range.left || merge.left > range.right) continue;
      wider.top = Math.min(wider.top, merge.top);
      wider.left = Math.min(wider.left, merge.left);
      wider.bottom = Math.max(wider.bottom, merge.bottom);
      wider.right = Math.max(wider.right, merge.right);
    }
    if (
      wider.top === range.top &&
      wider.left === range.left &&
      wider.bottom === range.bottom &&
      wider.right === range.right
    )
      return range;
    range = wider;
  }
}
