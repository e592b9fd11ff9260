import type { ColumnRole } from '../model/columns';

/** What the page world may know of an indicator: the public texts of the table, nothing of the unit's own. */
export interface PageIndicator {
  code: string;
  /** The number printed before the text, within its section. */
  number?: string | number | null;
  /** Name of the section (领导责任落实) and its number (一). */
  section?: string | null;
  sectionNumber?: string | number | null;
  text: string;
  measures?: string | readonly string[] | null;
  deadline?: string | null;
  weight?: string | number | null;
}

export interface PageTable {
  indicators: readonly PageIndicator[];
}

/** A column's meaning; `frame` is an iframe that belongs to one indicator as a whole. */
export type FieldRole = ColumnRole | 'frame';

export interface FieldMatch {
  element: Element;
  code: string | null;
  role: FieldRole | null;
  /** 0 to 1. From SURE on a hint is shown; from POSSIBLE on it is asked whether the field is this indicator's. */
  confidence: number;
  /** How the indicator and the role were found, for the side panel and for tests: "row; header 自评分". */
  why: string;
}

export interface RecogniseOptions {
  /** Shadow root of an element, open or closed. Without it open roots are entered. */
  openRoot?: ((element: Element) => ShadowRoot | null) | undefined;
  /** The indicator that the frame of this document belongs to, handed down by the document around it. */
  context?: { code: string } | null | undefined;
}

export const SURE = 0.85;
export const POSSIBLE = 0.5;
