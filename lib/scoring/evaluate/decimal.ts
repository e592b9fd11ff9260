import { Decimal } from './decimal-number';

export function decimal(value: number): Decimal {
  return Decimal.of(value);
}

/** Half up, two digits. */
export function rounded(value: Decimal): number {
  return value.round(2, 'half-up').toNumber();
}

export function smaller(a: Decimal, b: Decimal): Decimal {
  return a.lt(b) ? a : b;
}

export function larger(a: Decimal, b: Decimal): Decimal {
  return a.gt(b) ? a : b;
}

/** Whole steps that fit: 5 in steps of 2 are 2. */
export function wholeSteps(amount: Decimal, step: number, partial: 'floor' | 'linear' | 'ceil' = 'floor'): Decimal {
  const steps = amount.lte(0) ? decimal(0) : amount.div(step);
  if (partial === 'linear') return steps;
  return steps.round(0, partial === 'ceil' ? 'up' : 'down');
}
