import { formatRange } from '../../model/address';
import type { CellGrid } from '../../model/cells';
import type { OutsideCell } from '../../model/returned-workbook';
import { type ReturnedMarks, SheetComparison } from './compare-sheet';
import type { Comparison } from './comparison';
import { matchSheets } from './match-sheets';
import type { MergeBase } from './merge-base';
import { MergedGrid } from './merged-grid';

/** By sheet of what was handed out. */
export type MarksBySheet = ReadonlyMap<string, ReturnedMarks>;

const NO_MARKS: ReturnedMarks = { rows: new Map(), isOwn: () => true };

/**
 * What a returned copy says otherwise than what was handed out, cell by cell. Pure: sheets in, differences out. What a program
 * changes when it saves is no difference; what stands in no cell that was to be filled in is outside; absence says nothing.
 */
export function compareReturned(
  base: MergeBase,
  returned: readonly CellGrid[],
  marks: MarksBySheet = new Map(),
): Comparison {
  const matched = matchSheets(base, returned);
  const all: Comparison = { changes: [], outside: [], found: 0, expected: 0 };
  for (const sheet of base.sheets) {
    const grid = matched.get(sheet);
    if (!grid) {
      all.expected += sheet.tables.reduce((sum, table) => sum + table.blocks.length, 0);
      if (sheet.grid.grid.rowCount > 0) all.outside.push(wholeSheet(sheet.grid.grid, 'sheet-missing'));
      continue;
    }
    const own = marks.get(sheet.grid.grid.name) ?? NO_MARKS;
    const one = new SheetComparison(sheet, new MergedGrid(grid), own, base.plain).run();
    all.changes.push(...one.changes);
    all.outside.push(...one.outside);
    all.found += one.found;
    all.expected += one.expected;
  }
  const known = new Set(matched.values());
  for (const grid of returned) {
    if (!known.has(grid) && !grid.hidden && grid.rowCount > 0) all.outside.push(wholeSheet(grid, 'new-sheet'));
  }
  return all;
}

function wholeSheet(grid: CellGrid, reason: 'new-sheet' | 'sheet-missing'): OutsideCell {
  const bottom = Math.max(0, grid.rowCount - 1);
  const right = Math.max(0, grid.columnCount - 1);
  return { sheet: grid.name, cell: formatRange({ top: 0, left: 0, bottom, right }), before: null, value: null, reason };
}
