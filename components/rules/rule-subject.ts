import type { ReadingClause } from '../../lib/model/rule-reading';
import type { ScoringRule } from '../../lib/model/scoring-rule';
import type { Indicator, RecognisedTable, Section } from '../../lib/model/table';
import { speaksOfPoints } from '../../lib/scoring/speaks-of-points';

/** What a scoring rule can belong to: an indicator, or (without one) its whole table. */
export interface RuleSubject {
  /** The indicator's entity, or "table:<sheet>#<ordinal>". */
  key: string;
  table: RecognisedTable;
  section: Section | null;
  indicator: Indicator | null;
  rule: ScoringRule | null;
}

export const UNSURE = 0.7;

export type RuleState = 'none' | 'read' | 'open' | 'corrected';

/** 'open': a person should look at it. */
export function ruleState({ rule }: RuleSubject): RuleState {
  if (!rule || rule.clauses.length === 0) return 'none';
  if (rule.unreadable || rule.clauses.some(needsLook)) return 'open';
  return rule.corrected ? 'corrected' : 'read';
}

export const needsLook = ({ rule, quote, confidence, corrected }: ReadingClause): boolean =>
  (!corrected &&
    (rule.kind === 'unparsed' || confidence < UNSURE || (rule.kind === 'none' && speaksOfPoints(quote)))) ||
  lacksNumber(rule);

/** What is to be reached, or kept within, is not said: no score comes of it before somebody does. */
const lacksNumber = (rule: ReadingClause['rule']): boolean =>
  ((rule.kind === 'deduct_shortfall' || rule.kind === 'deduct_point') && rule.target === null) ||
  (rule.kind === 'deduct_excess' && rule.limit === null);
