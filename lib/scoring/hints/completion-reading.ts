import { foldText } from '../grammar/folded-text';
import { COUNT, COUNT_UNIT, countOf } from './count-words';
import { foldPlainly } from './fold-words';
import type { CountRequirement, ForbiddenEvent } from './requirement';
import { type ClauseSpan, clauseSpans } from './source-text';
import { unfinishedAt } from './unfinished-words';

/** What a 完成情况 says. Its words are the unit's own: they are quoted back, never taken for proof. */
export interface CompletionReading {
  folded: string;
  /** Words that say work is left; null where none do. */
  unfinished: string | null;
  clauses(): readonly ClauseSpan[];
  /** Texts of the clauses that say of something that it is not so. */
  denials(): readonly string[];
  /** Texts of the clauses that say of something that it did happen. */
  events(): readonly string[];
  counts(): readonly StatedCount[];
  /** It names a day, a month or how often. */
  isDated(): boolean;
}

export interface StatedCount {
  value: number;
  unit: string;
  clause: string;
}

const COUNTS = new RegExp(`(${COUNT})(?:余|多)?(${COUNT_UNIT})`, 'g');
const DATED = /\d{1,2}月|\d{1,2}[日号]|[一二三四]季度|(?:按|每|逐)(?:月|季|周|半年)|[上下]半年/;
const FREQUENCY = new Set(['次', '场', '场次', '期', '轮', '批次']);
const LONGEST = 20_000;
const MOST_COUNTS = 300;

const MOST_REMEMBERED = 2_000;
const remembered = new Map<string, CompletionReading>();

/** A text is read once, whatever else of its indicator changes. */
export function readCompletion(completion: string): CompletionReading {
  const known = remembered.get(completion);
  if (known) return known;
  const fresh = readAnew(completion);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(completion, fresh);
  return fresh;
}

/** Clauses and counts are read when an indicator asks for them: most ask for none. */
function readAnew(completion: string): CompletionReading {
  const text = completion.slice(0, LONGEST);
  const folded = foldPlainly(text) ?? foldText(text).text;
  const unfinished = folded === '' ? null : unfinishedAt(folded);
  const clauses = once(() => clauseSpans(folded));
  const texts = () => clauses().map(({ text }) => text);
  const counts = once(() => countsIn(clauses()));
  return {
    folded,
    unfinished: unfinished && folded.slice(...unfinished),
    clauses,
    denials: once(() => texts().filter(text => DENIES.test(text))),
    events: once(() => texts().filter(saysItHappened)),
    counts,
    isDated: () => DATED.test(folded) || counts().some(({ unit }) => FREQUENCY.has(unit)),
  };
}

function countsIn(clauses: readonly ClauseSpan[]): StatedCount[] {
  const counts: StatedCount[] = [];
  for (const { text: clause } of clauses) {
    for (const [, number = '', unit = ''] of clause.matchAll(COUNTS)) {
      const value = countOf(number);
      if (value !== null && counts.length < MOST_COUNTS) counts.push({ value, unit, clause });
    }
  }
  return counts;
}

function once<T>(work: () => T): () => T {
  let known: { value: T } | null = null;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

/** Counting words that staff use for one another. */
const ALIKE: readonly ReadonlySet<string>[] = [
  new Set(['次', '场', '场次', '期', '轮', '批次']),
  new Set(['条', '篇', '则', '份']),
  new Set(['人', '名']),
  new Set(['件', '起']),
];

export function statedCount(
  reading: CompletionReading,
  requirement: CountRequirement,
  objectPairs: ReadonlySet<string>,
): number | null {
  let most: number | null = null;
  for (const { value, unit, clause } of reading.counts()) {
    if (unit !== requirement.unit && !ALIKE.some(units => units.has(unit) && units.has(requirement.unit))) continue;
    if (objectPairs.size > 0 && ![...objectPairs].some(pair => clause.includes(pair))) continue;
    if (most === null || value > most) most = value;
  }
  return most;
}

const DENIES = /未|没有|无|零|不存在|杜绝/;
const ALL_OF_THEM = /表列|上述|以上|所列|前述|该项|此类|本项|等(?:情况|情形|问题|事件|行为|现象)|任何|各类/;
const HAPPENED = /发生|出现|受到|引发|被/;
const HYPOTHETICAL =
  /防止|预防|防范|避免|杜绝|应对|处置|预案|演练|如果|若|一旦|教育|案例|制度|机制|规定|要求|学习|宣传|排查|查处|打击|整治|风险/;
const ACTUAL = /[\d一二两三四五六七八九十][起件例次人宗]|了/;

/** The completion says that it did not happen. */
export function deniesEvent(reading: CompletionReading, pairs: ReadonlySet<string>): boolean {
  return reading.denials().some(text => ALL_OF_THEM.test(text) || includesAny(text, pairs));
}

const saysItHappened = (text: string): boolean =>
  HAPPENED.test(text) && !DENIES.test(text) && !HYPOTHETICAL.test(text) && ACTUAL.test(text);

/** The clause that says it did happen; null where none does. Wary: a mistake here accuses somebody. */
export function admitsEvent(
  reading: CompletionReading,
  event: ForbiddenEvent,
  pairs: ReadonlySet<string>,
): string | null {
  const needed = Math.max(2, Math.ceil(pairs.size * 0.3));
  for (const text of reading.events()) {
    const named = event.objects.some(object => object.length >= 3 && text.includes(object));
    if (named || [...pairs].filter(pair => text.includes(pair)).length >= needed) return text;
  }
  return null;
}

function includesAny(text: string, pairs: ReadonlySet<string>): boolean {
  for (const pair of pairs) if (text.includes(pair)) return true;
  return false;
}
