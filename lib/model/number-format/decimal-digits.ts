/** The decimal digits of a number: `digits` with the point after the first `point` of them. */
export interface Decimal {
  digits: string;
  point: number;
}

/** The 15 significant digits that Excel keeps; 1.005 is then 1.005, not 1.00499999999999989. */
export function toDecimal(value: number): Decimal {
  if (value === 0) return { digits: '', point: 0 };
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  return { digits: mantissa.replace('.', '').replace(/0+$/, ''), point: Number(exponent) + 1 };
}

export function shiftPoint({ digits, point }: Decimal, places: number): Decimal {
  return { digits, point: point + places };
}

/** Rounds half away from zero, as sheets do, and splits: exactly `decimals` digits behind the point. */
export function roundDecimal({ digits, point }: Decimal, decimals: number): { whole: string; fraction: string } {
  const kept = point + decimals;
  let rounded = kept < 0 ? '' : digits.slice(0, kept).padEnd(kept, '0');
  if (kept >= 0 && kept < digits.length && digits[kept]! >= '5') rounded = increment(rounded);
  rounded = rounded.padStart(decimals, '0');
  const split = rounded.length - decimals;
  return { whole: rounded.slice(0, split).replace(/^0+/, ''), fraction: rounded.slice(split) };
}

function increment(digits: string): string {
  const nines = /9*$/.exec(digits)![0].length;
  const head = digits.slice(0, digits.length - nines);
  const next = head === '' ? '1' : head.slice(0, -1) + (Number(head.slice(-1)) + 1);
  return next + '0'.repeat(nines);
}
