import type { CellRange } from '../../model/address';
import type { CellValue } from '../../model/cells';
import type { AppendableRole } from '../../model/columns';
import type { Problem } from '../../model/table';
import type { WorkbookIndex } from '../splice/workbook-index';

export interface FillOptions {
  /** Rows grow where the filled text would be cut in print. Off unless asked for. */
  growRows?: boolean;
  append?: AppendColumns;
  /** Of exactly these bytes, made at import (index-workbook.ts): what lets a large workbook be filled without reading it all. */
  index?: WorkbookIndex;
  signal?: AbortSignal;
}

/** Columns to add directly right of a table, in its own look: a working copy. */
export interface AppendColumns {
  sheet: string;
  /** The table as it is. */
  range: CellRange;
  /** 1-based sheet rows of the header. */
  headerRows: readonly number[];
  /** 1-based sheet rows where the header is printed again. */
  repeatedHeaderRows: readonly number[];
  /** Addresses of the title's cells. */
  titleCells: readonly string[];
  columns: readonly AppendedColumn[];
  /** 1-based sheet rows that share one answer: the appended cells of each group are merged. */
  rowGroups?: readonly { first: number; last: number }[];
}

export interface AppendedColumn {
  role: AppendableRole;
  heading: string;
  /** In characters of the book's normal font; by role where not given. */
  width?: number;
}

export interface FillResult {
  bytes: Uint8Array;
  /** The cells that changed, in the order of the edits; merges by their anchor. */
  written: WrittenCell[];
  problems: Problem[];
  grownRows: GrownRow[];
  /** Which column (0-based) each appended role stands in. */
  appended?: Partial<Record<AppendableRole, number>>;
}

export interface WrittenCell {
  sheet: string;
  cell: string;
  before: CellValue;
  after: CellValue;
}

/** A row (1-based) and its height in points, before and after. */
export interface GrownRow {
  sheet: string;
  row: number;
  from: number;
  to: number;
}
