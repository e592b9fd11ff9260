import type { ErrorCode } from './app-error';
import type { Points } from './points';
import type { RecognisedTable } from './table';

/** What a unit may write itself of an indicator. */
export const DRAFT_FIELDS = ['content', 'measures', 'deadline', 'weight'] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

export interface DraftText {
  /** As it is to be, its printed number left out. */
  text: string;
  /** As it stands in the table now; null for a row that is not in the table yet. */
  before: string | null;
  /** Why it cannot be worded here; null where it can. */
  fixed: ErrorCode | null;
}

/** A row of a section as drafted. */
export interface DraftRow {
  /** The code in the workbook as received, "+…" for a row of the unit's own. */
  id: string;
  isNew: boolean;
  /** It is in the table already; else applying will put it there. */
  applied: boolean;
  removed: boolean;
  /** What applying will do to the row itself. */
  change: 'added' | 'removed' | 'restored' | 'moved' | null;
  /** As it will be printed; null where the section's indicators bear no numbers, or the row is removed. */
  number: number | null;
  /** null: the table has no such column. */
  texts: Record<DraftField, DraftText | null>;
  /** null where none is written, or none can be read. */
  weight: Points | null;
  /** How many fields people filled in for it. */
  answers: number;
  /** Two people put it into different places, or one removed it. */
  conflict: boolean;
}

export interface DraftSum {
  /** What the table states; null where it states none. */
  declared: Points | null;
  /** Of the weights that are there. */
  sum: Points;
  /** Rows without a weight that can be read. */
  missing: number;
}

export interface DraftSection {
  /** As received. */
  code: string;
  name: string;
  /** Removed rows included, at the place they had. */
  rows: DraftRow[];
  sum: DraftSum;
  /** What applying will change here. */
  changes: number;
  /** Why no row can be added; null where one can. */
  noNewRow: ErrorCode | null;
}

export interface TableDraft {
  table: RecognisedTable;
  sections: DraftSection[];
  sum: DraftSum;
  changes: number;
  /** Rows differ from those of the workbook as received, by what is applied or drafted. */
  rearranged: boolean;
}

/** An indicator of another table, to take wording from. Texts without their printed number. */
export interface BorrowedIndicator {
  code: string;
  texts: Record<DraftField, string>;
}

export interface BorrowedSection {
  name: string;
  indicators: BorrowedIndicator[];
}
