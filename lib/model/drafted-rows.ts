import type { OpValue } from './op';
import type { Problem, RecognisedTable } from './table';

/**
 * What became of a sheet's rows. The journal names cells as they stood in the workbook as received, for good: a colleague who has not
 * drafted anything yet and one who has speak of the same cell by the same name. Plain data, handed from the worker to the page.
 */
export interface MovedRows {
  sheet: string;
  /** For each row of the drafted sheet: the row it was (both 0-based), or the id of a new one. */
  order: readonly (number | string)[];
  /** Rows of the sheet as received that `order` speaks of; those beyond follow at an even distance. */
  received: number;
  /** Merges over several rows that are anchored in another row now: addresses of the anchor as received, and now. */
  anchors: readonly (readonly [received: string, now: string])[];
}

/** Rows that were drafted: the tables as they were received, and what became of their rows. */
export interface DraftedRows {
  received: readonly RecognisedTable[];
  /** Only of sheets whose rows are others now. */
  moved: readonly MovedRows[];
}

/** A text whose printed number changed with its place. `cell` is where it stands now. */
export interface RenumberedCell {
  sheet: string;
  cell: string;
  from: string;
  to: string;
}

/** How a section's indicators are numbered. */
export interface SectionNumbering {
  first: number;
  /** Its numbers run on from those of the section before. */
  chained: boolean;
  /** A numbered text to follow in form. */
  model: string;
}

/** What drafting did to the workbook as received. */
export interface Drafting extends DraftedRows {
  renumbered: readonly RenumberedCell[];
  /** By table (in the order of `received`) and section code; a section whose numbers do not run on is not in the map. */
  numbering: readonly ReadonlyMap<string, SectionNumbering>[];
  problems: readonly Problem[];
}

/** What the journal holds that decides which rows a table has and what they are worded like. */
export interface JournalValue {
  entity: string;
  field: string;
  value: OpValue;
}
