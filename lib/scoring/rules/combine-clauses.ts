import type { SimpleRule } from '../../model/rule';
import { type Clause, hasMark } from '../grammar/clause';
import { attachClause, modifierRule } from './attach-clause';
import { takeBands } from './bands-rule';
import { takeChecklist } from './checklist-rule';
import { takeChoice } from './choice-rule';
import { clauseRule } from './clause-rule';
import { takeGrades } from './grade-rule';
import { takeLevels } from './levels-rule';
import { mergeReadings } from './merge-readings';
import { takeRanks } from './rank-rule';
import { takeRatioToBest } from './ratio-to-best-rule';
import type { Reading, Taken } from './reading';
import { subjectOf } from './subject';

/** Rules that need several clauses, tried before a clause is read by itself. */
const FAMILIES: readonly ((clauses: readonly Clause[], at: number, text: string) => Taken | null)[] = [
  takeGrades,
  takeRatioToBest,
  takeRanks,
  takeLevels,
  takeChoice,
  takeBands,
  takeChecklist,
];

/** The rules of a phrase in its order; clauses that are not understood become `unparsed`, never nothing. */
export function combineClauses(clauses: readonly Clause[], text: string): Reading[] {
  const readings: Reading[] = [];
  for (let at = 0; at < clauses.length; ) {
    const family = firstFamily(clauses, at, text);
    const clause = withRequirement(clauses, at);
    if (family) {
      readings.push(reading(family.rule, family.confidence, clause, clauses[at + family.taken - 1]!));
      at += family.taken;
      continue;
    }
    at++;
    if (attachClause(clause, readings)) continue;
    const last = readings[readings.length - 1]?.rule.kind;
    const found =
      last === 'deduct_point' && clause.ofChange ? null : (modifierRule(clause) ?? clauseRule(clause, text));
    if (found === 'none' || (found === null && introducesFormula(clause, clauses[at], text))) continue;
    if (found) readings.push(reading(found.rule, found.confidence, clause, clause));
    else readings.push(reading({ kind: 'unparsed', text: text.slice(clause.start, clause.end) }, 0, clause, clause));
  }
  return mergeReadings(readings);
}

/** 满意度得分按测评结果折算，满意度×10分: the formula behind says how. */
function introducesFormula(clause: Clause, next: Clause | undefined, text: string): boolean {
  return (
    next !== undefined &&
    hasMark(next, 'times') &&
    clause.head === null &&
    /按[^,]*(?:折算|换算|计算|计分)$/.test(text.slice(clause.start, clause.end))
  );
}

/** 每年不少于2次；少1次扣0.5分: what the sentence before asks for. */
function withRequirement(clauses: readonly Clause[], at: number): Clause {
  const clause = clauses[at]!;
  const before = clauses[at - 1];
  const asked = before?.head === null ? before.bound : null;
  return clause.requirement || !asked ? clause : { ...clause, requirement: asked };
}

function firstFamily(clauses: readonly Clause[], at: number, text: string): Taken | null {
  for (const take of FAMILIES) {
    const taken = take(clauses, at, text);
    if (taken) return taken;
  }
  return null;
}

function reading(rule: SimpleRule, confidence: number, first: Clause, last: Clause): Reading {
  const place = { start: first.start, end: last.end, sentence: last.sentence };
  return { rule, confidence, ...place, subject: subjectOf(first), words: first.lead };
}
