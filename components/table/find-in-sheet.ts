import type { CellPosition } from '../../lib/model/address';
import { matchKey } from '../../lib/model/text';
import type { SheetSource } from './sheet-source';

/** The next cell after `from`, row by row and round to the start, whose text holds `query`; width and spaces do not matter. */
export function findInSheet(source: SheetSource, query: string, from: CellPosition): CellPosition | null {
  const key = matchKey(query);
  const { rowCount, columnCount } = source.grid;
  if (key === '' || rowCount === 0) return null;
  const holds = (row: number, column: number): boolean => {
    const text = source.shown(row, column)?.text;
    return Boolean(text) && matchKey(text!).includes(key);
  };
  for (let step = 0; step <= rowCount; step++) {
    const row = (from.row + step) % rowCount;
    const start = step === 0 ? from.column + 1 : 0;
    // The row it began in is looked through again up to where it began.
    const end = step === rowCount ? Math.min(from.column, columnCount - 1) : columnCount - 1;
    for (let column = start; column <= end; column++) if (holds(row, column)) return { row, column };
  }
  return null;
}
