import type { ParsedRule } from './rule';
import type { ReadingClause } from './rule-reading';

/** The scoring rule of an indicator, or of a whole table, as it stands in a campaign. */
export interface ScoringRule {
  text: string;
  /** 'given': imported or typed, in the place of what the table says. */
  origin: 'table' | 'given';
  /** null for words that do not stand in this workbook. */
  cell: string | null;
  clauses: readonly ReadingClause[];
  corrected: boolean;
  /** The kept reading is damaged or of a newer version: nothing is calculated from it. */
  unreadable: boolean;
  /** null where nothing of it means points. */
  parsed: ParsedRule | null;
}
