import type { CellPosition } from '../../lib/model/address';
import type { Axis } from './axis';
import type { Move } from './grid-keys';
import type { MergeIndex } from './merge-index';

export interface MoveGround {
  rows: Axis;
  columns: Axis;
  merges: MergeIndex;
  isFilled(position: CellPosition): boolean;
  /** Height of what can be seen, for a page. */
  pageHeight: number;
}

/** Where a move leads from `from`; merges are stepped over as one cell, hidden rows and columns skipped. */
export function positionAfter(move: Move, from: CellPosition, ground: MoveGround): CellPosition {
  return ground.merges.anchor(target(move, from, ground));
}

function target(move: Move, from: CellPosition, ground: MoveGround): CellPosition {
  const { rows, columns } = ground;
  switch (move) {
    case 'up':
    case 'down':
    case 'left':
    case 'right':
      return step(from, move, ground) ?? from;
    case 'next':
      return step(from, 'right', ground) ?? rowEdge(from, 1, ground) ?? from;
    case 'previous':
      return step(from, 'left', ground) ?? rowEdge(from, -1, ground) ?? from;
    case 'block-up':
    case 'block-down':
    case 'block-left':
    case 'block-right':
      return blockEdge(from, move.slice('block-'.length) as Direction, ground);
    case 'row-start':
      return { row: from.row, column: columns.nextVisible(-1, 1) ?? 0 };
    case 'row-end':
      return { row: from.row, column: columns.nextVisible(columns.count, -1) ?? 0 };
    case 'sheet-start':
      return { row: rows.nextVisible(-1, 1) ?? 0, column: columns.nextVisible(-1, 1) ?? 0 };
    case 'sheet-end':
      return {
        row: rows.nextVisible(rows.count, -1) ?? 0,
        column: columns.nextVisible(columns.count, -1) ?? 0,
      };
    case 'page-up':
    case 'page-down':
      return page(from, move, ground);
  }
}

type Direction = 'up' | 'down' | 'left' | 'right';

/** null at the sheet's edge. */
function step(from: CellPosition, direction: Direction, { rows, columns, merges }: MoveGround): CellPosition | null {
  const merge = merges.at(from);
  if (direction === 'up' || direction === 'down') {
    const edge = direction === 'up' ? (merge?.top ?? from.row) : (merge?.bottom ?? from.row);
    const row = rows.nextVisible(edge, direction === 'up' ? -1 : 1);
    return row === null ? null : { row, column: from.column };
  }
  const edge = direction === 'left' ? (merge?.left ?? from.column) : (merge?.right ?? from.column);
  const column = columns.nextVisible(edge, direction === 'left' ? -1 : 1);
  return column === null ? null : { row: from.row, column };
}

function rowEdge(from: CellPosition, way: 1 | -1, { rows, columns }: MoveGround): CellPosition | null {
  const row = rows.nextVisible(from.row, way);
  const column = columns.nextVisible(way === 1 ? -1 : columns.count, way);
  return row === null || column === null ? null : { row, column };
}

/** Ctrl+arrow: to the end of the filled run, or to the next filled cell, else to the edge. */
function blockEdge(from: CellPosition, direction: Direction, ground: MoveGround): CellPosition {
  const filled = (at: CellPosition): boolean => ground.isFilled(ground.merges.anchor(at));
  let at = from;
  let next = step(at, direction, ground);
  if (!next) return from;
  const run = filled(at) && filled(next);
  while (next) {
    if (run && !filled(next)) return at;
    at = next;
    if (!run && filled(at)) return at;
    next = step(at, direction, ground);
  }
  return at;
}

function page(from: CellPosition, move: 'page-up' | 'page-down', ground: MoveGround): CellPosition {
  const here = ground.rows.offset(from.row);
  const far = move === 'page-down' ? here + ground.pageHeight : here - ground.pageHeight;
  const target = { row: ground.rows.indexAt(Math.max(0, far)), column: from.column };
  const anchor = ground.merges.anchor(target);
  // A cell taller than the page must not hold the cursor.
  return anchor.row === from.row ? (step(from, move === 'page-down' ? 'down' : 'up', ground) ?? from) : target;
}
