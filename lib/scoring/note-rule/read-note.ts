import type { RecognisedTable } from '../../model/table';
import { matchKey } from '../../model/text';
import type { UnitProfile } from '../../model/unit-profile';
import { readNumber } from '../grammar/numerals';
import type { NoteClause, NoteCondition, NoteRule } from './note-rule';

/** A carrier of a duty, or one named in a document: the two facts such notes part units by. */
const CONDITIONS: readonly { field: keyof UnitProfile; pattern: RegExp; label: (words: string) => string }[] = [
  {
    field: 'carriesProvincial',
    pattern:
      /(没有|未|不|非)?(?:直接)?(?:承担|承接|参与)([^,，;；。、及]{2,24}?考[评核](?:任务|工作|指标)?)(?:任务|工作)?的?(?:责任)?单位/g,
    label: words => `是否承担${words}任务`,
  },
  {
    field: 'keyPointsDuty',
    pattern:
      /(没有|未|不是|不属于|不|非)?(?:列入|纳入|属于)?(《[^》]{2,40}》)(?:所列|确定|明确)?的?(?:牵头|责任|任务)*单位/g,
    label: words => `是否${words}责任单位`,
  },
];
const POINTS =
  /第\s*((?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:\s*[、,，和及]\s*第?(?:\d{1,2}|[一二三四五六七八九十]{1,2}))*)\s*[点条项款]/;
const LEAST = /(?:不少于|不得少于|至少|不低于)\s*(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*[项条个]/;
const ONLY = /只需|仅需|只须|只要|仅须/;
const OWN_WEIGHTS = /(?:分别|自行|各自)?(?:设置|设定|确定|分配)[^,，;；。]{0,12}(?:权重|分值)/;
const LONGEST = 4_000;

/**
 * The first note of the table that is such a rule; null where none is. Recognised by what it says: units parted by a
 * duty, points to detail, a least number of items or own weights.
 */
export function noteRuleOf(table: RecognisedTable): NoteRule | null {
  for (const { cell, text } of table.notes) {
    const rule = text.length <= LONGEST ? readNote(table, cell, text) : null;
    if (rule) return rule;
  }
  return null;
}

function readNote(table: RecognisedTable, cell: string, text: string): NoteRule | null {
  const clauses = clausesOf(text);
  if (clauses.length === 0) return null;
  const section = sectionNamedIn(table, text);
  const asks = new Map<keyof UnitProfile, NoteRule['asks'][number]>();
  for (const { field, pattern, label } of CONDITIONS) {
    const match = new RegExp(pattern.source).exec(text);
    if (match) asks.set(field, { field, label: label(match[2]!.trim()), quote: match[0] });
  }
  return {
    cell,
    text,
    section: section?.code ?? null,
    sectionQuote: section?.name ?? /[“"]([^”"]{2,40})[”"]\s*(?:项目|部分|板块)/.exec(text)?.[1] ?? '',
    clauses,
    asks: [...asks.values()],
  };
}

/** By name, whatever its spaces, brackets and width; the longest where one name holds another. */
function sectionNamedIn(table: RecognisedTable, text: string) {
  const key = matchKey(text);
  return table.sections
    .filter(({ name }) => name !== '' && key.includes(matchKey(name)))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

function clausesOf(text: string): NoteClause[] {
  const clauses: NoteClause[] = [];
  let start = 0;
  for (const part of text.split(/(?<=[;；。\n])/)) {
    const clause = readClause(part, start, String.fromCharCode(65 + clauses.length));
    if (clause) clauses.push(clause);
    start += part.length;
  }
  return clauses;
}

function readClause(part: string, offset: number, id: string): NoteClause | null {
  const conditions = conditionsIn(part);
  const points = POINTS.exec(part);
  const least = LEAST.exec(part);
  const ownWeights = OWN_WEIGHTS.test(part);
  const first = conditions[0];
  if (!first || !(points || least) || !(least || ownWeights)) return null;
  const from = first.start;
  const to = part.replace(/[;；。】\]\s]+$/, '').length;
  const between = conditions.slice(1).map((condition, i) => part.slice(conditions[i]!.end, condition.start));
  return {
    id,
    quote: part.slice(from, to),
    span: [offset + from, offset + to],
    conditions: conditions.map(({ field, holds, quote }) => ({ field, holds, quote })),
    joined: joinedBy(between),
    basePoints: points ? numbersIn(points[1]!) : [],
    onlyThese: ONLY.test(part),
    minItems: least ? readNumber(least[1]!) : null,
    ownWeights,
  };
}

function conditionsIn(part: string): (NoteCondition & { start: number; end: number })[] {
  return CONDITIONS.flatMap(({ field, pattern }) =>
    [...part.matchAll(pattern)].map(match => ({
      field,
      holds: match[1] === undefined,
      quote: match[0],
      start: match.index,
      end: match.index + match[0].length,
    })),
  ).sort((a, b) => a.start - b.start);
}

function joinedBy(between: readonly string[]): NoteClause['joined'] {
  if (between.length === 0 || between.some(words => /且|同时|并/.test(words))) return 'all';
  return between.some(words => /或/.test(words)) ? 'any' : 'ambiguous';
}

function numbersIn(text: string): number[] {
  return text
    .split(/[、,，和及]/)
    .map(one => readNumber(one.replace(/[第\s]/g, '')))
    .filter(one => one !== null);
}
