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
  const stayed: number[] = [];
  const moved: number[] = [];
  for (let row = range.top; row <= Math.min(range.bottom, plan.lastNamed); row++) {
    const place = plan.newRow(row);
    if (place !== null) (plan.isMoved(row) ? moved : stayed).push(place);
  }
  if (range.bottom > plan.lastNamed) {
    stayed.push(Math.max(range.top, plan.lastNamed + 1) + plan.tailShift, range.bottom + plan.tailShift);
  }
  // Rows that were not moved are still in order among themselves.
  if (stayed.length > 0) return { top: stayed[0]!, bottom: lastOf(stayed)! };
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
  const rows = plan.inserted.filter(({ like }) => contains(range, like)).map(({ row }) => row);
  for (let row = top; row <= Math.min(bottom, plan.lastNamed); row++) {
    const place = plan.newRow(row);
    if (place !== null) rows.push(place);
  }
  const ranges: RowRange[] = [];
  for (const row of rows.sort((a, b) => a - b)) {
    const last = lastOf(ranges);
    if (last?.bottom === row - 1) last.bottom = row;
    else ranges.push({ top: row, bottom: row });
  }
  if (bottom <= plan.lastNamed) return ranges;
  const tail = {
    top: Math.max(top, plan.lastNamed + 1) + plan.tailShift,
    bottom: Math.min(bottom + plan.tailShift, MAX_ROWS - 1),
  };
  const last = lastOf(ranges);
  if (last?.bottom === tail.top - 1) last.bottom = tail.bottom;
  else ranges.push(tail);
  return ranges;
}

export function contains({ top, bottom }: RowRange, row: number): boolean {
  return row >= top && row <= bottom;
}

function sameRange(a: RowRange, b: RowRange): boolean {
  return a.top === b.top && a.bottom === b.bottom;
}
