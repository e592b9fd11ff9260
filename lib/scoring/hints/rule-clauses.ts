import type { ParsedRule, SimpleRule, Span } from '../../model/rule';
import type { RuleInput } from '../../model/rule-input';

/** How a clause of a scoring rule is answered. `name`: the key of RuleInput the answer goes into. */
export type AnswerField =
  | { type: 'yes-no'; name: 'hit'; goodIs: boolean }
  | { type: 'count'; name: 'count' | 'actual' | 'late'; unit: string; target: number | null }
  | { type: 'percentage'; name: 'actual' | 'rate'; target: number | null }
  | { type: 'rank'; name: 'rank'; needsTotal: boolean }
  | { type: 'choice'; name: 'choice'; options: readonly string[] }
  | { type: 'checklist'; name: 'missing' | 'have'; options: readonly string[] }
  | { type: 'levels'; name: 'counts'; options: readonly string[] }
  | { type: 'events'; name: 'events'; unit: string }
  | { type: 'points'; name: 'judged'; min: number | null; max: number | null };

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

function answerField(rule: SimpleRule): AnswerField | null {
  switch (rule.kind) {
    case 'deduct_fixed':
    case 'zero':
    case 'veto':
    case 'extra_deduct':
      return { type: 'yes-no', name: 'hit', goodIs: false };
    case 'award_fixed':
      return { type: 'yes-no', name: 'hit', goodIs: true };
    case 'deduct_each':
    case 'award_each':
    case 'bonus_each':
      return { type: 'count', name: 'count', unit: rule.unit, target: null };
    case 'deduct_range':
      return rule.unit
        ? { type: 'count', name: 'count', unit: rule.unit, target: null }
        : { type: 'points', name: 'judged', min: rule.min, max: rule.max };
    case 'deduct_shortfall':
      return { type: 'count', name: 'actual', unit: rule.unit, target: rule.target };
    case 'deduct_excess':
      return { type: 'count', name: 'actual', unit: rule.unit, target: rule.limit };
    case 'deduct_point':
      return { type: 'percentage', name: 'actual', target: rule.target };
    case 'deduct_threshold':
    case 'threshold_zero':
    case 'award_threshold':
    case 'bonus_threshold':
      return rule.unit === '%'
        ? { type: 'percentage', name: 'actual', target: rule.value }
        : { type: 'count', name: 'actual', unit: rule.unit, target: rule.value };
    case 'bands':
      return { type: 'percentage', name: 'actual', target: null };
    case 'bands_each':
      return { type: 'events', name: 'events', unit: '' };
    case 'ratio':
    case 'ratio_to_best':
      return { type: 'percentage', name: 'rate', target: null };
    case 'late':
      return { type: 'count', name: 'late', unit: rule.unit, target: null };
    case 'rank':
      return { type: 'rank', name: 'rank', needsTotal: Object.keys(rule.table).some(place => place.startsWith('-')) };
    case 'choice':
      return { type: 'choice', name: 'choice', options: rule.options.map(({ label }) => label) };
    case 'deduct_each_any':
      return { type: 'checklist', name: 'missing', options: rule.elements };
    case 'award_checklist':
      return { type: 'checklist', name: 'have', options: rule.items.map(({ key }) => key) };
    case 'award_levels':
    case 'bonus_levels':
      return { type: 'levels', name: 'counts', options: rule.levels.map(({ level }) => level) };
    case 'manual':
      return { type: 'points', name: 'judged', min: rule.min ?? null, max: rule.max ?? null };
    default:
      return null;
  }
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
