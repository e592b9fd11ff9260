import type { CellPosition } from '../../lib/model/address';
import type { CellGrid } from '../../lib/model/cells';
import type { CellLook, SheetLayout } from '../../lib/model/looks';
import type { ShownCell } from './shown-value';

/** Why a cell cannot be typed into, or null. A locked cell of a protected sheet can be filled and is only marked. */
export type ReadOnlyReason = 'formula' | 'whole-sheet';

/** A quiet mark drawn on a cell: what it was recognised as, a problem. */
export interface CellMark {
  className: string;
  /** A short word in the cell's corner, left out where it would cover the cell's own text. */
  label?: string;
  /** Said when the pointer rests on it. */
  title?: string;
}

export interface SheetMarks {
  cell(row: number, column: number): CellMark | null;
  /** What a column is, said beside its letter. */
  column(column: number): string | null;
}

export const NO_MARKS: SheetMarks = { cell: () => null, column: () => null };

/** What the table view draws: the file's cells with what has been filled in on top. */
export interface SheetSource {
  readonly grid: CellGrid;
  readonly layout: SheetLayout;
  readonly looks: readonly CellLook[];
  readonly date1904: boolean;
  shown(row: number, column: number): ShownCell | undefined;
  readOnly(row: number, column: number): ReadOnlyReason | null;
  locked(row: number, column: number): boolean;
  /** Tells which cells changed, or null when all may have. */
  subscribe(listener: (changed: readonly CellPosition[] | null) => void): () => void;
}
