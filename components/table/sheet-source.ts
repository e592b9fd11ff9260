import type { CellPosition } from '../../lib/model/address';
import type { CellGrid } from '../../lib/model/cells';
import type { CellLook, SheetLayout } from '../../lib/model/looks';
import type { ShownCell } from './shown-value';

/** Why a cell cannot be typed into, or null. A locked cell of a protected sheet can be filled and is only marked. */
export type ReadOnlyReason = 'formula' | 'whole-sheet';

/** A quiet mark drawn on a cell: what it was recognised as, a problem, a found text. */
export interface CellMark {
  className: string;
  /** A short word in the cell's corner. */
  label?: string;
}

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
