import type { HeaderBlock, HeaderColumn } from './find-headers';
import { isBlank, type SheetView } from './sheet-view';

const SAMPLE_ROWS = 60;
/** A section column without a heading stands directly on the left of the others. */
const LEFT_OF_HEADER = 2;

/** The header with the columns that hold texts or numbers below a blank heading. */
export function withUnnamedColumns(view: SheetView, block: HeaderBlock, end: number): HeaderBlock {
  const named = new Set<number>();
  for (const { column, right } of block.columns) for (let c = column; c <= right; c++) named.add(c);
  const counts = new Map<number, number>();
  const from = Math.max(0, block.left - LEFT_OF_HEADER);
  for (let row = block.bottom + 1; row <= Math.min(end, block.bottom + SAMPLE_ROWS); row++) {
    const filled = view.filled(row, from, block.right);
    // A line of its own, such as a note or a title, is no row of the table.
    if (filled.length < 3) continue;
    for (const column of filled) if (!named.has(column)) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const unnamed = [...counts.keys()].filter(column => isBlank(view.shown(block.bottom, column)));
  if (unnamed.length === 0) return block;
  const columns: HeaderColumn[] = unnamed.map(column => ({ column, right: column, path: [''], guesses: [] }));
  const all = [...block.columns, ...columns].sort((a, b) => a.column - b.column);
  return { ...block, left: Math.min(block.left, ...unnamed), columns: all };
}
