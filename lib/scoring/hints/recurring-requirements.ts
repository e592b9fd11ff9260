import type { Period, RecurringRequirement } from './requirement';
import { clauseSpans, passage, type SourceText } from './source-text';

/** 每年 alone asks for nothing more than the yearly table does; 定期存款 and 不定期 are read as they stand. */
const WORDS: readonly [pattern: RegExp, period: Period | null, ongoing: boolean][] = [
  [/每周|每星期|按周|逐周/, 'week', false],
  [/每个?月(?!份|度?末)|按月|逐月/, 'month', false],
  [/每个?季度?|按季度?|逐季度?/, 'quarter', false],
  [/每半年|按半年/, 'half-year', false],
  [/不定期|定期(?!存款|限)/, null, false],
  [/常态化(?=地?(?!、|$)[\u4e00-\u9fff]{2})|经常性|长期坚持|常年坚持|每[天日](?!常)|每个?工作日/, null, true],
];
const MOST = 20;

/** `counted`: clauses (by the start of their quote) that state how often, which says more. */
export function recurringRequirements(
  source: SourceText,
  counted: readonly [number, number][],
): RecurringRequirement[] {
  const found: RecurringRequirement[] = [];
  for (const clause of clauseSpans(source.folded.text)) {
    const word = WORDS.find(([pattern]) => pattern.test(clause.text));
    if (!word) continue;
    const [pattern, period, ongoing] = word;
    const start = clause.start + pattern.exec(clause.text)!.index;
    const quoted = passage(source, start, clause.end);
    if (counted.some(([from, to]) => from < quoted.span[1] && to > quoted.span[0])) continue;
    found.push({
      kind: 'recurring',
      key: `recurring:${source.folded.text.slice(start, Math.min(clause.end, start + 40))}`,
      passages: [quoted],
      period,
      ongoing,
    });
    if (found.length === MOST) break;
  }
  return found;
}
