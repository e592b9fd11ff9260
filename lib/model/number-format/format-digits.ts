import { chineseNumber } from './chinese-numerals';
import { type Decimal, roundDecimal, shiftPoint, toDecimal } from './decimal-digits';
import { formatGeneral } from './format-general';
import type { FormatToken } from './format-token';
import type { FormatSection } from './parse-format';

/** The size of a number, its sign left out, through a section of digit placeholders. */
export function formatDigits(value: number, section: FormatSection): string {
  const { tokens, chineseDigits } = section;
  if (tokens.some(({ type }) => type === 'slash') && hasDigits(tokens)) return formatFraction(value, tokens);
  const percents = tokens.filter(({ type }) => type === 'percent').length;
  const exponentAt = tokens.findIndex(({ type }) => type === 'exponent');
  const mantissa = exponentAt < 0 ? tokens : tokens.slice(0, exponentAt);
  const layout = layoutOf(mantissa);
  const decimal = shiftPoint(toDecimal(value), percents * 2 - layout.scale * 3);
  if (exponentAt >= 0) return formatExponent(decimal, layout, tokens, exponentAt);
  if (layout.whole.length + layout.fraction.length === 0) return literalsOnly(value, section);
  const { whole, fraction } = roundDecimal(decimal, layout.fraction.length);
  return place(mantissa, layout, chineseDigits ? chineseNumber(whole || '0', chineseDigits) : whole, fraction);
}

interface DigitLayout {
  /** Indexes of the placeholders before and behind the point. */
  whole: number[];
  fraction: number[];
  pointAt: number;
  grouped: boolean;
  /** Commas that divide by a thousand each. */
  scale: number;
}

function hasDigits(tokens: readonly FormatToken[]): boolean {
  return tokens.some(({ type }) => type === 'digit');
}

function layoutOf(tokens: readonly FormatToken[]): DigitLayout {
  const pointAt = tokens.findIndex(({ type }) => type === 'point');
  const digits = tokens.flatMap(({ type }, index) => (type === 'digit' ? [index] : []));
  const whole = digits.filter(index => pointAt < 0 || index < pointAt);
  const fraction = digits.filter(index => pointAt >= 0 && index > pointAt);
  const last = digits[digits.length - 1] ?? -1;
  const lastWhole = whole[whole.length - 1] ?? -1;
  const commas = tokens.flatMap(({ type }, index) => (type === 'comma' ? [index] : []));
  const grouped = commas.some(index => index > (whole[0] ?? Number.POSITIVE_INFINITY) && index < lastWhole);
  const trails = (from: number) => {
    let count = 0;
    while (from >= 0 && tokens[from + 1 + count]?.type === 'comma') count++;
    return count;
  };
  const scale = trails(lastWhole) + (last === lastWhole ? 0 : trails(last));
  return { whole, fraction, pointAt, grouped, scale };
}

/** Digits into their placeholders; more digits than placeholders stand before the first of them. */
function place(tokens: readonly FormatToken[], layout: DigitLayout, whole: string, fraction: string): string {
  const shown = new Map<number, string>();
  const significant = fraction.replace(/0+$/, '').length;
  layout.fraction.forEach((index, order) => {
    const digit = fraction[order]!;
    shown.set(index, order < significant ? digit : blankFor(tokens[index]!, digit));
  });
  const surplus = Math.max(0, whole.length - layout.whole.length);
  layout.whole.forEach((index, order) => {
    const fromRight = layout.whole.length - 1 - order;
    const at = whole.length - 1 - fromRight;
    let text = at >= 0 ? whole[at]! : blankFor(tokens[index]!, '0');
    if (layout.grouped && text.trim() !== '' && fromRight > 0 && fromRight % 3 === 0) text += ',';
    if (order === 0) text = surplusDigits(whole.slice(0, surplus), layout) + text;
    shown.set(index, text);
  });
  let text = '';
  tokens.forEach((token, index) => {
    if (token.type === 'literal') text += token.text;
    else if (token.type === 'percent') text += '%';
    else if (index === layout.pointAt) text += layout.whole.length === 0 ? `${whole}.` : '.';
    else if (token.type === 'point') text += '.';
    else text += shown.get(index) ?? '';
  });
  return text;
}

function surplusDigits(digits: string, { grouped, whole }: DigitLayout): string {
  if (!grouped) return digits;
  let text = '';
  for (let index = 0; index < digits.length; index++) {
    const fromRight = whole.length + digits.length - 1 - index;
    text += digits[index]! + (fromRight % 3 === 0 ? ',' : '');
  }
  return text;
}

function blankFor(token: FormatToken, zero: string): string {
  if (token.type !== 'digit' || token.placeholder === '#') return '';
  return token.placeholder === '0' ? zero : ' ';
}

/** No placeholder: "General" and "@" show the number, literals stand as they are. */
function literalsOnly(value: number, { tokens, chineseDigits }: FormatSection): string {
  const general = formatGeneral(Math.abs(value));
  return tokens
    .map(token => {
      if (token.type === 'general' || token.type === 'text') {
        return chineseDigits && /^\d+$/.test(general) ? chineseNumber(general, chineseDigits) : general;
      }
      if (token.type === 'literal') return token.text;
      return { percent: '%', point: '.', comma: ',', slash: '/' }[token.type as string] ?? '';
    })
    .join('');
}

function formatExponent(decimal: Decimal, layout: DigitLayout, tokens: readonly FormatToken[], at: number): string {
  const token = tokens[at]! as Extract<FormatToken, { type: 'exponent' }>;
  const wholeDigits = Math.max(1, layout.whole.length);
  let power = decimal.digits === '' ? 0 : decimal.point - 1;
  power = wholeDigits > 1 ? Math.floor(power / wholeDigits) * wholeDigits : power;
  let rounded = roundDecimal(shiftPoint(decimal, -power), layout.fraction.length);
  if (rounded.whole.length > wholeDigits) {
    power += wholeDigits;
    rounded = roundDecimal(shiftPoint(decimal, -power), layout.fraction.length);
  }
  const exponentDigits = tokens.slice(at + 1);
  const width = exponentDigits.filter(({ type }) => type === 'digit').length;
  const sign = power < 0 ? '-' : token.plus ? '+' : '';
  const tail = exponentDigits.map(piece => (piece.type === 'literal' ? piece.text : '')).join('');
  const mantissa = place(tokens.slice(0, at), layout, rounded.whole, rounded.fraction);
  return `${mantissa}E${sign}${String(Math.abs(power)).padStart(width, '0')}${tail}`;
}

/** "# ?/?": the nearest fraction whose denominator has as many digits as the format. */
function formatFraction(value: number, tokens: readonly FormatToken[]): string {
  const slash = tokens.findIndex(({ type }) => type === 'slash');
  const mixed = /digit(,\w+)*,literal/.test(
    tokens
      .slice(0, slash)
      .map(({ type }) => type)
      .join(),
  );
  const width = Math.min(3, tokens.slice(slash).filter(({ type }) => type === 'digit').length);
  const size = Math.abs(value);
  const fixed = /^\d+/.exec(literalText(tokens.slice(slash + 1)))?.[0];
  let whole = mixed ? Math.floor(size) : 0;
  let [numerator, denominator] = fixed
    ? [Math.round((size - whole) * Number(fixed)), Number(fixed)]
    : nearestFraction(size - whole, 10 ** Math.max(1, width) - 1);
  if (mixed && numerator === denominator) [whole, numerator] = [whole + 1, 0];
  const pad = ' '.repeat(2 * Math.max(1, width) + 1);
  if (mixed && numerator === 0) return `${whole} ${pad}`.trimEnd();
  const fraction = `${String(numerator).padStart(width)}/${denominator}`;
  return whole > 0 ? `${whole} ${fraction}` : fraction.trimStart();
}

function literalText(tokens: readonly FormatToken[]): string {
  return tokens.map(token => (token.type === 'literal' ? token.text : '')).join('');
}

function nearestFraction(value: number, maxDenominator: number): [number, number] {
  let best: [number, number] = [Math.round(value), 1];
  let error = Math.abs(value - best[0]);
  for (let denominator = 2; denominator <= maxDenominator; denominator++) {
    const numerator = Math.round(value * denominator);
    const distance = Math.abs(value - numerator / denominator);
    if (distance < error - 1e-12) [best, error] = [[numerator, denominator], distance];
  }
  return best;
}
