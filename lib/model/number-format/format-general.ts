import { type Decimal, roundDecimal, toDecimal } from './decimal-digits';

const WIDTH = 11;

/** A number as the format "General" shows it in a cell of ordinary width: at most 11 characters. */
export function formatGeneral(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 10 ** WIDTH) return value === 0 ? '0' : String(value);
  if (!Number.isFinite(value)) return String(value);
  const sign = value < 0 ? '-' : '';
  const decimal = toDecimal(value);
  if (decimal.point > WIDTH || (decimal.point < -3 && !fitsAsDecimal(decimal))) return sign + scientific(value);
  const { whole, fraction } = roundDecimal(decimal, Math.max(0, WIDTH - 1 - Math.max(1, decimal.point)));
  const decimals = fraction.replace(/0+$/, '');
  if (whole.length > WIDTH) return sign + scientific(value);
  return sign + (whole || '0') + (decimals && `.${decimals}`);
}

/** 0.000015 is short enough to be shown; 0.0000123456 is not. */
function fitsAsDecimal(decimal: Decimal): boolean {
  const digits = roundDecimal(decimal, WIDTH + 1).fraction.replace(/0+$/, '');
  return digits !== '' && digits.length + 2 <= WIDTH;
}

function scientific(value: number): string {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential(5).split('e');
  const power = Math.abs(Number(exponent));
  return `${mantissa.replace(/\.?0+$/, '')}E${Number(exponent) < 0 ? '-' : '+'}${String(power).padStart(2, '0')}`;
}
