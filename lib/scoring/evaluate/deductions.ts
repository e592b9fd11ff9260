import type { RuleOf } from '../../model/rule';
import type { RuleInput, RuleResult } from '../../model/rule-input';
import { meets } from './comparing';
import { decimal, larger, smaller, wholeSteps } from './decimal';
import type { Decimal } from './decimal-number';
import { afterDeduction, ask, awarded, deductionRange, firstKnown, known, scored } from './outcome';

const NONE = decimal(0);

interface Price {
  amount?: number | undefined;
  amountRatio?: number | undefined;
}

/** A share needs the weight; null when it is not known. */
function priceOf({ amount, amountRatio }: Price, input: RuleInput): Decimal | null {
  if (amount !== undefined) return decimal(amount);
  return known(input.weight)?.times(amountRatio ?? 0) ?? null;
}

export function deductFixed(rule: RuleOf<'deduct_fixed'>, input: RuleInput): RuleResult {
  const price = priceOf(rule, input);
  if (!price) return ask('missing-input', 'weight');
  if (input.hit === undefined) return ask('missing-input', 'hit', deductionRange(input, NONE, price, rule));
  return afterDeduction(input, input.hit ? price : NONE, rule);
}

export function deductEach(rule: RuleOf<'deduct_each'>, input: RuleInput): RuleResult {
  const price = priceOf(rule, input);
  if (!price) return ask('missing-input', 'weight');
  const count = countOf(input);
  if (!count) return ask('missing-input', 'count');
  return afterDeduction(input, price.times(wholeSteps(count, rule.per ?? 1)), rule);
}

export function deductEachAny(rule: RuleOf<'deduct_each_any'>, input: RuleInput): RuleResult {
  const count = input.missing ? decimal(new Set(input.missing).size) : countOf(input);
  if (!count) return ask('missing-input', 'missing');
  return afterDeduction(input, count.times(rule.amount), rule);
}

export function deductShortfall(rule: RuleOf<'deduct_shortfall'>, input: RuleInput): RuleResult {
  const actual = known(input.actual);
  const target = known(rule.target ?? input.target);
  const short = actual && target ? larger(target.minus(actual), NONE) : countOf(input);
  if (!short) return ask('missing-input', actual ? 'target' : 'actual');
  if (rule.zeroBelow !== undefined && actual?.lt(rule.zeroBelow)) return scored(NONE);
  return afterDeduction(input, wholeSteps(short, rule.per ?? 1).times(rule.amount), rule);
}

export function deductExcess(rule: RuleOf<'deduct_excess'>, input: RuleInput): RuleResult {
  const actual = known(input.actual);
  const limit = known(rule.limit ?? input.limit ?? input.target);
  const over = actual && limit ? larger(actual.minus(limit), NONE) : countOf(input);
  if (!over) return ask('missing-input', actual ? 'limit' : 'actual');
  return afterDeduction(input, wholeSteps(over, rule.per ?? 1).times(rule.amount), rule);
}

export function deductPoint(rule: RuleOf<'deduct_point'>, input: RuleInput): RuleResult {
  const actual = known(input.actual);
  const target = known(rule.target ?? input.target);
  const above = rule.direction === 'above';
  const gap = actual && target ? (above ? actual.minus(target) : target.minus(actual)) : countOf(input);
  if (!gap) return ask('missing-input', actual ? 'target' : 'actual');
  if (rule.zeroBelow !== undefined && actual?.lt(rule.zeroBelow)) return scored(NONE);
  const steps = (size: Decimal) => wholeSteps(size, rule.step, rule.partial);
  const plain = steps(gap).times(rule.amount);
  if (!rule.then || !actual || !target) return afterDeduction(input, plain, rule);
  const beyond = above ? actual.minus(rule.then.from) : decimal(rule.then.from).minus(actual);
  if (beyond.lte(0)) return afterDeduction(input, plain, rule);
  const marginal = steps(gap.minus(beyond)).times(rule.amount).plus(steps(beyond).times(rule.then.amount));
  const whole = steps(gap).times(rule.then.amount);
  return ask(
    'marginal-or-whole',
    String(rule.then.from),
    deductionRange(input, smaller(marginal, whole), larger(marginal, whole), rule),
  );
}

export function deductThreshold(rule: RuleOf<'deduct_threshold'>, input: RuleInput): RuleResult {
  const price = priceOf(rule, input);
  if (!price) return ask('missing-input', 'weight');
  const range = deductionRange(input, NONE, price, rule);
  const met = holds(rule, input);
  if (met === undefined) return ask('missing-input', 'actual', range);
  if (met === null) return ask('boundary', String(rule.value), range);
  return afterDeduction(input, met ? price : NONE, rule);
}

export function deductRange(rule: RuleOf<'deduct_range'>, input: RuleInput): RuleResult {
  const judged = known(input.judged);
  if (judged) return afterDeduction(input, judged, rule);
  const count = rule.unit ? countOf(input) : decimal(input.hit === false ? 0 : 1);
  if (!count) return ask('missing-input', 'count');
  if (count.eq(0)) return afterDeduction(input, NONE, rule);
  const times = wholeSteps(count, rule.per ?? 1);
  return ask('how-many-points', 'judged', deductionRange(input, times.times(rule.min), times.times(rule.max), rule));
}

export function zero(input: RuleInput): RuleResult {
  const weight = known(input.weight);
  if (input.hit === undefined) return ask('missing-input', 'hit', weight ? [NONE, weight] : undefined);
  if (input.hit) return scored(NONE);
  return weight ? scored(weight) : { score: null, status: 'ok' };
}

export function thresholdZero(rule: RuleOf<'threshold_zero'>, input: RuleInput): RuleResult {
  const met = holds(rule, input);
  const weight = known(input.weight);
  const range: [Decimal, Decimal] | undefined = weight ? [NONE, weight] : undefined;
  if (met === undefined) return ask('missing-input', 'actual', range);
  if (met === null) return ask('boundary', String(rule.value), range);
  return zero({ ...input, hit: met });
}

export function late(rule: RuleOf<'late'>, input: RuleInput): RuleResult {
  const days = firstKnown(input, 'late', 'days') ?? countOf(input);
  if (!days) return ask('missing-input', 'late');
  const own = rule.onTimeAward === undefined ? input : { ...input, weight: rule.onTimeAward };
  const { zeroAfter } = rule;
  if (zeroAfter !== undefined && (rule.zeroAfterIncl ? days.gte(zeroAfter) : days.gt(zeroAfter))) return scored(NONE);
  const left = afterDeduction(own, wholeSteps(days, rule.per).times(rule.amount), rule);
  return left.score === null || rule.onTimeAward === undefined ? left : awarded(input, decimal(left.score));
}

/** undefined: the value is not known. null: it stands exactly on an open boundary. */
export function holds(rule: Parameters<typeof meets>[1], input: RuleInput): boolean | null | undefined {
  const actual = known(input.actual) ?? countOf(input);
  if (actual) return meets(actual, rule);
  return input.hit;
}

export function countOf(input: RuleInput): Decimal | null {
  const count = firstKnown(input, 'count', 'late', 'days', 'gap', 'over', 'short');
  if (count) return count;
  return input.hit === undefined ? null : decimal(input.hit ? 1 : 0);
}
