import { type CellRange, formatRange, MAX_COLUMNS, MAX_ROWS, parseRange } from '../../model/address';
import type { RowPlan } from './row-plan';
import { mapRowSet, type RowRange } from './row-ranges';

/** The cells a rule holds for, before and after. */
export interface MappedCells {
  /** As the file spells it; "" where no cell is left. */
  sqref: string;
  changed: boolean;
  /** The first row, which relative references count from. */
  base: number;
  newBase: number;
  /** All old rows, from the first to the last. */
  rows: RowRange;
  /** Whether it holds for one row only, before and after. */
  oneRow: boolean;
}

/**
 * A list of ranges such as "I3:I5 I7": each of its rows is followed to where it stands now, and a new row joins where
 * the row it looks like is in it. null where it cannot be read.
 */
export function mapSqref(plan: RowPlan, sqref: string): MappedCells | null {
  const ranges = sqref.trim().split(/\s+/).map(readRange);
  if (ranges.some(range => range === null)) return null;
  const old = ranges as CellRange[];
  const pieces = old.flatMap(range => mapRowSet(plan, range).map(rows => ({ ...range, ...rows })));
  const rows = {
    top: Math.min(...old.map(({ top }) => top)),
    bottom: Math.max(...old.map(({ bottom }) => bottom)),
  };
  const newBase = Math.min(...pieces.map(({ top }) => top));
  // Programs count from the first range or from the topmost row: they agree where the first range is the topmost.
  const first = pieces.findIndex(({ top }) => top === newBase);
  const inOrder = first > 0 ? [pieces[first]!, ...pieces.slice(0, first), ...pieces.slice(first + 1)] : pieces;
  const changed =
    pieces.length !== old.length || pieces.some((piece, i) => formatRange(piece) !== formatRange(old[i]!));
  const text = changed ? inOrder.map(formatRange).join(' ') : sqref;
  const oneRow = rows.top === rows.bottom && pieces.every(({ top, bottom }) => top === newBase && bottom === newBase);
  return { sqref: text, changed, base: rows.top, newBase, rows, oneRow };
}

function readRange(text: string): CellRange | null {
  const wholeColumns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(text);
  if (wholeColumns) return parseRange(`${wholeColumns[1]}1:${wholeColumns[2]}${MAX_ROWS}`);
  const wholeRows = /^\$?(\d+):\$?(\d+)$/.exec(text);
  const rows = wholeRows && parseRange(`A${wholeRows[1]}:A${wholeRows[2]}`);
  return rows ? { ...rows, right: MAX_COLUMNS - 1 } : parseRange(text);
}
