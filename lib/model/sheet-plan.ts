import type { CellRange } from './address';
import type { StyleName } from './form-styles';

export type PlannedValue = { text: string } | { number: number } | { formula: string; result: number } | null;

export interface PlannedRow {
  /** Points. */
  height: number;
  /** One entry per column; the covered cells of a merge are there too, for their borders. */
  cells: { value: PlannedValue; style: StyleName }[];
}

/** One printed sheet, laid out: what sheet-xml.ts writes down and nothing more. */
export interface SheetPlan {
  name: string;
  title: string;
  /** Characters of the normal font, as the file stores them. */
  columnWidths: readonly number[];
  rows: PlannedRow[];
  merges: CellRange[];
  /** 0-based; printed again on every page. */
  headerRow: number;
  /** 0-based rows that begin a new page. */
  pageStarts: readonly number[];
  /** Score cells and the weight each may not exceed. */
  scoreLimits: readonly { cells: string; limit: string }[];
}

/** A4 landscape, margins in inches as the file stores them. */
export const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.65, header: 0.3, footer: 0.3 };
