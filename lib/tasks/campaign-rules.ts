import type { Change } from '../model/campaign-journal';
import { entityOf } from '../model/entity';
import type { Item } from '../model/item';
import type { OpValue } from '../model/op';
import type { ParsedRule } from '../model/rule';
import { type ReadingClause, ruleReadingSchema } from '../model/rule-reading';
import type { ScoringRule } from '../model/scoring-rule';
import type { Indicator, RecognisedTable } from '../model/table';
import { LONGEST_PHRASE, parseRule } from '../scoring/parse-rule';
import { asRead, carriedOver, parsedOf, readingOf } from '../scoring/rule-reading';
import type { Place } from './answer-places';
import { staleAnswers } from './stale-answers';
import { decidingNotes, tableId } from './whole-table';

/** What a rule belongs to: an indicator, or its whole table. */
export interface RuleOwner {
  table: RecognisedTable;
  indicator: Indicator | null;
}

type Read = (place: Place) => OpValue | undefined;

interface Remembered {
  given: OpValue | undefined;
  kept: OpValue | undefined;
  rule: ScoringRule | null;
}

const readBefore = new WeakMap<Indicator | RecognisedTable, Remembered>();
const ruleOf = new WeakMap<Item, { rule: ScoringRule | null }>();

/**
 * A scoring rule as people imported and corrected it: its words in `ruleText` and, once somebody corrected how they are read,
 * the whole reading in `ruleReading`. null where there is none. The same object as long as nothing of it changed.
 */
export function scoringRuleOf(owner: RuleOwner, read: Read): ScoringRule | null {
  const places = rulePlaces(owner);
  const given = read(places.text);
  const kept = read(places.reading);
  const subject = owner.indicator ?? owner.table;
  const before = readBefore.get(subject);
  if (before && before.given === given && before.kept === kept) return before.rule;
  const rule = readRule(owner, given, kept);
  readBefore.set(subject, { given, kept, rule });
  return rule;
}

/** As `scoringRuleOf`; an item that is the same object as before is not looked at again: any edit of its indicator makes it another. */
export function ruleOfItem(item: Item, read: Read): ScoringRule | null {
  const before = ruleOf.get(item);
  if (before) return before.rule;
  const rule = scoringRuleOf(item, read);
  ruleOf.set(item, { rule });
  return rule;
}

function readRule(owner: RuleOwner, given: OpValue | undefined, kept: OpValue | undefined): ScoringRule | null {
  const origin = typeof given === 'string' || given === null ? 'given' : 'table';
  const own = origin === 'table' ? ownWords(owner) : { text: String(given ?? ''), cell: null };
  const base = { ...own, origin } as const;
  if (own.text.trim() === '') {
    // Taken away by a person, or never there.
    return origin === 'given' ? { ...base, clauses: [], corrected: false, unreadable: false, parsed: null } : null;
  }
  if (typeof kept !== 'string') return { ...base, ...asItReads(owner, own.text) };
  const reading = keptReading(kept);
  if (!reading) return { ...base, ...unreadable(own.text) };
  if (reading.text !== own.text) return { ...base, ...asItReads(owner, own.text) };
  const { clauses } = reading;
  const corrected = clauses.some(clause => clause.corrected);
  return { ...base, clauses, corrected, unreadable: false, parsed: parsedOf(clauses, own.text) };
}

/** Other words for a rule; '' takes the rule away, the table's own words bring its own back. What is known of clauses that stay is kept. */
export function ruleTextChanges(owner: RuleOwner, before: ScoringRule | null, text: string): Change[] {
  const places = rulePlaces(owner);
  const own = ownWords(owner).text;
  const words = text.trim().slice(0, LONGEST_PHRASE);
  const value = words === own.trim() ? undefined : words === '' ? null : words;
  const next = value === undefined ? own : words;
  const fresh = next === '' ? [] : asItReads(owner, next).clauses;
  const carried = before ? carriedOver(before.clauses, fresh) : fresh;
  return [
    { ...places.text, value },
    { ...places.reading, value: carried.length === 0 || asRead(carried) ? undefined : written(next, carried) },
    ...(owner.indicator ? staleAnswers(ownerEntity(owner), before?.clauses ?? [], carried) : []),
  ];
}

/** A reading that a person corrected; null: as the words read again. */
export function readingChanges(
  owner: RuleOwner,
  before: ScoringRule,
  clauses: readonly ReadingClause[] | null,
): Change[] {
  const next = clauses ?? asItReads(owner, before.text).clauses;
  const value = clauses === null || asRead(clauses) ? undefined : written(before.text, next);
  return [
    { ...rulePlaces(owner).reading, value },
    ...(owner.indicator ? staleAnswers(ownerEntity(owner), before.clauses, next) : []),
  ];
}

/** Words together with the reading that came with them, as from a template file; null: to be read here. */
export function givenRuleChanges(
  owner: RuleOwner,
  before: ScoringRule | null,
  text: string,
  clauses: readonly ReadingClause[] | null,
): Change[] {
  if (clauses === null) return ruleTextChanges(owner, before, text);
  const value = text === ownWords(owner).text ? undefined : text;
  return [
    { ...rulePlaces(owner).text, value },
    { ...rulePlaces(owner).reading, value: written(text, clauses) },
    ...(owner.indicator ? staleAnswers(ownerEntity(owner), before?.clauses ?? [], clauses) : []),
  ];
}

const written = (text: string, clauses: readonly ReadingClause[]): string =>
  JSON.stringify({ version: 1, text, clauses });

const ownerEntity = ({ table, indicator }: RuleOwner): string => (indicator ? entityOf(table, indicator) : 'campaign');

/** Where they are kept: with the indicator; for a whole table, with the campaign. */
function rulePlaces(owner: RuleOwner): { text: Place; reading: Place } {
  const entity = ownerEntity(owner);
  const suffix = owner.indicator ? '' : `:${tableId(owner.table)}`;
  return { text: { entity, field: `ruleText${suffix}` }, reading: { entity, field: `ruleReading${suffix}` } };
}

function ownWords({ table, indicator }: RuleOwner): { text: string; cell: string | null } {
  if (indicator) return { text: indicator.scoringRule ?? '', cell: indicator.cells.scoringRule ?? null };
  const notes = decidingNotes(table);
  return { text: notes.map(({ text }) => text).join('\n'), cell: notes[0]?.cell ?? null };
}

function asItReads(
  { indicator }: RuleOwner,
  text: string,
): Pick<ScoringRule, 'clauses' | 'corrected' | 'unreadable' | 'parsed'> {
  const parsed = parseRule(text, indicator ? { content: indicator.contentText } : {});
  const clauses = readingOf(parsed);
  return { clauses, corrected: false, unreadable: false, parsed: parsed.rule.kind === 'none' ? null : parsed };
}

function keptReading(kept: string) {
  try {
    return ruleReadingSchema.safeParse(JSON.parse(kept)).data ?? null;
  } catch {
    // Told by the rule being shown as unreadable.
    return null;
  }
}

function unreadable(text: string): Pick<ScoringRule, 'clauses' | 'corrected' | 'unreadable' | 'parsed'> {
  const span: [number, number] = [0, text.length];
  const rule = { kind: 'unparsed', text } as const;
  const parsed: ParsedRule = { rule, span, sourceText: text, confidence: 0, parts: [] };
  return { clauses: readingOf(parsed), corrected: false, unreadable: true, parsed };
}
