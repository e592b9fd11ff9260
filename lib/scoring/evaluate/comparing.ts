import type { Band, Comparison } from '../../model/rule';
import type { Decimal } from './decimal-number';

interface Threshold {
  op: Comparison;
  value: number;
  boundary?: 'ask' | undefined;
}

/** null at a boundary that the words leave open (80%以下: is 80 % meant?). */
export function meets(actual: Decimal, { op, value, boundary }: Threshold): boolean | null {
  if (boundary === 'ask' && actual.eq(value)) return null;
  switch (op) {
    case '<':
      return actual.lt(value);
    case '<=':
      return actual.lte(value);
    case '>':
      return actual.gt(value);
    case '>=':
      return actual.gte(value);
  }
}

export function inBand(value: Decimal, { min, minIncl = true, max, maxIncl = false }: Band): boolean {
  if (min !== undefined && !(minIncl ? value.gte(min) : value.gt(min))) return false;
  return max === undefined || (maxIncl ? value.lte(max) : value.lt(max));
}
