import type { RuleOf, SimpleRule } from '../../model/rule';
import { type Clause, hasMark, isMark } from '../grammar/clause';
import type { CapIsland, EffectIsland } from '../grammar/island';
import { zeroRule } from './award-rule';
import { LIKELY, type Reading } from './reading';
import { isSameSubject, subjectOf } from './subject';

const CAPPED = new Set<SimpleRule['kind']>([
  'deduct_each',
  'deduct_each_any',
  'deduct_shortfall',
  'deduct_excess',
  'deduct_point',
  'deduct_threshold',
  'deduct_range',
  'bands_each',
  'late',
]);

/**
 * 扣完为止, 最多3分, 少于2条不得分, 可扣至负分 …: a clause that changes the rule before it. True when it was taken up, so
 * that it is no rule of its own.
 */
export function attachClause(clause: Clause, readings: Reading[]): boolean {
  const last = readings[readings.length - 1];
  if (!last) return false;
  if (clause.bound && !isSameSubject(last.words, subjectOf(clause))) return false;
  const changed = change(last.rule, clause, readings.length === 1, last.sentence === clause.sentence);
  if (!changed) return false;
  last.rule = changed;
  last.end = clause.end;
  return true;
}

function change(rule: SimpleRule, clause: Clause, alone: boolean, sameSentence: boolean): SimpleRule | null {
  const { head } = clause;
  if (rule.kind === 'ratio') return limitedRatio(rule, clause) ?? ratioOf(rule, clause);
  if (head?.kind === 'cap' && hasMark(clause, 'discretion')) return null;
  if (head?.kind === 'cap') return sameSentence || alone ? capped(rule, head, alone) : null;
  if (head?.kind === 'effect')
    return fullMarks(rule, clause, head) ?? zeroFrom(rule, clause) ?? (sameSentence ? extra(rule, clause, head) : null);
  if (head?.kind !== 'mark') return null;
  switch (head.mark) {
    case 'zero':
      return zeroFrom(rule, clause);
    case 'capWeight':
    case 'noNegative':
      if (rule.kind === 'award_each' && head.mark === 'capWeight' && sameSentence) return { ...rule, max: 'weight' };
      if (!CAPPED.has(rule.kind) || !(sameSentence || alone)) return null;
      return 'cap' in rule ? rule : ({ ...rule, cap: 'weight' } as SimpleRule);
    case 'fillUp':
      return rule.kind === 'award_each' && sameSentence ? { ...rule, max: 'weight' } : null;
    case 'negative':
      return negative(rule, alone);
    case 'unlimited':
      if (rule.kind === 'deduct_each' && sameSentence) return negative(rule, alone);
      return /^(?:award|bonus)_/.test(rule.kind) ? rule : null;
    case 'dedupe':
      return rule.kind === 'bonus_levels' || rule.kind === 'award_levels' ? { ...rule, dedupe: 'highest' } : null;
    default:
      return null;
  }
}

/** 每宣传1次得0.5分，满分2分 */
function fullMarks(rule: SimpleRule, clause: Clause, head: EffectIsland): SimpleRule | null {
  const max = statedFull(clause, head);
  if (max === null) return null;
  if (rule.kind === 'award_each' && rule.max === null) return { ...rule, max };
  return (rule.kind === 'award_levels' || rule.kind === 'award_checklist') && rule.max === undefined
    ? { ...rule, max }
    : null;
}

/** 按覆盖率折算得分，满分3分 */
function ratioOf(rule: RuleOf<'ratio'>, clause: Clause): SimpleRule | null {
  const of = clause.head?.kind === 'effect' && rule.of === 'weight' ? statedFull(clause, clause.head) : null;
  return of === null ? null : { ...rule, of };
}

function statedFull({ lead, each }: Clause, head: EffectIsland): number | null {
  const isFull = head.bare && !each && /^(?:本项|该项|此项)?满分(?:为|是|:)?$/.test(lead);
  return isFull && head.amount.type === 'points' ? head.amount.value : null;
}

/** 超过100%的按100%计, 最高不超过本项分值 */
function limitedRatio(rule: RuleOf<'ratio'>, { head, bound, islands }: Clause): SimpleRule | null {
  if (isMark(head, 'capWeight')) return { ...rule, maxRate: 1 };
  const limit = head === null && bound?.unit === '%' && bound.min !== undefined ? bound.min : null;
  const counted = islands.find(island => isMark(island, 'percent'));
  return limit !== null && isMark(counted, 'percent') && counted.value === limit
    ? { ...rule, maxRate: limit / 100 }
    : null;
}

function capped(rule: SimpleRule, cap: CapIsland, alone: boolean): SimpleRule | null {
  if (cap.scope === 'group' || (cap.scope !== null && !alone) || cap.scope === 'total') return null;
  const { max, sign } = cap;
  if (CAPPED.has(rule.kind) && sign !== 'bonus' && sign !== 'award') return { ...rule, cap: max } as SimpleRule;
  if (rule.kind === 'award_each' && sign !== 'deduct') return { ...rule, max };
  if ((rule.kind === 'award_levels' || rule.kind === 'award_checklist') && sign !== 'deduct') return { ...rule, max };
  if ((rule.kind === 'bonus_each' || rule.kind === 'bonus_levels') && sign !== 'deduct') return { ...rule, max };
  if (rule.kind === 'base' && sign === 'bonus') return { ...rule, bonusMax: max };
  if (rule.kind === 'manual' && !rule.bonus && rule.max === undefined) {
    return sign === 'deduct' ? { kind: 'deduct_range', min: 0, max } : null;
  }
  return rule.kind === 'manual' && rule.bonus && sign !== 'deduct' && rule.max === undefined
    ? { ...rule, min: 0, max }
    : null;
}

/** 少于2条不得分 after 每条得1分; 低于80%不得分 after 每低1个百分点扣1分; 超期10天以上不得分 after 逾期1天扣1分 */
function zeroFrom(rule: SimpleRule, clause: Clause): SimpleRule | null {
  const zero = isZero(clause) ? zeroRule(clause) : null;
  if (zero?.rule.kind !== 'threshold_zero') return null;
  const { op, value, unit } = zero.rule;
  const below = op === '<' ? value : null;
  if (rule.kind === 'award_each' && rule.unit === unit && below !== null) return { ...rule, zeroBelow: below };
  if (rule.kind === 'deduct_shortfall' && rule.unit === unit && below !== null) return { ...rule, zeroBelow: below };
  if (clause.ofChange && rule.kind !== 'late') return null;
  if (rule.kind === 'deduct_point' && unit === '%' && rule.direction !== 'above' && op.startsWith('<'))
    return { ...rule, zeroBelow: value };
  if (rule.kind === 'late' && rule.unit === unit && op.startsWith('>')) {
    return { ...rule, zeroAfter: value, ...(op === '>=' ? { zeroAfterIncl: true } : {}) };
  }
  return null;
}

function isZero({ head }: Clause): boolean {
  if (head?.kind === 'effect') return head.sign === 'award' && head.amount.type === 'points' && head.amount.value === 0;
  return isMark(head, 'zero');
}

/** 不得分，并扣2分 */
function extra(rule: SimpleRule, clause: Clause, head: EffectIsland): RuleOf<'extra_deduct'> | null {
  if (rule.kind !== 'zero' || head.sign !== 'deduct' || head.amount.type !== 'points' || clause.each || clause.bound)
    return null;
  if (!/^(?:并|且|同时|另|再|还|在|从)*$/.test(clause.lead)) return null;
  return { kind: 'extra_deduct', amount: head.amount.value, alsoZero: true };
}

/** 可扣至负分 */
function negative(rule: SimpleRule, alone: boolean): SimpleRule | null {
  if (alone && rule.kind === 'deduct_each' && rule.amount !== undefined)
    return { kind: 'allow_negative', amount: rule.amount, unit: rule.unit };
  if (alone && rule.kind === 'deduct_fixed' && rule.amount !== undefined)
    return { kind: 'allow_negative', amount: rule.amount };
  return CAPPED.has(rule.kind) || rule.kind === 'deduct_fixed' ? ({ ...rule, cap: 'none' } as SimpleRule) : null;
}

/** A modifier with nothing before it to change: a rule of the item, or of the group it names. */
export function modifierRule(clause: Clause): { rule: SimpleRule; confidence: number } | null {
  const { head } = clause;
  if (head?.kind === 'cap') return capRule(head, clause);
  if (head?.kind !== 'mark') return null;
  switch (head.mark) {
    case 'capWeight':
      return { rule: { kind: 'cap', max: 'weight', scope: 'item' }, confidence: LIKELY };
    case 'noNegative':
      return { rule: { kind: 'cap', max: 'weight', scope: 'item', noNegative: true }, confidence: LIKELY };
    case 'negative':
      return { rule: { kind: 'allow_negative' }, confidence: LIKELY };
    case 'dedupe':
      return { rule: { kind: 'dedupe', mode: /高/.test(head.text) ? 'highest' : 'once' }, confidence: LIKELY };
    case 'multiplier':
      return { rule: { kind: 'multiplier', factor: head.value }, confidence: LIKELY };
    default:
      return null;
  }
}

function capRule(cap: CapIsland, clause: Clause): { rule: SimpleRule; confidence: number } | null {
  const { max, sign } = cap;
  // 视情况最高加10分: a person decides, up to that.
  if (hasMark(clause, 'discretion')) {
    const rule: SimpleRule =
      sign === 'deduct'
        ? { kind: 'deduct_range', min: 0, max }
        : { kind: 'manual', ...(sign === 'bonus' ? { bonus: true } : {}), min: 0, max };
    return { rule, confidence: LIKELY };
  }
  if (sign === 'bonus' || /加分项?/.test(clause.lead)) return { rule: { kind: 'bonus_cap', max }, confidence: LIKELY };
  const ofDeductions = /[扣减]分(?:项|事项|因素)?[^,]{0,4}$/.test(clause.lead);
  if (sign === null && ofDeductions) return { rule: { kind: 'cap', max, scope: 'group' }, confidence: LIKELY };
  if (sign !== 'deduct') return null;
  return { rule: { kind: 'cap', max, scope: cap.scope === 'group' ? 'group' : 'item' }, confidence: LIKELY };
}
