import type { SimpleRuleKind } from '../../lib/model/rule-form';

export const KIND_GROUPS = ['deduct', 'award', 'graded', 'bonus', 'limit', 'table', 'other'] as const;
export type KindGroup = (typeof KIND_GROUPS)[number];

const GRADED = new Set<SimpleRuleKind>(['rank', 'bands', 'bands_each', 'ratio', 'ratio_to_best']);
const LIMITS = new Set<SimpleRuleKind>([
  'dedupe',
  'cap',
  'bonus_cap',
  'allow_negative',
  'multiplier',
  'evidence_required',
]);
const TABLE = new Set<SimpleRuleKind>(['grade', 'veto', 'na', 'fold', 'base', 'share', 'extra_deduct']);
const DEDUCTIONS = new Set<SimpleRuleKind>(['zero', 'threshold_zero', 'late']);

/** What a person looks for among forty kinds. */
export function kindGroup(kind: SimpleRuleKind): KindGroup {
  if (GRADED.has(kind)) return 'graded';
  if (LIMITS.has(kind)) return 'limit';
  if (TABLE.has(kind)) return 'table';
  if (kind.startsWith('deduct') || DEDUCTIONS.has(kind)) return 'deduct';
  if (kind.startsWith('award') || kind === 'choice') return 'award';
  return kind.startsWith('bonus') ? 'bonus' : 'other';
}
