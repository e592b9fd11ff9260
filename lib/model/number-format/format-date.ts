import { type DateParts, serialToParts } from '../date-serial';
import { chineseDigits, chineseNumber } from './chinese-numerals';
import { type FormatToken, isSeconds } from './format-token';
import type { FormatSection } from './parse-format';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const CHINESE_DAYS = '日一二三四五六';
const SIGNS: Partial<Record<FormatToken['type'], string>> = { point: '.', comma: ',', slash: '/', percent: '%' };

/** A serial number through a section that shows dates or times; null where the number is no date. */
export function formatDate(serial: number, section: FormatSection, date1904: boolean): string | null {
  const { tokens, halfDay, secondDecimals } = section;
  const parts = serialToParts(serial, date1904, secondDecimals);
  if (!parts) return null;
  let afterSeconds = false;
  let text = '';
  for (const token of tokens) {
    if (token.type === 'literal') text += token.text;
    else if (token.type === 'date') text += dateField(token.code, parts, halfDay, section.chineseDigits);
    else if (token.type === 'elapsed') text += elapsed(token.code, serial);
    else if (token.type === 'point' && afterSeconds && secondDecimals > 0)
      text += fraction(parts.second, secondDecimals);
    else text += SIGNS[token.type] ?? '';
    afterSeconds = isSeconds(token);
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

function fraction(second: number, decimals: number): string {
  return (second % 1).toFixed(decimals).slice(1);
}
