import Big from 'big.js';
import { lastOf } from '../../model/last';
import type { Rule, SimpleRule } from '../../model/rule';
import type { RuleInput } from '../../model/rule-input';
import { evaluateRule } from '../evaluate-rule';
import { answerOf, type ClauseAnswer, type RuleClause, withAnswer } from './rule-clauses';

/** A change of one answer and what it wins: the smallest change for each half point. */
export interface WinBack {
  clause: string;
  answer: ClauseAnswer;
  /** In units of the answer: 2 more, 3 percentage points … ; 1 for a yes or a choice. */
  steps: number;
  gain: number;
}

const HALF = 0.5;
/** Nobody makes good more than this many pieces or percentage points in a year that is nearly over. */
const MOST_STEPS = 20;

/**
 * Empty where the answer costs nothing or cannot be bettered. `now` is what the rule comes to with these answers: the same for
 * all its clauses.
 */
export function winBack(
  rule: Rule,
  clause: RuleClause,
  answers: RuleInput,
  weight: number | null,
  now: Big | null = pointsOf(rule, answers, weight),
): WinBack[] {
  const current = answerOf(clause, answers);
  if (now === null || !current) return [];
  const gainOf = ({ answer }: Change): number =>
    pointsOf(rule, withAnswer(clause, answers, answer), weight)
      ?.minus(now)
      .toNumber() ?? 0;
  const better: WinBack[] = [];
  for (const way of waysToBetter(clause, current)) {
    const [nearest, farthest] = [way[0], way[way.length - 1]];
    if (!nearest || !farthest) continue;
    const most = gainOf(farthest);
    if (most <= 0 && (way.length === 1 || gainOf(nearest) <= 0)) continue;
    for (const change of way) {
      const gain = change === farthest ? most : gainOf(change);
      if (gain > (better[better.length - 1]?.gain ?? 0)) better.push({ clause: clause.key, ...change, gain });
      // Going on wins no more than this.
      if (most > 0 && gain >= most) break;
    }
  }
  return eachHalfPoint(better);
}

/** The nearest change for each further half point, and the last one: all that can be won. */
function eachHalfPoint(better: readonly WinBack[]): WinBack[] {
  const last = lastOf(better);
  const found: WinBack[] = [];
  let target = HALF;
  for (const way of better) {
    if (way.gain < target && way !== last) continue;
    found.push(way);
    target = (Math.floor(way.gain / HALF) + 1) * HALF;
  }
  return found;
}

/** Points of the item and what goes to the total, together; null where they are not settled. */
export function pointsOf(rule: Rule, answers: RuleInput, weight: number | null): Big | null {
  const result = evaluateRule(rule, weight === null ? answers : { ...answers, weight });
  if (result.status !== 'ok') return null;
  return new Big(result.score ?? 0).plus(result.delta ?? 0);
}

interface Change {
  answer: ClauseAnswer;
  steps: number;
}

/** Ways to change an answer, each from the nearest change to the farthest. */
function waysToBetter({ field, rule }: RuleClause, current: ClauseAnswer): Change[][] {
  if (!field) return [];
  switch (field.type) {
    case 'yes-no':
      return current.hit === field.goodIs ? [] : [[{ answer: { hit: field.goodIs }, steps: 1 }]];
    case 'count':
    case 'percentage':
      return numbersAround(field.name, current[field.name], rule.kind);
    case 'rank': {
      const place = current.rank ?? 1;
      return [counting(Math.min(place - 1, MOST_STEPS)).map(steps => ({ answer: { rank: place - steps }, steps }))];
    }
    case 'choice':
      return field.options.map(label => [{ answer: { choice: label }, steps: 1 }]);
    case 'checklist':
      return [checklistChanges(field.name, field.options, current)];
    default:
      return [];
  }
}

/** Fewer of these never cost points, and more of those. Of other kinds both ways are tried. */
const FEWER_IS_BETTER = new Set<SimpleRule['kind']>(['deduct_each', 'deduct_excess', 'late']);
const MORE_IS_BETTER = new Set<SimpleRule['kind']>(['deduct_shortfall', 'award_each', 'bonus_each', 'ratio']);

function numbersAround(
  name: 'count' | 'actual' | 'late' | 'rate',
  value: number | undefined,
  kind: SimpleRule['kind'],
): Change[][] {
  if (value === undefined) return [];
  const step = name === 'rate' ? 0.01 : 1;
  const at = (by: number) => new Big(step).times(by).plus(value).toNumber();
  const steps = counting(MOST_STEPS);
  const up = () => steps.map(by => ({ answer: { [name]: at(by) }, steps: by }));
  const down = () => {
    const most = Math.min(MOST_STEPS, Math.floor(value / step + 1e-9));
    return counting(most).map(by => ({ answer: { [name]: Math.max(0, at(-by)) }, steps: by }));
  };
  if (FEWER_IS_BETTER.has(kind)) return [down()];
  return MORE_IS_BETTER.has(kind) ? [up()] : [up(), down()];
}

function checklistChanges(name: 'missing' | 'have', options: readonly string[], current: ClauseAnswer): Change[] {
  const now = current[name] ?? [];
  if (name === 'missing') return now.map((_, i) => ({ answer: { missing: now.slice(i + 1) }, steps: i + 1 }));
  const lacking = options.filter(option => !now.includes(option));
  return lacking.map((_, i) => ({ answer: { have: [...now, ...lacking.slice(0, i + 1)] }, steps: i + 1 }));
}

const counting = (to: number): number[] => Array.from({ length: Math.max(0, to) }, (_, i) => i + 1);
