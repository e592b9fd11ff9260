import type { Cap } from '../../model/rule';
import type { RuleInput, RuleQuestion, RuleResult } from '../../model/rule-input';
import { decimal, larger, rounded, smaller } from './decimal';
import type { Decimal } from './decimal-number';

/** A number of the input that can be calculated with. */
export function known(value: unknown): Decimal | null {
  return typeof value === 'number' && Number.isFinite(value) ? decimal(value) : null;
}

/** The first of several names a fact goes by: callers hold the same value as actual, value or score. */
export function firstKnown(input: RuleInput, ...names: string[]): Decimal | null {
  for (const name of names) {
    const value = known(input[name]);
    if (value) return value;
  }
  return null;
}

export function ask(code: RuleQuestion['code'], about: string, range?: [Decimal, Decimal]): RuleResult {
  const limits = range && ([rounded(range[0]), rounded(range[1])] as [number, number]);
  return { score: null, ...(limits ? { range: limits } : {}), status: 'needs_judgement', question: { code, about } };
}

export function scored(score: Decimal): RuleResult {
  return { score: rounded(score), status: 'ok' };
}

export function toTotal(delta: Decimal): RuleResult {
  return { score: null, delta: rounded(delta), status: 'ok' };
}

interface DeductionLimits {
  cap?: Cap | undefined;
  noBase?: boolean | undefined;
}

/** What is left of the item's points, never below zero unless the rule says so or the item has none of its own. */
export function afterDeduction(input: RuleInput, deduction: Decimal, limits: DeductionLimits = {}): RuleResult {
  const left = pointsLeft(input, deduction, limits);
  return left ? scored(left) : toTotal(limited(deduction, limits.cap).neg());
}

export function pointsLeft(
  input: RuleInput,
  deduction: Decimal,
  { cap, noBase }: DeductionLimits = {},
): Decimal | null {
  const weight = known(input.weight);
  if (!weight) return null;
  const taken = limited(deduction, cap);
  if (noBase || weight.eq(0)) return taken.neg();
  const left = weight.minus(taken);
  return cap === 'none' ? left : larger(left, decimal(0));
}

function limited(deduction: Decimal, cap: Cap | undefined): Decimal {
  return typeof cap === 'number' ? smaller(deduction, decimal(cap)) : deduction;
}

/** Points given, never more than the item has. */
export function awarded(input: RuleInput, points: Decimal): RuleResult {
  return scored(withinWeight(input, points));
}

export function withinWeight(input: RuleInput, points: Decimal): Decimal {
  const weight = known(input.weight);
  const given = larger(points, decimal(0));
  return weight?.gt(0) ? smaller(given, weight) : given;
}

/** Between taking all that the rule can take and nothing. */
export function deductionRange(
  input: RuleInput,
  least: Decimal,
  most: Decimal,
  limits: DeductionLimits = {},
): [Decimal, Decimal] | undefined {
  const low = pointsLeft(input, most, limits);
  const high = pointsLeft(input, least, limits);
  return low && high ? [low, high] : undefined;
}

/** 'weight' or points as points; null where the weight is needed and not known. */
export function pointsOf(amount: number | 'weight', input: RuleInput): Decimal | null {
  return amount === 'weight' ? known(input.weight) : decimal(amount);
}
