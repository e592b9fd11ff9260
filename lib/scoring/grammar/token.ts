import type { Comparison } from '../../model/rule';

export type TokenKind =
  // punctuation
  | 'stop'
  | 'comma'
  | 'list'
  | 'slash'
  | 'open'
  | 'close'
  | 'equals'
  | 'times'
  | 'to'
  // quantities
  | 'number'
  | 'points'
  | 'percent'
  | 'percentPoint'
  | 'count'
  | 'date'
  | 'every'
  | 'everyUnit'
  | 'perUnit'
  | 'period'
  // what happens to the points
  | 'deduct'
  | 'award'
  | 'bonus'
  | 'scoreNoun'
  | 'again'
  | 'extra'
  | 'eachOf'
  | 'alsoZero'
  | 'zero'
  | 'noBonus'
  | 'noDeduct'
  | 'full'
  | 'half'
  // limits and how clauses go together
  | 'cap'
  | 'capWeight'
  | 'fillUp'
  | 'noNegative'
  | 'negative'
  | 'unlimited'
  | 'dedupe'
  | 'multiplier'
  | 'fullyDeducted'
  // conditions
  | 'compare'
  | 'suffix'
  | 'inclusive'
  | 'exclusive'
  | 'late'
  | 'short'
  | 'excess'
  | 'down'
  | 'up'
  | 'unmet'
  | 'otherwise'
  | 'discretion'
  | 'level'
  | 'rank'
  | 'label'
  | 'gradeVerb'
  // what a number is about
  | 'item'
  | 'group'
  | 'total'
  | 'weight'
  | 'rate'
  // whole rules
  | 'byRatio'
  | 'fold'
  | 'base'
  | 'share'
  | 'notApplicable'
  | 'applicable'
  | 'proof'
  | 'absent'
  | 'veto'
  // no meaning for scores
  | 'text';

export interface Token {
  kind: TokenKind;
  /** Folded. */
  text: string;
  /** Offsets in the folded text. */
  start: number;
  end: number;
  /** Of a quantity or factor; 0 elsewhere. */
  value: number;
  /** Of a count, 每次 or 分/次; '' elsewhere. */
  unit: string;
  /** Of a comparison. */
  op: Comparison | null;
}
