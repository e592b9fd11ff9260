/**
 * Points of a score or weight as a whole number of ten-thousandths, so that sums such as 0.1 + 0.2 are exact. Offices score in steps of
 * 0.5 or 0.1; percentages of weights need two digits more.
 */
export type Points = number & { readonly unit: 'ten-thousandths of a point' };

const SCALE_DIGITS = 4;
const SCALE = 10 ** SCALE_DIGITS;
const LARGEST = 1e9;

/** Reads "4", "3.5", "４分", "4 分"; null for anything that is no plain decimal number or has more than four decimals. */
export function parsePoints(text: string): Points | null {
  const plain = text
    .replace(/[\uff10-\uff19\uff0e\uff0d]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]+/g, '')
    .replace(/分$/, '');
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,4}))?$/.exec(plain);
  if (!match) return null;
  const points = Number(match[2]) * SCALE + Number((match[3] ?? '').padEnd(SCALE_DIGITS, '0'));
  return (match[1] && points > 0 ? -points : points) as Points;
}

/** A number as a file stores it; its shortest decimal form is what was typed. */
export function pointsOf(value: number): Points | null {
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST) return null;
  return parsePoints(String(value)) ?? (Math.round(value * SCALE) as Points);
}

export function addPoints(all: readonly Points[]): Points {
  let sum = 0;
  for (const points of all) sum += points;
  return sum as Points;
}

export function formatPoints(points: Points): string {
  const whole = Math.trunc(Math.abs(points) / SCALE);
  const rest = String(Math.abs(points) % SCALE)
    .padStart(SCALE_DIGITS, '0')
    .replace(/0+$/, '');
  return `${points < 0 ? '-' : ''}${whole}${rest ? `.${rest}` : ''}`;
}
