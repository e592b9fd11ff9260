import type { CellPosition, CellRange } from './address';

/** What a person can put into a cell. null empties it and keeps its look. */
export type CellValue = string | number | boolean | null;

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

/** One non-empty cell as a reader sees it. */
export interface GridCell {
  kind: CellKind;
  /** As shown on screen: a number through its number format, a date as the sheet prints it, text verbatim. */
  text: string;
  /** text → string, number → number, date → its serial number, boolean → boolean, error → its text. */
  value: string | number | boolean;
  /** Only for kind 'date': "2023-12-31", with "T08:30:00" where the cell has a time; the book's date system applied. */
  iso?: string;
  /** The formula without "=", where the cell has one; '' for a cell that is part of a shared or array formula. */
  formula?: string;
}

/**
 * A sheet's cells, read only. Rows and columns are 0-based. Sizes come from non-empty cells and merges that touch
 * them, never from what the file claims.
 */
export interface CellGrid {
  readonly name: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Clamped to the used area, none overlapping. */
  readonly merges: readonly CellRange[];
  /** undefined for an empty cell, also for the covered cells of a merge. */
  cell(row: number, column: number): GridCell | undefined;
  /** Columns with a non-empty cell in this row, ascending. */
  filledColumns(row: number): readonly number[];
  /** Index into the workbook's looks; 0 where nothing says otherwise. Rows' and columns' own looks are applied. */
  style(row: number, column: number): number;
  /** false: no cell's text holds this; true: some may. For passing over large sheets that cannot matter. */
  mayContain?(text: string): boolean;
}

/** A change to one cell. A position inside a merge means the merge's anchor. */
export interface CellEdit extends CellPosition {
  sheet: string;
  value: CellValue;
}
