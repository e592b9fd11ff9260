const DIGITS = '零一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Characters of a numeral, for patterns. */
export const NUMERAL = '[零〇一二两三四五六七八九十百千]';

/** "两" → 2, "十五" → 15, "一百二十" → 120, "0.5" → 0.5, "零点五" → 0.5, "半" → 0.5; null for what is no number. */
export function readNumber(text: string): number | null {
  if (text === '半') return 0.5;
  // More digits than a double holds exactly are no score.
  if (/^\d{1,12}(?:\.\d{1,6})?$/.test(text)) return Number(text);
  const [whole = '', ...places] = text.split('点');
  if (places.length === 0) return readNumeral(text);
  const digits = places
    .join('点')
    .replace(/[零〇一二三四五六七八九]/g, digit => String(DIGITS.indexOf(digit.replace('〇', '零'))));
  const before = readNumeral(whole);
  return before !== null && /^\d{1,2}$/.test(digits) ? Number(`${before}.${digits}`) : null;
}

function readNumeral(text: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let lowest = 10_000;
  for (const character of text.replace(/〇/g, '零').replace(/两/g, '二')) {
    const power = POWERS[character];
    if (power) {
      if (power >= lowest) return null;
      lowest = power;
      sum += (digit ?? 1) * power;
      digit = null;
      continue;
    }
    const value = DIGITS.indexOf(character);
    if (value < 0 || (digit !== null && digit !== 0)) return null;
    digit = value;
  }
  return text === '' ? null : sum + (digit ?? 0);
}
