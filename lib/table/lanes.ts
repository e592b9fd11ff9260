import type { CellGrid } from '../model/cells';

/** Beyond this many columns a sheet is not two tables side by side. */
const WIDEST = 512;

/**
 * The parts of a sheet that entirely empty columns set apart, as grids of their own with the same addresses. One part
 * alone gives an empty list.
 */
export function lanesOf(grid: CellGrid): CellGrid[] {
  if (grid.columnCount > WIDEST) return [];
  const used = new Uint8Array(grid.columnCount);
  for (let row = 0; row < grid.rowCount; row++) for (const column of grid.filledColumns(row)) used[column] = 1;
  for (const { left, right, top, bottom } of grid.merges) {
    // A title may be merged across both parts; a merged heading or section is part of one.
    if (bottom > top || right - left < 3) used.fill(1, left, right + 1);
  }
  const lanes: CellGrid[] = [];
  let left = -1;
  for (let column = 0; column <= grid.columnCount; column++) {
    if (used[column] && left < 0) left = column;
    if (used[column] || left < 0) continue;
    lanes.push(laneOf(grid, left, column - 1));
    left = -1;
  }
  return lanes.length > 1 ? lanes : [];
}

function laneOf(grid: CellGrid, left: number, right: number): CellGrid {
  const inside = (column: number) => column >= left && column <= right;
  return {
    name: grid.name,
    hidden: grid.hidden,
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    merges: grid.merges
      .filter(merge => inside(merge.left))
      .map(merge => ({ ...merge, right: Math.min(merge.right, right) })),
    cell: (row, column) => (inside(column) ? grid.cell(row, column) : undefined),
    filledColumns: row => grid.filledColumns(row).filter(inside),
    style: (row, column) => grid.style(row, column),
  };
}
