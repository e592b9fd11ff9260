import type { ParsedRule, SimpleRule, Span } from '../../model/rule';
import type { RuleInput } from '../../model/rule-input';
import { type AnswerField, answerField } from './answer-field';

/** One thing that a scoring rule asks. */
export interface RuleClause {
  /** Key in a composite; '' for a rule of one clause. */
  key: string;
  rule: SimpleRule;
  quote: string;
  /** UTF-16 offsets in the rule's text. */
  span: Span;
  /** null where there is nothing to answer: caps, notes, texts not understood. */
  field: AnswerField | null;
  confidence: number;
}

export function clausesOf(parsed: ParsedRule): RuleClause[] {
  const { rule } = parsed;
  if (rule.kind !== 'composite') {
    const { sourceText, span, confidence } = parsed;
    return [{ key: '', rule, quote: sourceText, span, field: answerField(rule), confidence }];
  }
  const places = new Map(parsed.parts.map(part => [part.key, part]));
  return rule.rules.map(part => {
    const place = places.get(part.key) ?? parsed;
    return {
      key: part.key,
      rule: part,
      quote: place.sourceText,
      span: place.span,
      field: answerField(part),
      confidence: place.confidence,
    };
  });
}

export type ClauseAnswer = Pick<
  RuleInput,
  | 'hit'
  | 'count'
  | 'actual'
  | 'late'
  | 'rate'
  | 'rank'
  | 'of'
  | 'choice'
  | 'missing'
  | 'have'
  | 'counts'
  | 'events'
  | 'judged'
>;

/** What was answered to a clause; null where nothing was. */
export function answerOf(clause: RuleClause, answers: RuleInput | null): ClauseAnswer | null {
  if (!answers || !clause.field) return null;
  const own = clause.key === '' ? answers : answers.hits?.[clause.key];
  if (own === undefined) return null;
  if (typeof own !== 'object') return { [clause.field.name]: own };
  if (Array.isArray(own)) return { [clause.field.name]: own };
  return Object.keys(own).some(name => name !== 'weight') ? (own as ClauseAnswer) : null;
}

/** The answers with one clause answered anew. */
export function withAnswer(clause: RuleClause, answers: RuleInput | null, answer: ClauseAnswer): RuleInput {
  if (clause.key === '') return { ...answers, ...answer };
  return { ...answers, hits: { ...answers?.hits, [clause.key]: { ...answerOf(clause, answers), ...answer } } };
}
