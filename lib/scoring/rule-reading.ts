import type { ParsedRule, RulePart } from '../model/rule';
import type { ReadingClause } from '../model/rule-reading';
import { matchKey } from '../model/text';
import { partKey } from './part-key';

/** The clauses of a rule as the editor lists them: keys of their own, also where there is only one. */
export function readingOf(parsed: ParsedRule): ReadingClause[] {
  const { rule, span, sourceText, confidence, parts } = parsed;
  if (rule.kind !== 'composite') return [{ key: partKey(0), quote: sourceText, span, rule, confidence }];
  const places = new Map(parts.map(part => [part.key, part]));
  return rule.rules.map(part => {
    const { key, ...simple } = part;
    const place = places.get(key) ?? { span, sourceText, confidence };
    return { key, quote: place.sourceText, span: place.span, rule: simple, confidence: place.confidence };
  });
}

/** What scoring works with: the clauses that mean points, under their keys. null where none of them does. */
export function parsedOf(clauses: readonly ReadingClause[], text: string): ParsedRule | null {
  const counting = clauses.filter(({ rule }) => rule.kind !== 'none');
  const [first] = counting;
  if (!first) return null;
  const confidence = Math.min(...counting.map(clause => clause.confidence));
  // The only clause of a rule answers under the first key, whatever it is called.
  if (counting.length === 1 && first.key === partKey(0)) {
    return { rule: first.rule, span: first.span, sourceText: first.quote, confidence, parts: [] };
  }
  const start = Math.min(...counting.map(({ span }) => span[0]));
  const end = Math.max(...counting.map(({ span }) => span[1]));
  return {
    rule: { kind: 'composite', rules: counting.map(({ key, rule }): RulePart => ({ key, ...rule })) },
    span: [start, end],
    sourceText: text.slice(start, end),
    confidence,
    parts: counting.map(({ key, quote, span, confidence: sure }) => ({
      key,
      span,
      sourceText: quote,
      confidence: sure,
    })),
  };
}

/**
 * A text that was worded anew, read with what is known of the old one: a clause whose words are still there keeps its key,
 * so that its answer stays its own, and its correction. New clauses get keys that no clause had before.
 */
export function carriedOver(before: readonly ReadingClause[], fresh: readonly ReadingClause[]): ReadingClause[] {
  const known = new Map(before.map(clause => [matchKey(clause.quote), clause]));
  const taken = new Set(before.map(({ key }) => key));
  const given = new Set<string>();
  return fresh.map(clause => {
    const old = known.get(matchKey(clause.quote));
    if (old && !given.has(old.key)) {
      given.add(old.key);
      return old.corrected ? { ...old, quote: clause.quote, span: clause.span } : { ...clause, key: old.key };
    }
    const key = freeKey(taken);
    taken.add(key);
    return { ...clause, key };
  });
}

/** Clauses as a text of these words gives them, none of them corrected: nothing that would have to be kept. */
export const asRead = (clauses: readonly ReadingClause[]): boolean =>
  clauses.every(({ key, corrected }, index) => !corrected && key === partKey(index));

export function freeKey(taken: ReadonlySet<string>): string {
  let index = 0;
  while (taken.has(partKey(index))) index++;
  return partKey(index);
}
