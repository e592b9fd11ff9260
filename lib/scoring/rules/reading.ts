import type { SimpleRule } from '../../model/rule';

/** A rule read from one or several clauses, with where they stand in the folded text. */
export interface Reading {
  rule: SimpleRule;
  start: number;
  end: number;
  sentence: number;
  /** The words before its first number, and all its words. */
  subject: string;
  words: string;
  confidence: number;
}

/** How sure a reading is. */
export const CERTAIN = 0.95;
/** The words leave one other reading that is less likely. */
export const LIKELY = 0.8;
/** Something usual was assumed that the words do not say. */
export const ASSUMED = 0.65;

/** A rule from the clauses at `at`, and how many it takes. */
export interface Taken {
  rule: SimpleRule;
  taken: number;
  confidence: number;
}
