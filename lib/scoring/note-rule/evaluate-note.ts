import Big from 'big.js';
import { lastOf } from '../../model/last';
import type { NoteReadings, UnitProfile } from '../../model/unit-profile';
import type { NoteClause, NoteOutcome, NoteProblem, NoteRule, NoteSection, NoteWarning } from './note-rule';

const DEFAULT_READINGS: Required<NoteReadings> = { Q1: 'Q1-AND', Q2: 'Q2-BASE', Q3: 'Q3-SECTION' };
const OTHER = { 'Q1-AND': 'Q1-OR', 'Q1-OR': 'Q1-AND', 'Q3-SECTION': 'Q3-POINT', 'Q3-POINT': 'Q3-SECTION' } as const;

/** What the note asks of a unit with this profile, and whether the section as it stands meets it. */
export function evaluateNote(
  rule: NoteRule,
  profile: UnitProfile,
  readings: NoteReadings,
  section: NoteSection,
): NoteOutcome {
  const chosen = { ...DEFAULT_READINGS, ...readings };
  const outcome = evaluate(rule, profile, chosen, section);
  return { ...outcome, open: openQuestions(rule, profile, readings, section, outcome) };
}

function evaluate(
  rule: NoteRule,
  profile: UnitProfile,
  readings: Required<NoteReadings>,
  section: NoteSection,
): NoteOutcome {
  const demands = possibleProfiles(rule, profile).map(known => demandOf(rule, known, readings));
  const unknown = demands.length > 1;
  const basePoints = agreed(demands.map(demand => demand.basePoints));
  const minItems = agreed(demands.map(demand => demand.minItems)) ?? null;
  const conflict = !unknown && demands[0]!.alsoAllowed !== null;
  const stated = demands.every(demand => demand.stated);
  const problems = problemsOf(section, minItems, rule);
  const warnings: NoteWarning[] = [];
  if (unknown) warnings.push('profileUnknown');
  else if (!stated) warnings.push('ruleSilent');
  if (conflict) warnings.push('clausesConflict');
  return {
    ok: problems.length === 0,
    problems,
    warnings,
    basePoints: basePoints ?? null,
    alsoAllowed: conflict ? demands[0]!.alsoAllowed : null,
    minItems,
    sum: section.weight,
    clauses: unknown ? [] : demands[0]!.clauses,
    stated,
    readings,
    open: [],
  };
}

type KnownProfile = Partial<Record<keyof UnitProfile, boolean>>;

/** Every profile that the answers so far allow: one where all is answered. */
function possibleProfiles(rule: NoteRule, profile: UnitProfile): KnownProfile[] {
  let all: KnownProfile[] = [{}];
  for (const { field } of rule.asks) {
    const answers = profile[field] === 'unknown' ? [true, false] : [profile[field] === 'yes'];
    all = all.flatMap(known => answers.map(answer => ({ ...known, [field]: answer })));
  }
  return all;
}

interface Demand {
  basePoints: readonly number[];
  alsoAllowed: readonly number[] | null;
  minItems: number | null;
  clauses: readonly string[];
  stated: boolean;
}

function demandOf(rule: NoteRule, profile: KnownProfile, readings: Required<NoteReadings>): Demand {
  const applying = rule.clauses.filter(clause => applies(clause, profile, readings));
  if (applying.length === 0) return silentDemand(rule, profile);
  // The clause that says most of this unit is for it; 只需 marks the lighter of two.
  const fully = applying.filter(clause => clause.conditions.every(condition => holds(condition, profile)));
  const ranked = [...applying].sort(
    (a, b) => Number(b.onlyThese) - Number(a.onlyThese) || a.basePoints.length - b.basePoints.length,
  );
  const best = fully.length === applying.length ? mostSpecific(applying) : ranked[0]!;
  const conflicting = fully.length < applying.length && applying.length > 1 ? ranked[1]! : null;
  return {
    basePoints: best.basePoints,
    alsoAllowed: conflicting?.basePoints ?? null,
    minItems: leastItems(best, readings),
    clauses: conflicting ? applying.map(({ id }) => id) : [best.id],
    stated: true,
  };
}

function mostSpecific(clauses: readonly NoteClause[]): NoteClause {
  return clauses.reduce((best, clause) => (clause.conditions.length > best.conditions.length ? clause : best));
}

function leastItems(clause: NoteClause, { Q3 }: Required<NoteReadings>): number | null {
  if (clause.minItems === null) return null;
  return Q3 === 'Q3-POINT' ? clause.minItems * Math.max(1, clause.basePoints.length) : clause.minItems;
}

function applies(clause: NoteClause, profile: KnownProfile, { Q1 }: Required<NoteReadings>): boolean {
  const any = clause.joined === 'any' || (clause.joined === 'ambiguous' && Q1 === 'Q1-OR');
  const test = (condition: NoteClause['conditions'][number]) => holds(condition, profile);
  return any ? clause.conditions.some(test) : clause.conditions.every(test);
}

function holds({ field, holds: expected }: NoteClause['conditions'][number], profile: KnownProfile): boolean {
  return profile[field] === expected;
}

/**
 * The note says nothing of this unit. Which points each clause spares its units tells what each duty brings: units
 * without the one are spared point 1, without both point 2 as well; who has a duty keeps its points.
 */
function silentDemand(rule: NoteRule, profile: KnownProfile): Demand {
  const highest = Math.max(0, ...rule.clauses.flatMap(({ basePoints }) => basePoints));
  const universe = Array.from({ length: highest }, (_, i) => i + 1);
  const spared = new Set<number>();
  const explained = new Set<number>();
  const bySimplest = [...rule.clauses].sort((a, b) => a.conditions.length - b.conditions.length);
  for (const clause of bySimplest) {
    const own = universe.filter(point => !clause.basePoints.includes(point) && !explained.has(point));
    const last = lastOf(clause.conditions);
    if (last && holds(last, profile)) for (const point of own) spared.add(point);
    for (const point of own) explained.add(point);
  }
  const basePoints = universe.filter(point => !spared.has(point));
  return { basePoints, alsoAllowed: null, minItems: null, clauses: [], stated: false };
}

function problemsOf({ weight, weights }: NoteSection, minItems: number | null, rule: NoteRule): NoteProblem[] {
  const problems: NoteProblem[] = [];
  if (minItems !== null && weights.length < minItems) {
    problems.push({ code: 'minItems', stated: true, have: weights.length, need: minItems });
  }
  const known = weights.filter(one => one !== null);
  if (known.length < weights.length && rule.clauses.some(({ ownWeights }) => ownWeights)) {
    const have = weights.length - known.length;
    problems.push({ code: 'ownWeights', stated: true, have, need: 0 });
  }
  const notPositive = known.filter(one => one <= 0).length;
  if (notPositive > 0) problems.push({ code: 'weightPositive', stated: false, have: notPositive, need: 0 });
  const sum = known.reduce((all, one) => all.plus(one), new Big(0));
  if (weight !== null && known.length === weights.length && weights.length > 0 && !sum.eq(weight)) {
    problems.push({ code: 'weightsSum', stated: false, have: sum.toNumber(), need: weight });
  }
  return problems;
}

/** Not answered yet, and the other reading would come to something else. */
function openQuestions(
  rule: NoteRule,
  profile: UnitProfile,
  readings: NoteReadings,
  section: NoteSection,
  outcome: NoteOutcome,
): NoteOutcome['open'] {
  const all = { ...DEFAULT_READINGS, ...readings };
  const otherwise: Partial<Record<keyof NoteReadings, NoteReadings>> = {
    Q1: { ...all, Q1: OTHER[all.Q1] },
    Q3: { ...all, Q3: OTHER[all.Q3] },
  };
  return (['Q1', 'Q3'] as const).filter(question => {
    if (readings[question] !== undefined) return false;
    const other = evaluate(rule, profile, { ...all, ...otherwise[question] }, section);
    return said(other) !== said(outcome);
  });
}

function said({ ok, problems, basePoints, clauses }: NoteOutcome): string {
  return JSON.stringify([ok, problems.map(({ code }) => code), basePoints, clauses]);
}

function agreed<T>(values: readonly T[]): T | undefined {
  const [first] = values;
  return values.every(value => JSON.stringify(value) === JSON.stringify(first)) ? first : undefined;
}
