import { foldWidth } from './text';

/** An ID-card or mobile number that stands in a text, as people write them: full width, in groups, after +86. */
export interface PrivateNumber {
  kind: 'id-card' | 'mobile';
  /** Where it stands in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** Its digits alone, X in upper case: the same number written in two ways is one. */
  digits: string;
  /** As it may be shown: 350503********1234, 138****5678. */
  masked: string;
}

/** Between groups of digits. */
const GAP = '[ \\u00a0\\u3000-]?';
const ID_CARD = new RegExp(`(?<![0-9])(?:[1-8][0-9]{5})${GAP}(?:[0-9]{8})${GAP}(?:[0-9]{3}[0-9Xx])(?![0-9Xx])`, 'g');
/** Of before 1999: no check digit, so the date must be one, and no year of four digits. */
const OLD_ID_CARD = /(?<![0-9])[1-6][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?![0-9Xx])/g;
const MOBILE = new RegExp(`(?<![0-9])(?:\\+?(?:00)?86${GAP})?1[3-9][0-9]${GAP}[0-9]{4}${GAP}[0-9]{4}(?![0-9])`, 'g');

/** Most texts hold no long number, and this tells quickly. */
const MAY_HOLD = /[0-9\uff10-\uff19][^a-z\u4e00-\u9fff]{9}/i;

/** In the order of the text; none overlapping. */
export function findPrivateNumbers(text: string): PrivateNumber[] {
  if (!MAY_HOLD.test(text)) return [];
  // Folding keeps the length: every character becomes one character.
  const folded = foldWidth(text);
  const found = [
    ...matches(folded, ID_CARD, 'id-card').filter(({ digits }) => isIdCard(digits)),
    ...matches(folded, OLD_ID_CARD, 'id-card'),
    ...matches(folded, MOBILE, 'mobile'),
  ];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((number, index) => found.slice(0, index).every(earlier => earlier.end <= number.start));
}

/** The text with the chosen numbers masked; all else stays as it is. */
export function maskPrivateNumbers(text: string, chosen: (number: PrivateNumber) => boolean): string {
  let masked = '';
  let from = 0;
  for (const number of findPrivateNumbers(text)) {
    if (!chosen(number)) continue;
    masked += text.slice(from, number.start) + number.masked;
    from = number.end;
  }
  return masked + text.slice(from);
}

function matches(text: string, pattern: RegExp, kind: PrivateNumber['kind']): PrivateNumber[] {
  return [...text.matchAll(pattern)].map(match => {
    const all = match[0].replace(/[^0-9Xx]/g, '').toUpperCase();
    const digits = kind === 'mobile' ? all.slice(-11) : all;
    const masked =
      kind === 'mobile'
        ? `${digits.slice(0, 3)}****${digits.slice(-4)}`
        : `${digits.slice(0, 6)}${'*'.repeat(digits.length - 10)}${digits.slice(-4)}`;
    return { kind, start: match.index, end: match.index + match[0].length, digits, masked };
  });
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: a day that was, and the check digit right. Account and document numbers seldom have both. */
function isIdCard(digits: string): boolean {
  const [year, month, day] = [digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14)].map(Number);
  const born = new Date(Date.UTC(year!, month! - 1, day!));
  if (year! < 1850 || year! > 2200 || born.getUTCMonth() !== month! - 1 || born.getUTCDate() !== day!) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return '10X98765432'[sum % 11] === digits[17];
}
