import type { GridCell } from '../model/cells';
import type { Deadline } from '../model/table';
import { cleanText, matchKey } from '../model/text';
import { chineseNumber } from './chinese-number';

type Precision = Deadline['precision'];

interface Reading {
  date: string | null;
  precision: Precision;
  certain: boolean;
}

/** "45291" typed as a number under 完成时限 is a date that lost its format; plain years and counts are below. */
const SERIALS = { first: 36_526, last: 73_050 };
const DAY = 86_400_000;

/** A 完成时限 cell; `year` is the table's, for wordings that state none. null for an empty cell. */
export function parseDeadline(cell: GridCell | undefined, year: number | null): Deadline | null {
  if (!cell) return null;
  const clean = cleanText(cell.text);
  if (clean === '') return null;
  return { text: cell.text, clean, ...(cellDate(cell) ?? readWording(matchKey(cell.text), year)) };
}

function cellDate(cell: GridCell): Reading | null {
  if (cell.kind === 'date' && cell.iso) return { date: cell.iso.slice(0, 10), precision: 'day', certain: true };
  const value = cell.kind === 'number' ? (cell.value as number) : Number.NaN;
  if (value >= SERIALS.first && value < SERIALS.last) {
    const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * DAY).toISOString().slice(0, 10);
    return { date, precision: 'day', certain: true };
  }
  return null;
}

const RECURRING = /每|按月|按季|按周|按年|按半年|按旬|月度|逐月|逐季|^季度$|^半年$|定期/;
const ONGOING = /长期|持续|常态|常年|日常|经常|随时|不间断|贯穿|实时|即时/;
const WHOLE_YEAR = /全年|当年$|本年度?$/;
const DONE = /^(?:已|己|均已)?(?:全部)?(?:完成|办结|落实)$/;

const TOKENS: [RegExp, (match: RegExpExecArray, year: number | null) => Reading | null][] = [
  [/(20\d\d)[年./-](\d{1,2})[月./-](\d{1,2})(?![\d月])日?/y, m => day(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/y, m => day(Number(m[1]), Number(m[2]), Number(m[3]))],
  // "2023年1-9月" ends with its second month.
  [/(20\d\d)年\d{1,2}月?[-~至到](\d{1,2})月(?!\d)/y, m => end(Number(m[1]), Number(m[2]), 'month')],
  [
    /(?:(20\d\d)年?|([次翌明])年)?第?(?:([一二三四1-4])季度[末底]?|q([1-4]))/y,
    (m, y) => quarter(yearOf(m, y), m[3] ?? m[4]!),
  ],
  [/(?:(20\d\d)年?|([次翌明])年)?([上下])半年/y, (m, y) => end(yearOf(m, y), m[3] === '上' ? 6 : 12, 'half-year')],
  [/(?:([次翌明])年|())(\d{1,2})月(\d{1,2})[日号]/y, (m, y) => day(next(m[1], y), Number(m[3]), Number(m[4]))],
  [/(?:(20\d\d)[年./-]?|([次翌明])年)?(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?([上中下]旬|[底末])?/y, month],
  [/(20\d\d)[./-](\d{1,2})(?!\d)/y, m => end(Number(m[1]), Number(m[2]), 'month')],
  [/(?:(20\d\d)|([次翌明])|[本当]?)年(?:度?[底末终]|度内|内)/y, (m, y) => end(yearOf(m, y), 12, 'year-end')],
  // "2023年度前" is most likely a slip for 年底前: the day is kept, the doubt too.
  [/(20\d\d)年度前/y, m => ({ ...end(Number(m[1]), 12, 'year-end'), certain: false })],
  [/(?<![\d./-])(\d{1,2})[./](\d{1,2})(?![\d./月])/y, (m, y) => day(y, Number(m[1]), Number(m[2]))],
  [
    /(20\d\d)年度?(?!.{0,4}(?:节|元旦|除夕|汛期|高考|中考|暑假|寒假|学期|两会))/y,
    m => end(Number(m[1]), 12, 'year-end'),
  ],
];

function readWording(key: string, year: number | null): Reading {
  if (DONE.test(key)) return { date: null, precision: 'done', certain: true };
  if (RECURRING.test(key)) return { date: null, precision: 'recurring', certain: true };
  const dates = readDates(key, year);
  const last = dates.reduce<Reading | null>((a, b) => (a && (a.date ?? '') > (b.date ?? '') ? a : b), null);
  if (last) {
    const range = dates.length === 2 && /至|到|~|-/.test(key);
    const several = new Set(dates.map(reading => reading.date)).size > 1 && !range;
    return several ? { ...last, certain: false } : last;
  }
  if (WHOLE_YEAR.test(key)) {
    return { date: year === null ? null : iso(year, 12, 31), precision: 'ongoing', certain: year !== null };
  }
  if (ONGOING.test(key)) return { date: null, precision: 'ongoing', certain: true };
  return { date: null, precision: 'unknown', certain: false };
}

/** Left to right, each position tried against the tokens in their order; at most a few dozen characters matter. */
function readDates(key: string, year: number | null): Reading[] {
  const found: Reading[] = [];
  let stated = year;
  for (let at = 0; at < key.length && at < 200; ) {
    let next = at + 1;
    for (const [pattern, read] of TOKENS) {
      pattern.lastIndex = at;
      const match = pattern.exec(key);
      if (!match || match[0] === '') continue;
      const reading = read(match, stated);
      if (!reading) continue;
      found.push(reading);
      // "2023年1月至11月": the second date borrows the year of the first.
      const ownYear = /20\d\d/.exec(match[0]);
      if (ownYear) stated = Number(ownYear[0]);
      next = at + match[0].length;
      break;
    }
    at = next;
  }
  return found;
}

function yearOf(match: RegExpExecArray, year: number | null): number | null {
  return match[1] ? Number(match[1]) : next(match[2], year);
}

function next(mark: string | undefined, year: number | null): number | null {
  return mark && year !== null ? year + 1 : year;
}

function month(match: RegExpExecArray, year: number | null): Reading | null {
  const number = /\d/.test(match[3]!) ? Number(match[3]) : chineseNumber(match[3]!);
  if (!number || number > 12) return null;
  const reading = end(yearOf(match, year), number, 'month');
  const lastDay = match[4] === '上旬' ? '10' : match[4] === '中旬' ? '20' : null;
  return lastDay && reading.date ? { ...reading, date: reading.date.slice(0, 8) + lastDay } : reading;
}

function quarter(year: number | null, name: string): Reading {
  return end(year, ('一二三四'.indexOf(name) + 1 || Number(name)) * 3, 'quarter');
}

function day(year: number | null, monthNumber: number, dayNumber: number): Reading | null {
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > 31) return null;
  if (year === null) return { date: null, precision: 'day', certain: false };
  const lastDay = lastDayOf(year, monthNumber);
  return {
    date: iso(year, monthNumber, Math.min(dayNumber, lastDay)),
    precision: 'day',
    certain: dayNumber <= lastDay,
  };
}

function end(year: number | null, monthNumber: number, precision: Precision): Reading {
  if (year === null || monthNumber < 1 || monthNumber > 12) return { date: null, precision, certain: false };
  return { date: iso(year, monthNumber, lastDayOf(year, monthNumber)), precision, certain: true };
}

function lastDayOf(year: number, monthNumber: number): number {
  return new Date(Date.UTC(year, monthNumber, 0)).getUTCDate();
}

function iso(year: number, monthNumber: number, dayNumber: number): string {
  return `${year}-${String(monthNumber).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`;
}
