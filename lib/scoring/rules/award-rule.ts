import type { SimpleRule } from '../../model/rule';
import type { Clause } from '../grammar/clause';
import type { EachIsland, EffectIsland } from '../grammar/island';
import { conditionOf } from './deduct-rule';
import { ASSUMED, CERTAIN, LIKELY } from './reading';

type Read = { rule: SimpleRule; confidence: number } | null;

/** 得 …, 计 … */
export function awardRule(clause: Clause, head: EffectIsland): Read {
  const { amount, discretion } = head;
  if (amount.type === 'list') return null;
  if (amount.type === 'unstated') return { rule: { kind: 'manual' }, confidence: CERTAIN };
  if (amount.type === 'range')
    return { rule: { kind: 'manual', min: amount.min, max: amount.max }, confidence: CERTAIN };
  if (amount.type === 'points' && discretion)
    return { rule: { kind: 'manual', min: 0, max: amount.value }, confidence: LIKELY };
  if (amount.type === 'points' && amount.value === 0) return zeroRule(clause);
  // Ranks that no table of ranks took up.
  if (clause.rank && !clause.each) return null;
  if (clause.each) {
    if (amount.type !== 'points') return null;
    return {
      rule: { kind: 'award_each', amount: amount.value, ...countedBy(clause.each), max: null },
      confidence: CERTAIN,
    };
  }
  if (head.bare) return null;
  const threshold = conditionOf(clause);
  if (amount.type === 'ratio') {
    return threshold ? null : { rule: { kind: 'award_fixed', amountRatio: amount.value }, confidence: CERTAIN };
  }
  const points = amount.type === 'full' ? ('weight' as const) : amount.value;
  if (threshold) return { rule: { kind: 'award_threshold', ...threshold, amount: points }, confidence: CERTAIN };
  if (clause.bound) return null;
  return { rule: { kind: 'award_fixed', amount: points }, confidence: clause.lead.length > 1 ? CERTAIN : ASSUMED };
}

/** 不得分, 计0分 */
export function zeroRule(clause: Clause): Read {
  const threshold = conditionOf(clause);
  if (threshold) return { rule: { kind: 'threshold_zero', ...threshold }, confidence: CERTAIN };
  if (clause.bound) return null;
  return { rule: { kind: 'zero' }, confidence: clause.lead.length > 1 ? CERTAIN : LIKELY };
}

/** 加 … */
export function bonusRule(clause: Clause, head: EffectIsland): Read {
  const { amount, discretion } = head;
  if (amount.type === 'unstated') return { rule: { kind: 'manual', bonus: true }, confidence: CERTAIN };
  if (amount.type === 'range') {
    return { rule: { kind: 'manual', bonus: true, min: amount.min, max: amount.max }, confidence: CERTAIN };
  }
  if (amount.type !== 'points') return null;
  if (discretion) return { rule: { kind: 'manual', bonus: true, min: 0, max: amount.value }, confidence: LIKELY };
  if (clause.each) {
    return { rule: { kind: 'bonus_each', amount: amount.value, ...countedBy(clause.each) }, confidence: CERTAIN };
  }
  const threshold = conditionOf(clause);
  if (threshold) return { rule: { kind: 'bonus_threshold', ...threshold, amount: amount.value }, confidence: CERTAIN };
  if (clause.bound) return null;
  if (clause.level) {
    return {
      rule: { kind: 'bonus_levels', levels: [{ level: clause.level, amount: amount.value }] },
      confidence: LIKELY,
    };
  }
  return { rule: { kind: 'bonus_each', amount: amount.value, unit: '次', max: amount.value }, confidence: ASSUMED };
}

function countedBy(each: EachIsland): { unit: string; per?: number } {
  return { unit: each.unit, ...(each.per === 1 ? {} : { per: each.per }) };
}
