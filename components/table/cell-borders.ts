import type { CellRange } from '../../lib/model/address';
import type { BorderLook, CellLook } from '../../lib/model/looks';
import type { SheetSource } from './sheet-source';

export interface DrawnBorders {
  top: BorderLook;
  right: BorderLook;
  bottom: BorderLook;
  left: BorderLook;
}

const NONE: BorderLook = { style: 'none', color: null };

/** The lines around a cell or merge: its own, or the neighbour's where it has none of its own. */
export function drawnBorders(source: SheetSource, range: CellRange): DrawnBorders {
  const { top, right, bottom, left } = range;
  return {
    top: first(side(source, top, left, 'top'), side(source, top - 1, left, 'bottom')),
    right: first(side(source, top, right, 'right'), side(source, top, right + 1, 'left')),
    bottom: first(side(source, bottom, left, 'bottom'), side(source, bottom + 1, left, 'top')),
    left: first(side(source, top, left, 'left'), side(source, top, left - 1, 'right')),
  };
}

function first(own: BorderLook, neighbour: BorderLook): BorderLook {
  return own.style === 'none' ? neighbour : own;
}

function side(source: SheetSource, row: number, column: number, edge: keyof CellLook['borders']): BorderLook {
  if (row < 0 || column < 0) return NONE;
  return source.looks[source.grid.style(row, column)]?.borders[edge] ?? NONE;
}

/** The same for all cells whose own and neighbouring styles are the same: a key to do the above once for each. */
export function bordersKey({ grid }: SheetSource, { top, right, bottom, left }: CellRange): string {
  const above = top > 0 ? grid.style(top - 1, left) : -1;
  const before = left > 0 ? grid.style(top, left - 1) : -1;
  const corner = grid.style(top, left);
  const last = right === left ? corner : grid.style(top, right);
  const lowest = bottom === top ? corner : grid.style(bottom, left);
  return `${corner},${last},${lowest},${above},${before},${grid.style(top, right + 1)},${grid.style(bottom + 1, left)}`;
}
