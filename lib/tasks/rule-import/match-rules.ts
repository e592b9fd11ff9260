import { entityOf } from '../../model/entity';
import type { RuleEntry, RuleMatch } from '../../model/rule-entry';
import type { Indicator, RecognisedTable, Section } from '../../model/table';
import { matchKey } from '../../model/text';
import { bigramsOf } from '../../scoring/hints/bigrams';
import { chineseNumber } from '../../table/chinese-number';
import { tableId } from '../whole-table';
import { isOfWholeTable } from './whole-table-text';

/** Share of the pairs of characters that two texts have in common, of the shorter one's. */
const SAME = 0.8;
const ALIKE = 0.55;
/** The next likeliest must be this much less alike. */
const APART = 0.2;
/** Words as unlike as this speak of something else, whatever number stands before them. */
const UNLIKE = 0.2;
const MOST_LIKELY = 5;
/** Fewer characters say nothing. */
const WORDS = 4;

interface Place {
  entity: string;
  section: Section;
  indicator: Indicator;
  pairs: ReadonlySet<string>;
  key: string;
}

/**
 * Which indicator each entry is for: by its words, or by section and number where no words speak against it. What is not
 * plain stays without a target and is asked. Several entries may be for one indicator, such as the rows of its sub-items.
 */
export function matchRules(entries: readonly RuleEntry[], tables: readonly RecognisedTable[]): RuleMatch[] {
  const places = tables.flatMap(table =>
    table.sections.flatMap(section =>
      section.indicators.map((indicator): Place => {
        const key = contentKey(indicator.contentText);
        const entity = entityOf(table, indicator);
        return { entity, section, indicator, key, pairs: bigramsOf(key) };
      }),
    ),
  );
  return entries.map(entry => {
    const words = wordsOf(entry);
    const ranked = places
      .map(place => ({ place, alike: likeness(words, place), numbered: numberFits(entry, place) }))
      .sort((a, b) => b.alike - a.alike || Number(b.numbered) - Number(a.numbered));
    const found = sureMatch(entry, ranked);
    const likely = ranked
      .filter(({ alike, numbered }) => alike >= UNLIKE || numbered)
      .slice(0, MOST_LIKELY)
      .map(({ place }) => place.entity);
    if (found) return { entry, target: { for: 'indicator', entity: found.entity }, likely };
    const unnamed = entry.number === null && contentKey(entry.content) === '';
    const whole = tables.length === 1 && unnamed && isOfWholeTable(entry.text);
    return { entry, target: whole ? { for: 'table', table: tableId(tables[0]!) } : null, likely };
  });
}

interface Ranked {
  place: Place;
  alike: number;
  numbered: boolean;
}

function sureMatch(entry: RuleEntry, ranked: readonly Ranked[]): Place | null {
  const [best, next] = ranked;
  if (!best) return null;
  const fits = ({ place }: Ranked) => weightFits(entry, place);
  const apart = best.alike - (next?.alike ?? 0) >= APART;
  const contradicted = entry.number !== null && entry.section !== null && !best.numbered;
  if (best.alike >= SAME && (apart || (best.numbered && !next?.numbered)) && fits(best)) return best.place;
  if (best.alike >= ALIKE && apart && !contradicted && fits(best)) return best.place;
  // By its number alone: only where there is one such, in its section, and no words that say otherwise.
  const numbered = ranked.filter(one => one.numbered);
  const [only] = numbered;
  if (numbered.length !== 1 || !only || !fits(only)) return null;
  const silent = contentKey(entry.content).length < WORDS;
  return silent || only.alike >= ALIKE ? only.place : null;
}

/** Scoring words repeat what they score, but often that of a neighbour as well: good for a suggestion, not for a match. */
const HINTING = 0.5;

interface Words {
  key: string;
  pairs: ReadonlySet<string>;
  /** How much a likeness of these words counts. */
  trust: number;
}

function wordsOf({ content, text }: RuleEntry): Words {
  const own = contentKey(content);
  const key = own.length < WORDS ? contentKey(text) : own;
  return { key, pairs: bigramsOf(key), trust: own.length < WORDS ? HINTING : 1 };
}

function likeness({ key, pairs, trust }: Words, place: Place): number {
  if (key === place.key) return trust;
  const [fewer, more] = pairs.size <= place.pairs.size ? [pairs, place.pairs] : [place.pairs, pairs];
  if (fewer.size === 0) return 0;
  let shared = 0;
  for (const pair of fewer) if (more.has(pair)) shared++;
  return (trust * shared) / fewer.size;
}

/** "2.3" is the code; "3" is the number in a section that must be told by its name or number. */
function numberFits({ number, section }: RuleEntry, { indicator, section: own }: Place): boolean {
  if (number === null) return false;
  if (number.includes('.')) return number === indicator.code;
  if (!section || Number(number) !== indicator.number) return false;
  const name = contentKey(section.name);
  const ownName = contentKey(own.name);
  if (name.length >= 2 && ownName.length >= 2) return name.includes(ownName) || ownName.includes(name);
  const printed = section.number === null ? null : numberOf(section.number);
  return printed !== null && printed === numberOf(own.number ?? own.code);
}

const numberOf = (printed: string): number | null =>
  /^\d+$/.test(printed) ? Number(printed) : (chineseNumber(printed) ?? null);

function weightFits({ weight }: RuleEntry, { indicator }: Place): boolean {
  return weight === null || indicator.weight?.points == null || weight === indicator.weight.points;
}

/** Without the number before it and the points behind. */
function contentKey(text: string): string {
  return matchKey(text)
    .replace(/^\(?(?:\d+(?:[.-]\d+)*|[一二三四五六七八九十]{1,3})[.),:]/, '')
    .replace(/\(?\d+(?:\.\d+)?分\)?/g, '')
    .replace(/[,.;:!?()[\]<>]/g, '');
}
