import { NUMERAL, readNumber } from './numerals';
import type { Token, TokenKind } from './token';
import { UNIT_PATTERN, unitName } from './units';

type Quantity = Pick<Token, 'kind' | 'value' | 'unit'> & { length: number };

const DATE = new RegExp(
  '(?:\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}[日号])?)?|\\d{1,2}月\\d{1,2}[日号]|\\d{1,2}月(?=底|末|前|份|以前|之前))(?:份)?(?:年?底|末)?(?:以前|之前|前)?' +
    '|(?:年|月|季度|当年|本年|每月|季)(?:底|末)(?:以前|之前|前)?',
  'y',
);
const PERCENT_WORDS = new RegExp(`百分之(\\d{1,3}(?:\\.\\d{1,4})?|${NUMERAL}{1,4})`, 'y');
const NUMBER = new RegExp(
  `\\d{1,12}(?:\\.\\d{1,6})?|(?![百千])${NUMERAL}{1,3}点${NUMERAL}{1,2}(?=分|个百分点)|(?![百千])${NUMERAL}{1,6}|半(?=分)`,
  'y',
);
/** 公安分局, 5分钟, 三分之一, 十分重视: no points. */
const POINTS = /分(?!之(?!间)|[钟析管类级别工局公包解布支散期批流享片区园歧院校行会组队子项])/y;
/** 一分五 */
const SPOKEN_TENTHS = /分([一二三四五六七八九])(?=[,;。、)]|$)/y;
const FRACTION = /分之(?!间)/y;
const PERCENT_POINT = /个?百分点/y;
const TENTHS = /成(?=以上|以下|及|的|或|不|得|,|扣|$)/y;
const UNIT = new RegExp(UNIT_PATTERN, 'y');
/** 3对以上: a counting word by where it stands. */
const OTHER_UNIT = /[\u4e00-\u9fff]{1,2}?(?=以上|以下|以内|及以上|及以下|\(含\))/y;
const NAME_OF_A_NUMBER = /[号楼室路幢届]|\.\d/y;

/** A number with what it counts; null where none starts at `at`. */
export function quantityAt(text: string, at: number): Quantity | null {
  const date = match(DATE, text, at);
  if (date) return quantity('date', 0, date[0].length);
  const inWords = match(PERCENT_WORDS, text, at);
  if (inWords) {
    const value = readNumber(inWords[1]!);
    if (value !== null) return quantity('percent', value, inWords[0].length);
  }
  const digits = match(NUMBER, text, at)?.[0];
  if (!digits) return null;
  const value = readNumber(digits);
  const after = at + digits.length;
  const written = /\d/.test(digits);
  if (value === null || match(NAME_OF_A_NUMBER, text, after)) return quantity('text', 0, digits.length);
  if (match(FRACTION, text, after)) return quantity('text', 0, digits.length + 2);
  const tenthsOfAPoint = written ? null : match(SPOKEN_TENTHS, text, after);
  const spoken = tenthsOfAPoint && readNumber(tenthsOfAPoint[1]!);
  if (spoken) return quantity('points', value + spoken / 10, digits.length + tenthsOfAPoint[0].length);
  if (match(POINTS, text, after)) return quantity('points', value, digits.length + 1);
  if (text[after] === '%') return quantity('percent', value, digits.length + 1);
  const point = match(PERCENT_POINT, text, after);
  if (point) return quantity('percentPoint', value, digits.length + point[0].length);
  const tenths = match(TENTHS, text, after);
  if (tenths && value <= 10) return quantity('percent', value * 10, digits.length + 1);
  const unit = match(UNIT, text, after)?.[0];
  if (unit) return { ...quantity('count', value, digits.length + unit.length), unit: unitName(unit) };
  const other = written ? match(OTHER_UNIT, text, after)?.[0] : undefined;
  if (other) return { ...quantity('count', value, digits.length + other.length), unit: other };
  return written ? quantity('number', value, digits.length) : null;
}

function quantity(kind: TokenKind, value: number, length: number): Quantity {
  return { kind, value, unit: '', length };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
