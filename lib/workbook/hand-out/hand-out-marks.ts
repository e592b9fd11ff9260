import type { CellPosition } from '../../model/address';
import type { CellName } from './hidden-names';

export interface HandOutMarks {
  /** The cells (0-based, merges by their anchor) that stay open for typing; all others of their sheets are protected. */
  open: ReadonlyMap<string, readonly CellPosition[]>;
  properties: ReadonlyMap<string, string>;
  names: readonly CellName[];
}

/** Of a merge all cells: programs differ in which of them they ask. */
export function withCovered(
  cells: readonly CellPosition[],
  merges: readonly { top: number; left: number; bottom: number; right: number }[],
): CellPosition[] {
  const tops = new Map(merges.map(merge => [`${merge.top},${merge.left}`, merge]));
  return cells.flatMap(cell => {
    const merge = tops.get(`${cell.row},${cell.column}`);
    if (!merge) return [cell];
    const all: CellPosition[] = [];
    for (let row = merge.top; row <= merge.bottom; row++) {
      for (let column = merge.left; column <= merge.right; column++) all.push({ row, column });
    }
    return all;
  });
}
