import type { DatedRequirement } from './requirement';
import { passage, type SourceText } from './source-text';

/** Only what says "by then": a month alone may be a campaign's name (宣传月) or a report's period. */
const DATE =
  /(?<![每\d])(?:(20\d\d)(?:年|(?=年[底末]))|当年|本年)?(?:(\d{1,2})月(?:(\d{1,2})[日号]|([上中])旬|份|底|末)?|第?([一二三四])季度(?:末|底)?|(上)半年|年底|年末)(?:之?前|以前|内)/g;
const MOST = 20;

/** Deadlines inside a wording; `year` is the table's, for those that name none. */
export function datedRequirements(source: SourceText, year: number | null): DatedRequirement[] {
  return [...source.folded.text.matchAll(DATE)].slice(0, MOST).map(match => ({
    kind: 'dated',
    key: `dated:${match[0]}`,
    passages: [passage(source, match.index, match.index + match[0].length)],
    date: dateOf(match, year),
  }));
}

function dateOf(match: RegExpMatchArray, tableYear: number | null): string | null {
  const [, stated, monthText, dayText, third, quarter, half] = match;
  const year = stated ? Number(stated) : tableYear;
  const month = monthText ? Number(monthText) : quarter ? ('一二三四'.indexOf(quarter) + 1) * 3 : half ? 6 : 12;
  if (year === null || month < 1 || month > 12) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = dayText ? Number(dayText) : third ? (third === '上' ? 10 : 20) : last;
  if (day < 1 || day > last) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
