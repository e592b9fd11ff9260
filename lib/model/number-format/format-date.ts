import { type DateParts, serialToParts } from '../date-serial';
import { chineseDigits, chineseNumber } from './chinese-numerals';
import type { FormatSection, FormatToken } from './parse-format';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const CHINESE_DAYS = '日一二三四五六';

/** A serial number through a section that shows dates or times; null where the number is no date. */
export function formatDate(
  serial: number,
  { tokens, chineseDigits: style }: FormatSection,
  date1904: boolean,
): string | null {
  const decimals = secondDecimals(tokens);
  const parts = serialToParts(serial, date1904, decimals);
  if (!parts) return null;
  const halfDay = tokens.some(token => token.type === 'date' && /\//.test(token.code));
  let afterSeconds = false;
  let text = '';
  for (const token of tokens) {
    switch (token.type) {
      case 'literal':
        text += token.text;
        break;
      case 'date':
        text += dateField(token.code, parts, halfDay, style);
        break;
      case 'elapsed':
        text += elapsed(token.code, serial);
        break;
      case 'point':
        text += afterSeconds && decimals > 0 ? fraction(parts.second, decimals) : '.';
        break;
      case 'comma':
        text += ',';
        break;
      case 'slash':
        text += '/';
        break;
      case 'percent':
        text += '%';
        break;
      case 'digit':
      case 'exponent':
      case 'text':
      case 'general':
        break;
    }
    afterSeconds = (token.type === 'date' || token.type === 'elapsed') && /^s/i.test(token.code);
  }
  return text;
}

function dateField(code: string, parts: DateParts, halfDay: boolean, style: number): string {
  const number = (value: number, width = 1) => {
    const digits = String(value).padStart(width, '0');
    return style ? chineseNumber(digits, style) : digits;
  };
  const hour = halfDay ? parts.hour % 12 || 12 : parts.hour;
  const width = code.length === 1 ? 1 : 2;
  switch (code[0]!.toLowerCase()) {
    case 'y':
    case 'e':
      return chineseDigits(
        code.length > 2 || code[0]!.toLowerCase() === 'e'
          ? String(parts.year)
          : String(parts.year % 100).padStart(2, '0'),
        style,
      );
    case 'm':
      if (code.length === 3) return MONTHS[parts.month - 1]!.slice(0, 3);
      if (code.length === 5) return MONTHS[parts.month - 1]![0]!;
      return code.length > 3 ? MONTHS[parts.month - 1]! : number(parts.month, width);
    case 'd':
      if (code.length === 3) return DAYS[parts.weekday]!.slice(0, 3);
      return code.length > 3 ? DAYS[parts.weekday]! : number(parts.day, width);
    case 'h':
      return number(hour, width);
    case 'n':
      return number(parts.minute, width);
    case 's':
      return number(Math.floor(parts.second), width);
    case '上':
      return parts.hour < 12 ? '上午' : '下午';
    default:
      if (/^aaa/i.test(code)) return (code.length > 3 ? '星期' : '') + CHINESE_DAYS[parts.weekday];
      return halfDayMark(code, parts.hour);
  }
}

function halfDayMark(code: string, hour: number): string {
  const [am = '', pm = ''] = code.split('/');
  return hour < 12 ? am : pm;
}

/** [h], [mm], [ss]: all of the time in that unit, beyond a day. */
function elapsed(code: string, serial: number): string {
  const seconds = Math.round(serial * 86_400);
  const unit = { h: 3600, m: 60, s: 1 }[code[0] as 'h' | 'm' | 's'];
  return String(Math.floor(seconds / unit)).padStart(code.length, '0');
}

/** The zeros right after "ss.": digits of a second to show. */
function secondDecimals(tokens: readonly FormatToken[]): number {
  for (let index = 1; index < tokens.length; index++) {
    const before = tokens[index - 1]!;
    const shows = (before.type === 'date' || before.type === 'elapsed') && /^s/i.test(before.code);
    if (!shows || tokens[index]!.type !== 'point') continue;
    let count = 0;
    while (tokens[index + 1 + count]?.type === 'digit' && count < 3) count++;
    return count;
  }
  return 0;
}

function fraction(second: number, decimals: number): string {
  return (second % 1).toFixed(decimals).slice(1);
}
