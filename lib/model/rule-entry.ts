import type { ReadingClause } from './rule-reading';

/** A scoring rule as a superior's paper states it, before it is known which indicator it is for. */
export interface RuleEntry {
  /** The words that say what is scored; '' where none stand there. */
  content: string;
  /** The scoring words. */
  text: string;
  /** Name and printed number of the section above it. */
  section: { number: string | null; name: string } | null;
  /** As printed: "3", "2.3". */
  number: string | null;
  weight: number | null;
  /** How somebody read it already, as a template file brings it. */
  clauses: readonly ReadingClause[] | null;
  /** Where it stands in the file; null for pasted text. */
  cell: string | null;
}

/** What an entry is for: an indicator by its entity, or the whole table. */
export type RuleTarget = { for: 'indicator'; entity: string } | { for: 'table'; table: string };

/** An entry and what it was matched to. */
export interface RuleMatch {
  entry: RuleEntry;
  /** null: nobody can tell from the words; a person says. */
  target: RuleTarget | null;
  /** Entities of indicators that it may be for, the likeliest first. */
  likely: readonly string[];
}
