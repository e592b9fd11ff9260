import type { RuleOf } from '../../model/rule';
import type { RuleInput, RuleResult } from '../../model/rule-input';
import { levelPoints } from './awards';
import { decimal, larger, smaller, wholeSteps } from './decimal';
import { countOf, holds } from './deductions';
import { afterDeduction, ask, known, scored, toTotal } from './outcome';

const NONE = decimal(0);

export function bonusEach(rule: RuleOf<'bonus_each'>, input: RuleInput): RuleResult {
  const actual = known(input.actual);
  const target = known(input.target);
  const count = known(input.count) ?? (actual && target ? larger(actual.minus(target), NONE) : countOf(input));
  if (!count) return ask('missing-input', 'count');
  const points = wholeSteps(count, rule.per ?? 1).times(rule.amount);
  return toTotal(rule.max === undefined ? points : smaller(points, decimal(rule.max)));
}

export function bonusLevels(rule: RuleOf<'bonus_levels'>, input: RuleInput): RuleResult {
  const points = levelPoints(rule, input);
  return typeof points === 'number' ? toTotal(decimal(points)) : points;
}

export function bonusThreshold(rule: RuleOf<'bonus_threshold'>, input: RuleInput): RuleResult {
  const met = holds(rule, input);
  if (met === undefined) return ask('missing-input', 'actual');
  if (met === null) return ask('boundary', String(rule.value));
  return toTotal(met ? decimal(rule.amount) : NONE);
}

export function bonusCap(rule: RuleOf<'bonus_cap'>, input: RuleInput): RuleResult {
  const raw = known(input.raw) ?? known(input.bonus);
  return raw ? toTotal(smaller(raw, decimal(rule.max))) : ask('missing-input', 'raw');
}

export function dedupe(rule: RuleOf<'dedupe'>, input: RuleInput): RuleResult {
  const amounts = input.amounts?.map(decimal);
  if (!amounts) return ask('missing-input', 'amounts');
  const highest = amounts.reduce(larger, NONE);
  // 不重复计分 alone does not say which one counts.
  if (rule.mode === 'once' && amounts.some(amount => !amount.eq(highest))) return ask('which-one', 'amounts');
  return toTotal(highest);
}

export function cap(rule: RuleOf<'cap'>, input: RuleInput): RuleResult {
  if (rule.scope === 'bonus' && rule.max !== 'weight') return bonusCap({ kind: 'bonus_cap', max: rule.max }, input);
  const raw = known(input.rawDeduct);
  return raw ? afterDeduction(input, raw, { cap: rule.max }) : ask('missing-input', 'rawDeduct');
}

export function allowNegative(rule: RuleOf<'allow_negative'>, input: RuleInput): RuleResult {
  const count = countOf(input);
  const raw = known(input.rawDeduct) ?? (rule.amount !== undefined && count ? count.times(rule.amount) : null);
  return raw ? afterDeduction(input, raw, { cap: 'none' }) : ask('missing-input', 'rawDeduct');
}

export function multiplier(rule: RuleOf<'multiplier'>, input: RuleInput): RuleResult {
  const raw = known(input.rawDeduct);
  if (!raw) return ask('missing-input', 'rawDeduct');
  return afterDeduction(input, input.hit === false ? raw : raw.times(rule.factor));
}

export function extraDeduct(rule: RuleOf<'extra_deduct'>, input: RuleInput): RuleResult {
  const weight = known(input.weight);
  const raw = known(input.rawDeduct);
  if (rule.when) {
    if (!raw || !weight) return ask('missing-input', raw ? 'weight' : 'rawDeduct');
    return withDelta(larger(weight.minus(raw), NONE).toNumber(), raw.gte(weight) ? -rule.amount : 0);
  }
  if (input.hit === undefined) return ask('missing-input', 'hit');
  const kept = weight ? larger(weight.minus(raw ?? 0), NONE).toNumber() : null;
  return withDelta(input.hit && rule.alsoZero ? 0 : kept, input.hit ? -rule.amount : 0);
}

function withDelta(score: number | null, delta: number): RuleResult {
  const total = toTotal(decimal(delta));
  return score === null ? total : { ...total, ...scored(decimal(score)) };
}

export function evidenceRequired(input: RuleInput): RuleResult {
  if (!input.evidence) return ask('missing-input', 'evidence');
  return { score: null, status: input.evidence.length === 0 ? 'no_evidence' : 'ok' };
}

export function veto({ effect }: RuleOf<'veto'>, input: RuleInput): RuleResult {
  if (input.hit === undefined) return ask('missing-input', 'hit');
  if (!input.hit) return { score: null, status: 'ok' };
  return {
    score: null,
    ...(effect.amount === undefined ? {} : { delta: -effect.amount }),
    ...(effect.label === undefined ? {} : { label: effect.label }),
    status: 'veto',
  };
}

export function notApplicable(rule: RuleOf<'na'>, input: RuleInput): RuleResult {
  if (rule.mode === 'full') {
    const weight = known(input.weight);
    if (!weight) return ask('missing-input', 'weight');
    if (input.applicable === true || input.hit === false) return ask('missing-input', 'score');
    return scored(weight);
  }
  const got = known(input.got);
  const applicable = known(input.applicable);
  if (!got || !applicable?.gt(0)) return ask('missing-input', got ? 'applicable' : 'got');
  return scored(got.div(applicable).times(rule.base ?? 100));
}

export function base(rule: RuleOf<'base'>, input: RuleInput): RuleResult {
  const bonus = known(input.bonus) ?? NONE;
  const counted = rule.bonusMax === undefined ? bonus : smaller(bonus, decimal(rule.bonusMax));
  return scored(
    decimal(rule.amount)
      .minus(known(input.deduct) ?? known(input.rawDeduct) ?? NONE)
      .plus(counted),
  );
}

export function share(input: RuleInput): RuleResult {
  const amount = known(input.amount);
  const by = known(input.by);
  return amount && by?.gt(0) ? scored(amount.div(by)) : ask('missing-input', amount ? 'by' : 'amount');
}

export function manual(rule: RuleOf<'manual'>, input: RuleInput): RuleResult {
  const judged = known(input.judged);
  if (judged) return rule.bonus ? toTotal(judged) : scored(judged);
  const weight = known(input.weight);
  const least = decimal(rule.min ?? 0);
  const most = rule.max === undefined ? (rule.bonus ? null : weight) : decimal(rule.max);
  return ask('how-many-points', 'judged', most ? [least, most] : undefined);
}
