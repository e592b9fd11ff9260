import type { SimpleRule } from '../../model/rule';

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

/** null where there is nothing to answer. */
export function answerField(rule: SimpleRule): AnswerField | null {
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
