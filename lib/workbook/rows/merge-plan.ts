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
  /** For inserted rows: the merges within the row that they look like, and cells that they share with it. */
  added: readonly CellRange[];
  anchorMoves: readonly AnchorMove[];
}

/** @throws AppError rows-not-shiftable where a merge would be torn apart or lie over another */
export function planMerges(merges: readonly CellRange[], plan: RowPlan, sheet: string): MergePlan {
  const placed = new Map<string, CellRange | null>();
  const reshaped: CellRange[] = [];
  const shared: CellRange[] = [];
  const anchorMoves: AnchorMove[] = [];
  const fromFile = merges.map(merge => ({ merge, isNew: false }));
  const titles = sharedCells(merges, plan).map(merge => ({ merge, isNew: true }));
  for (const { merge, isNew } of [...fromFile, ...titles]) {
    const { left, right } = merge;
    const mapped = mapRange(plan, merge, merge.bottom > merge.top || isShared(merge, plan));
    if (mapped === 'torn') throw rowsNotShiftable(sheet, 'merge', formatRange(merge));
    if (mapped === 'removed') {
      placed.set(formatRange(merge), null);
      continue;
    }
    const now = { top: mapped.top, bottom: mapped.bottom, left, right };
    const isOneCell = now.top === now.bottom && left === right;
    if (!isNew) placed.set(formatRange(merge), isOneCell ? null : now);
    else if (!isOneCell) shared.push(now);
    if (!mapped.same || plan.isMoved(merge.top)) reshaped.push(now);
    if (plan.newRow(merge.top) !== now.top) anchorMoves.push({ oldRow: merge.top, column: left, to: now.top });
  }
  const kept = [...placed.values(), ...shared].filter(merge => merge !== null);
  const added = [...shared, ...copiedMerges(merges, plan).filter(copy => !kept.some(merge => covers(merge, copy)))];
  const all = [...placed.values(), ...added].filter(merge => merge !== null);
  for (const one of [...reshaped, ...added]) {
    const other = all.find(candidate => formatRange(candidate) !== formatRange(one) && overlap(candidate, one));
    if (other) throw rowsNotShiftable(sheet, 'merge', formatRange(one));
  }
  return { merges: placed, added, anchorMoves };
}

/** Cells that new rows share with their model and that no merge holds yet, as merges of one cell. */
function sharedCells(merges: readonly CellRange[], plan: RowPlan): CellRange[] {
  const cells = new Map<string, CellRange>();
  for (const { like, shares } of plan.inserted) {
    for (const column of shares) {
      const cell = { top: like, bottom: like, left: column, right: column };
      if (!merges.some(merge => covers(merge, cell))) cells.set(formatRange(cell), cell);
    }
  }
  return [...cells.values()];
}

function isShared({ top, bottom, left, right }: CellRange, plan: RowPlan): boolean {
  return plan.inserted.some(
    ({ like, shares }) => like >= top && like <= bottom && shares.some(column => column >= left && column <= right),
  );
}

/** The merges within a row, for those that look like it. */
function copiedMerges(merges: readonly CellRange[], plan: RowPlan): CellRange[] {
  return plan.inserted.flatMap(({ row, like }) =>
    merges
      .filter(({ top, bottom }) => top === like && bottom === like)
      .map(merge => ({ ...merge, top: row, bottom: row })),
  );
}

/** For the shifter: references to a merge's content follow it. */
export function movedAnchors(moves: readonly AnchorMove[]): Map<string, number> {
  return new Map(moves.map(({ oldRow, column, to }) => [anchorKey(oldRow, column), to]));
}

function covers(outer: CellRange, inner: CellRange): boolean {
  const rows = outer.top <= inner.top && outer.bottom >= inner.bottom;
  return rows && outer.left <= inner.left && outer.right >= inner.right;
}

function overlap(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
