import Big from 'big.js';

/** JSON numbers hold the shortest form of what was printed; Big reads that form, so 0.1 × 3 is 0.3. */
export function decimal(value: number): Big {
  return new Big(value);
}

/** Half up, two digits. */
export function rounded(value: Big): number {
  const number = value.round(2, Big.roundHalfUp).toNumber();
  return number === 0 ? 0 : number;
}

export function smaller(a: Big, b: Big): Big {
  return a.lt(b) ? a : b;
}

export function larger(a: Big, b: Big): Big {
  return a.gt(b) ? a : b;
}

/** Whole steps that fit: 5 in steps of 2 are 2. */
export function wholeSteps(amount: Big, step: number, partial: 'floor' | 'linear' | 'ceil' = 'floor'): Big {
  const steps = amount.lte(0) ? decimal(0) : amount.div(step);
  if (partial === 'linear') return steps;
  return steps.round(0, partial === 'ceil' ? Big.roundUp : Big.roundDown);
}
