import { type CellRange, formatRange } from '../../model/address';
import { rowsNotShiftable } from './obstacles';
import { anchorKey } from './reference-shifter';
import type { RowPlan } from './row-plan';
import { mapRange } from './row-ranges';

/** A merge's content goes to the row that is its first now. */
export interface AnchorMove {
  oldRow: number;
  column: number;
  /** New row. */
  to: number;
}

export interface MergePlan {
  /** Where each merge of the file now lies, by its reference; null where nothing is left to merge. */
  merges: ReadonlyMap<string, CellRange | null>;
  /** For inserted rows: the merges within the row that they look like. */
  added: readonly CellRange[];
  anchorMoves: readonly AnchorMove[];
}

/** @throws AppError rows-not-shiftable where a merge would be torn apart or lie over another */
export function planMerges(merges: readonly CellRange[], plan: RowPlan, sheet: string): MergePlan {
  const placed = new Map<string, CellRange | null>();
  const reshaped: CellRange[] = [];
  const anchorMoves: AnchorMove[] = [];
  for (const merge of merges) {
    const { left, right } = merge;
    const mapped = mapRange(plan, merge, merge.bottom > merge.top);
    if (mapped === 'torn') throw rowsNotShiftable(sheet, 'merge', formatRange(merge));
    if (mapped === 'removed') {
      placed.set(formatRange(merge), null);
      continue;
    }
    const { top, bottom } = mapped;
    const isOneCell = top === bottom && left === right;
    placed.set(formatRange(merge), isOneCell ? null : { top, bottom, left, right });
    if (!mapped.same || plan.isMoved(merge.top)) reshaped.push({ top, bottom, left, right });
    if (plan.newRow(merge.top) !== top) anchorMoves.push({ oldRow: merge.top, column: left, to: top });
  }
  const added = plan.inserted.flatMap(({ row, like }) =>
    merges
      .filter(({ top, bottom }) => top === like && bottom === like)
      .map(merge => ({ ...merge, top: row, bottom: row })),
  );
  const all = [...placed.values(), ...added].filter(merge => merge !== null);
  for (const one of [...reshaped, ...added]) {
    const other = all.find(candidate => formatRange(candidate) !== formatRange(one) && overlap(candidate, one));
    if (other) throw rowsNotShiftable(sheet, 'merge', formatRange(one));
  }
  return { merges: placed, added, anchorMoves };
}

/** For the shifter: references to a merge's content follow it. */
export function movedAnchors(moves: readonly AnchorMove[]): Map<string, number> {
  return new Map(moves.map(({ oldRow, column, to }) => [anchorKey(oldRow, column), to]));
}

function overlap(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
