import type { CellValue } from '../../model/cells';
import type { Problem } from '../../model/table';

/** A sheet's row: one of the file by its original number (1-based), one inserted by its id. */
export type RowName = number | string;

export interface InsertRow {
  kind: 'insert';
  /** The caller's name for the new row. */
  id: string;
  /** Directly below this row, 0 for above the first. A removed row still marks its place. */
  after: RowName;
  /** The row (original number) whose look the new one takes; it also tells which section the new one belongs to. */
  like: number;
  /**
   * Columns in which the new row shares its model's cell, as it does a section's title: the two are merged there, where
   * the title has stood on a single row so far. Columns are 0-based.
   */
  shares?: readonly number[];
  values: readonly { column: number; value: CellValue }[];
}

export interface RemoveRow {
  kind: 'remove';
  row: RowName;
}

/** With its content and look. */
export interface MoveRow {
  kind: 'move';
  row: RowName;
  after: RowName;
}

export type RowOperation = InsertRow | RemoveRow | MoveRow;

export interface RowChanges {
  sheet: string;
  /** Made one after the other; the names of rows never change meanwhile. */
  operations: readonly RowOperation[];
}

export interface RowChangesResult {
  bytes: Uint8Array;
  /** Where a row (original number, 1-based) now stands; null where it was removed. */
  rowMap(row: number): number | null;
  /** Where the inserted rows stand, 1-based, by their ids. */
  inserted: ReadonlyMap<string, number>;
  problems: Problem[];
}
