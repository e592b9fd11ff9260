import type { CellValue } from '../../model/cells';
import type { OutsideCell } from '../../model/returned-workbook';

/** A cell that may be filled in and says something else in the returned copy. Its place is that in what was handed out. */
export interface ReturnedChange {
  sheet: string;
  row: number;
  column: number;
  before: CellValue;
  value: CellValue;
}

export interface Comparison {
  changes: ReturnedChange[];
  outside: OutsideCell[];
  /** How many of the indicators handed out were found again. */
  found: number;
  expected: number;
}
