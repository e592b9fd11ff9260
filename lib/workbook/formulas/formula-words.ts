import { columnIndex, MAX_ROWS } from '../../model/address';
import type { Anchor } from './formula-ast';

/** What formulas are made of, for those who calculate them and those who move their references. Sources of regular expressions. */
export const NAME = '[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\?]*';
const CELL = '\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}';
/** "E7", "$E$7:E11", "A:C" or "2:2". */
export const AREA = `${CELL}(?::${CELL})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?[1-9]\\d{0,6}:\\$?[1-9]\\d{0,6}`;
export const TEXT = '"((?:[^"]|"")*)"';
export const NUMBER = '(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?';

/** One end of an area; of "A:C" no row, of "2:2" no column. */
export interface Corner {
  column: Anchor | null;
  row: Anchor | null;
}

/** null for letters beyond XFD and rows beyond the last: they make a name. */
export function cornerOf(text: string): Corner | null {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  if (!match) return null;
  const [, dollar, letters, innerDollar, digits] = match;
  const column = letters ? columnIndex(letters) : null;
  if (letters && column === null) return null;
  const row = digits ? Number(digits) - 1 : null;
  if (row !== null && row >= MAX_ROWS) return null;
  return {
    column: column === null ? null : { index: column, fixed: dollar === '$' },
    row: row === null ? null : { index: row, fixed: (letters ? innerDollar : dollar) === '$' },
  };
}
