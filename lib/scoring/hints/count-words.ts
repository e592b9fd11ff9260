import { NUMERAL, readNumber } from '../grammar/numerals';
import type { CountRequirement, Period } from './requirement';

/** What an office counts and reports. Years, days and ranks are no counts; 号 belongs to documents. */
const UNITS =
  '人次 批次 场次 件次 家次 户次 课时 学时 万元 次 条 篇 项 处 起 件 例 个 人 名 户 家 份 场 期 批 则 本 册 张 幅 部 块 所 支 轮 套 只 辆 类 种 点 宗 %';
/** 3个月, 两个工作日 are times, 5个百分点 a difference; 一次性 and 人民 are words of their own. */
export const COUNT_UNIT = `(?:${UNITS.split(' ').join('|')})(?<!个(?=月|季度|半年|年|工作日|小时|百分点|星期|学期))(?<!次(?=性))(?<!人(?=[民员们均]))(?<!类(?=型))(?<!点(?=钟))(?<!本(?=[级地部单行领年市县]))(?<!条(?=例))`;

/** Not the tail of a longer number, of 第3条 or of a year. */
export const COUNT = `(?<![\\d.第${NUMERAL.slice(1, -1)}])(?:\\d{1,6}(?:\\.\\d{1,2})?|${NUMERAL}{1,4})`;

export const LOWER = '不得?少于|不能少于|不得?低于|不得?小于|不能低于|至少|最少|≥|>=';
export const STRICTLY_LOWER = '超过|大于|多于|高于|突破';
export const UPPER = '不得?超过|不能超过|不得?高于|不得?多于|不得?大于|控制在|≤|<=';

const COMPARISONS: readonly [RegExp, CountRequirement['comparison']][] = [
  [new RegExp(`^(?:${LOWER})$`), '>='],
  [new RegExp(`^(?:${UPPER})$`), '<='],
  [new RegExp(`^(?:${STRICTLY_LOWER})$`), '>'],
];

export function comparisonOf(word: string): CountRequirement['comparison'] {
  return COMPARISONS.find(([pattern]) => pattern.test(word))?.[1] ?? '>=';
}

export function countOf(text: string): number | null {
  return readNumber(text);
}

const PERIODS: readonly [pattern: string, period: Period, perYear: number][] = [
  ['每周|每星期|按周|每个?星期', 'week', 52],
  ['每个?月度?|按月|月度|逐月', 'month', 12],
  ['每个?季度?|按季度?|逐季度?', 'quarter', 4],
  ['每半年|半年', 'half-year', 2],
  ['每年度?|每一年|全年|年度|年内|一年|每学年', 'year', 1],
];
const PERIOD = new RegExp(PERIODS.map(([pattern]) => `(${pattern})`).join('|'), 'g');

export interface FoundPeriod {
  period: Period;
  perYear: number;
  start: number;
}

/** The last period named before `end`: in "全年每季度至少1次" it is the quarter. */
export function lastPeriod(text: string, start: number, end: number): FoundPeriod | null {
  let found: FoundPeriod | null = null;
  for (const match of text.slice(start, end).matchAll(PERIOD)) {
    const [, period, perYear] = PERIODS[match.slice(1).findIndex(Boolean)]!;
    // 年度 alone only says which year; another period said before it stays.
    if (found && period === 'year') continue;
    found = { period, perYear, start: start + match.index };
  }
  return found;
}

/** "1次/季度" */
export const SLASH_PERIOD = /^\/(周|月|季度?|半年|年)/;

export function slashPeriod(word: string): Omit<FoundPeriod, 'start'> {
  const [, period, perYear] = PERIODS.find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(`每${word}`))!;
  return { period, perYear };
}
