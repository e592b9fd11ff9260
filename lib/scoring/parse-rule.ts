import type { ParsedRule, RulePart, SimpleRule, Span } from '../model/rule';
import { cutClauses } from './grammar/cut-clauses';
import { type FoldedText, foldText } from './grammar/folded-text';
import { readIslands } from './grammar/read-islands';
import type { Steps } from './grammar/steps';
import { tokenize } from './grammar/tokenize';
import { partKey } from './part-key';
import { combineClauses } from './rules/combine-clauses';
import { changesPoints, noRule } from './rules/no-rule';
import { CERTAIN, type Reading } from './rules/reading';
import { targetFromContent } from './rules/target-from-content';

/** A cell holds 32,767 characters; no rule needs as many. */
export const LONGEST_PHRASE = 8_000;

export interface RuleContext {
  /** The text of the column that says what is asked (考评内容): 少1次扣1分 takes its target from there. */
  content?: string;
}

/** What a scoring phrase says. Never throws; what is not understood comes back as `unparsed`. */
export function parseRule(phrase: string, context: RuleContext = {}, steps: Steps = { count: 0 }): ParsedRule {
  if (phrase.length > LONGEST_PHRASE) return unparsed(phrase);
  const whole: Span = [0, phrase.length];
  const folded = foldText(phrase);
  const clauses = cutClauses(readIslands(tokenize(folded.text, steps), steps), folded.text);
  const readings = combineClauses(clauses, folded.text).map(reading => ({
    ...reading,
    rule: targetFromContent(reading.rule, context.content, steps),
  }));
  const [only] = readings;
  if (!only) {
    if (changesPoints(folded.text)) return unparsed(phrase);
    return { rule: noRule(clauses, folded.text), span: whole, sourceText: phrase, confidence: CERTAIN, parts: [] };
  }
  if (readings.length === 1) {
    const rule: SimpleRule = only.rule.kind === 'unparsed' ? { kind: 'unparsed', text: phrase } : only.rule;
    return { rule, ...source(phrase, folded, only), confidence: only.confidence, parts: [] };
  }
  return composite(phrase, folded, readings);
}

function unparsed(phrase: string): ParsedRule {
  const span: Span = [0, phrase.length];
  return { rule: { kind: 'unparsed', text: phrase }, span, sourceText: phrase, confidence: 0, parts: [] };
}

function composite(phrase: string, folded: FoldedText, readings: readonly Reading[]): ParsedRule {
  const rules: RulePart[] = [];
  const parts: ParsedRule['parts'] = [];
  for (const [index, reading] of readings.entries()) {
    const key = partKey(index);
    const place = source(phrase, folded, reading);
    const rule: SimpleRule =
      reading.rule.kind === 'unparsed' ? { kind: 'unparsed', text: place.sourceText } : reading.rule;
    rules.push({ key, ...rule });
    parts.push({ key, ...place, confidence: reading.confidence });
  }
  const first = readings[0]!;
  const last = readings[readings.length - 1]!;
  const rule = rules.every(part => part.kind === 'unparsed')
    ? ({ kind: 'unparsed', text: phrase } as const)
    : ({ kind: 'composite', rules } as const);
  return {
    rule,
    ...source(phrase, folded, { ...first, end: last.end }),
    confidence: Math.min(...readings.map(reading => reading.confidence)),
    parts: rule.kind === 'composite' ? parts : [],
  };
}

function source(phrase: string, { offsets }: FoldedText, { start, end }: { start: number; end: number }) {
  const span: Span = [offsets[start]!, end === 0 ? 0 : offsets[end - 1]! + 1];
  return { span, sourceText: phrase.slice(...span) };
}
