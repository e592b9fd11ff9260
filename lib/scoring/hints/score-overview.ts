import Big from 'big.js';
import type { Hint, Quote } from '../../model/hint';
import { addPoints, type Points, pointsOf } from '../../model/points';
import type { Standing } from '../../model/progress';
import type { ParsedRule, RuleOf, SimpleRule } from '../../model/rule';
import { type GradeState, gradeGaps, gradeState } from './grade';
import type { IndicatorView } from './indicator-view';
import { lostByClause } from './lost-points';
import type { WinBack } from './win-back';

/** 失分清单: an entry for each indicator that has not all its points. */
export interface LostEntry {
  code: string;
  weight: Points;
  score: Points;
  lost: Points;
  /** Where the score comes from: the unit's own, or its answers by the table's rule. */
  from: 'self' | 'rule';
  standing: Standing;
  /** Why, in the table's words; empty where the table states no rule: then nobody can say more than the unit did. */
  clauses: readonly { key: string; quote: Quote; lost: Points; winBack: readonly WinBack[] }[];
  /** What is still asked of this indicator, most points first: doing it may win points back. */
  open: readonly Hint[];
}

export interface VetoEntry {
  /** null for a veto of the whole table. */
  code: string | null;
  quote: Quote;
  /** null: nobody has said whether it applies. */
  applies: boolean | null;
  label: string | null;
}

export interface SectionScore {
  code: string;
  weight: Points | null;
  score: Points;
  /** Items without a score yet. */
  unscored: number;
}

export interface ScoreOverview {
  /** Most points lost first. */
  lost: readonly LostEntry[];
  /** Apart from the sum: a veto takes no points, it takes the grade. */
  vetoes: readonly VetoEntry[];
  sections: readonly SectionScore[];
  total: {
    /** Of the items that apply. */
    weight: Points;
    score: Points;
    /** Bonuses and deductions that go to the total. */
    delta: Points;
    unscored: number;
    notApplicable: number;
  };
  /** null where the table states no grades or nothing is scored. */
  grade: (GradeState & { gaps: readonly { above: number; below: number }[]; value: number }) | null;
}

export interface OverviewSources {
  views: readonly IndicatorView[];
  hints: readonly Hint[];
  /** Rules of the whole table: grades, vetoes. `applies`: what was answered to a veto. */
  tableRules?: readonly TableRule[];
}

export interface TableRule {
  parsed: ParsedRule;
  cell: string | null;
  applies?: boolean | null;
}

const NONE = 0 as Points;
const MISSING = new Set<Hint['kind']>(['measures', 'count', 'recurring', 'forbidden', 'rule-answer', 'event-happened']);

export function scoreOverview({ views, hints, tableRules = [] }: OverviewSources): ScoreOverview {
  const applying = views.filter(({ standing }) => standing.work !== 'not-applicable');
  const scored = applying.filter(view => scoreOf(view) !== null);
  const total = {
    weight: addPoints(applying.map(({ ground }) => ground.weight ?? NONE)),
    score: addPoints(scored.map(view => scoreOf(view)!.points)),
    delta: addPoints(applying.map(({ standing }) => standing.score.delta ?? NONE)),
    unscored: applying.length - scored.length,
    notApplicable: views.length - applying.length,
  };
  return {
    lost: lostEntries(scored, hints),
    vetoes: vetoes(applying, tableRules),
    sections: sectionScores(applying),
    total,
    grade: scored.length === 0 ? null : gradeOf(tableRules, total),
  };
}

/** By the table's rule where every answer is there, else what the unit gives itself. */
function scoreOf({ standing, rule }: IndicatorView): { points: Points; from: LostEntry['from'] } | null {
  const { self, byRule } = standing.score;
  if (byRule !== null && rule?.unanswered.length === 0) return { points: byRule, from: 'rule' };
  return self === null ? null : { points: self, from: 'self' };
}

function lostEntries(scored: readonly IndicatorView[], hints: readonly Hint[]): LostEntry[] {
  const entries = scored.flatMap(view => {
    const { weight, indicator, order } = view.ground;
    const { points, from } = scoreOf(view)!;
    if (weight === null || points >= weight) return [];
    const cell = view.ground.rule?.cell ?? null;
    const clauses = lostByClause(view).map(({ clause, lost, winBack }) => ({
      key: clause.key,
      quote: { quote: clause.quote, cell },
      lost,
      winBack,
    }));
    const open = hints.filter(hint => MISSING.has(hint.kind) && hint.indicators.includes(indicator.code));
    const entry: LostEntry = {
      code: indicator.code,
      weight,
      score: points,
      lost: (weight - points) as Points,
      from,
      standing: view.standing,
      clauses,
      open,
    };
    return [{ entry, order }];
  });
  return entries.sort((a, b) => b.entry.lost - a.entry.lost || a.order - b.order).map(({ entry }) => entry);
}

function vetoes(views: readonly IndicatorView[], tableRules: NonNullable<OverviewSources['tableRules']>): VetoEntry[] {
  const ofItems = views.flatMap(({ ground, rule }): VetoEntry[] => {
    const clause = ground.rule?.clauses.find(one => one.rule.kind === 'veto');
    if (!ground.rule || !rule || !clause) return [];
    const answered = !rule.unanswered.includes(clause);
    return [
      {
        code: ground.indicator.code,
        quote: { quote: clause.quote, cell: ground.rule.cell },
        applies: answered ? rule.result.status === 'veto' : null,
        label: labelOf(clause.rule),
      },
    ];
  });
  const ofTable = tableRules.flatMap(({ parsed, cell, applies }): VetoEntry[] =>
    simpleRules(parsed)
      .filter(rule => rule.kind === 'veto')
      .map(rule => ({
        code: null,
        quote: { quote: parsed.sourceText, cell },
        applies: applies ?? null,
        label: labelOf(rule),
      })),
  );
  return [...ofTable, ...ofItems];
}

function labelOf(rule: SimpleRule): string | null {
  return rule.kind === 'veto' ? (rule.effect.label ?? null) : null;
}

function simpleRules({ rule }: ParsedRule): readonly SimpleRule[] {
  return rule.kind === 'composite' ? rule.rules : [rule];
}

function sectionScores(views: readonly IndicatorView[]): SectionScore[] {
  const sections = [...new Set(views.map(({ ground }) => ground.section))];
  return sections.map(section => {
    const own = views.filter(({ ground }) => ground.section === section);
    const scores = own.map(scoreOf).filter(score => score !== null);
    return {
      code: section.code,
      weight: section.weight === null ? null : pointsOf(section.weight),
      score: addPoints(scores.map(({ points }) => points)),
      unscored: own.length - scores.length,
    };
  });
}

function gradeOf(
  tableRules: NonNullable<OverviewSources['tableRules']>,
  total: ScoreOverview['total'],
): ScoreOverview['grade'] {
  const rule = tableRules
    .flatMap(({ parsed }) => simpleRules(parsed))
    .find((one): one is RuleOf<'grade'> => one.kind === 'grade');
  if (!rule) return null;
  const points = new Big(total.score).plus(total.delta).div(10_000);
  if (rule.on === 'percent' && total.weight === 0) return null;
  const value = rule.on === 'percent' ? points.times(1_000_000).div(total.weight) : points;
  const rounded = value.round(2, Big.roundHalfUp).toNumber();
  return { ...gradeState(rule, rounded), gaps: gradeGaps(rule), value: rounded };
}
