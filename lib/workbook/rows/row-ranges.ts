import { MAX_ROWS } from '../../model/address';
import { lastOf } from '../../model/last';
import type { RowPlan } from './row-plan';

/** Rows from `top` to `bottom`, 0-based. */
export interface RowRange {
  top: number;
  bottom: number;
}

export interface MappedRange extends RowRange {
  /** The same rows in the same order: nothing came in, went out or changed places. */
  same: boolean;
  /** A row inserted at the range's edge was taken in, because it looks like one inside. */
  extended: boolean;
}

/** The rows of a range have all been removed, or moved to different places. */
export type Unmapped = 'removed' | 'torn';

/**
 * Where a range of old rows now lies. Rows removed or moved away leave it, rows inserted or moved in between belong to
 * it, and so do rows inserted at its very edge that look like one of its rows, where `extend` is set.
 */
export function mapRange(plan: RowPlan, range: RowRange, extend: boolean): MappedRange | Unmapped {
  const { top, bottom } = range;
  if (top === 0 && bottom === MAX_ROWS - 1) return { ...range, same: false, extended: false };
  const shift = plan.shiftOf(top, bottom);
  const kept = shift === null ? edgesOfKept(plan, range) : { top: top + shift, bottom: bottom + shift };
  if (kept === 'removed' && extend) return edgesOfReplaced(plan, range);
  if (typeof kept === 'string') return kept;
  const joined = withMovedAtEdges(plan, range, kept);
  const wide = extend ? withInsertedAtEdges(plan, range, joined) : joined;
  return {
    top: wide.top,
    bottom: bottom === MAX_ROWS - 1 ? bottom : Math.min(wide.bottom, MAX_ROWS - 1),
    same: shift !== null && sameRange(kept, wide),
    extended: !sameRange(joined, wide),
  };
}

function edgesOfKept(plan: RowPlan, range: RowRange): RowRange | Unmapped {
  const stayed: RowRange[] = [];
  const moved: number[] = [];
  for (const { top, bottom, shift, moved: isMoved } of plan.runsOf(range.top, range.bottom)) {
    if (shift === null) continue;
    if (isMoved) for (let row = top; row <= bottom; row++) moved.push(row + shift);
    else stayed.push({ top: top + shift, bottom: bottom + shift });
  }
  // Rows that were not moved are still in order among themselves.
  if (stayed.length > 0) return { top: stayed[0]!.top, bottom: lastOf(stayed)!.bottom };
  if (moved.length === 0) return 'removed';
  moved.sort((a, b) => a - b);
  const edges = { top: moved[0]!, bottom: lastOf(moved)! };
  for (let row = edges.top; row <= edges.bottom; row++) {
    const old = plan.oldRow(row);
    if (old !== null && !contains(range, old)) return 'torn';
  }
  return edges;
}

/** All rows are gone, and rows that look like them came in their place. */
function edgesOfReplaced(plan: RowPlan, range: RowRange): MappedRange | Unmapped {
  const rows = plan.inserted.filter(({ like }) => contains(range, like)).map(({ row }) => row);
  if (rows.length === 0) return 'removed';
  const [top, bottom] = [rows[0]!, lastOf(rows)!];
  return bottom - top === rows.length - 1 ? { top, bottom, same: false, extended: true } : 'torn';
}

/** A row of the range that was moved to just outside of what stayed is still one of its rows. */
function withMovedAtEdges(plan: RowPlan, range: RowRange, kept: RowRange): RowRange {
  const reach = (from: number, step: 1 | -1): number => {
    let edge = from;
    for (let row = from + step; row >= 0 && row < MAX_ROWS; row += step) {
      const old = plan.oldRow(row);
      if (old === null) continue;
      if (!contains(range, old)) break;
      edge = row;
    }
    return edge;
  };
  if (range.bottom > plan.lastNamed) return { top: reach(kept.top, -1), bottom: kept.bottom };
  return { top: reach(kept.top, -1), bottom: reach(kept.bottom, 1) };
}

function withInsertedAtEdges(plan: RowPlan, range: RowRange, joined: RowRange): RowRange {
  const reach = (from: number, step: 1 | -1): number => {
    let row = from;
    for (;;) {
      const next = row + step < 0 ? null : plan.insertedAt(row + step);
      if (!next || !contains(range, next.like)) return row;
      row += step;
    }
  };
  return { top: reach(joined.top, -1), bottom: reach(joined.bottom, 1) };
}

/**
 * Where each single row of a range now stands, as ranges from top to bottom: rows inserted are among them where the row
 * they look like is one of the range.
 */
export function mapRowSet(plan: RowPlan, range: RowRange): RowRange[] {
  const { top, bottom } = range;
  if (top === 0 && bottom === MAX_ROWS - 1) return [range];
  const pieces = plan.inserted
    .filter(({ like }) => contains(range, like))
    .map(({ row }): RowRange => ({ top: row, bottom: row }));
  for (const run of plan.runsOf(top, bottom)) {
    if (run.shift === null) continue;
    pieces.push({ top: run.top + run.shift, bottom: Math.min(run.bottom + run.shift, MAX_ROWS - 1) });
  }
  const ranges: RowRange[] = [];
  for (const piece of pieces.sort((a, b) => a.top - b.top)) {
    const last = lastOf(ranges);
    if (last?.bottom === piece.top - 1) last.bottom = piece.bottom;
    else ranges.push({ ...piece });
  }
  return ranges;
}

export function contains({ top, bottom }: RowRange, row: number): boolean {
  return row >= top && row <= bottom;
}

function sameRange(a: RowRange, b: RowRange): boolean {
  return a.top === b.top && a.bottom === b.bottom;
}
