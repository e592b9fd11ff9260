import type { CellValue } from '../../model/cells';

/** Why a difference is not taken over. */
export const OUTSIDE_REASONS = [
  'printed',
  'other-rows',
  'formula',
  'row-split',
  'row-missing',
  'row-unsure',
  'new-row',
  'new-column',
  'new-sheet',
  'sheet-missing',
] as const;

export type OutsideReason = (typeof OUTSIDE_REASONS)[number];

/** A cell that may be filled in and says something else in the returned copy. Its place is that in what was handed out. */
export interface ReturnedChange {
  sheet: string;
  row: number;
  column: number;
  before: CellValue;
  value: CellValue;
}

/** A difference that is told and never applied. */
export interface OutsideCell {
  sheet: string;
  /** "C5" in what was handed out; for what was added, in the returned copy. */
  cell: string;
  before: CellValue;
  value: CellValue;
  reason: OutsideReason;
}

export interface Comparison {
  changes: ReturnedChange[];
  outside: OutsideCell[];
  /** How many of the indicators handed out were found again. */
  found: number;
  expected: number;
}
