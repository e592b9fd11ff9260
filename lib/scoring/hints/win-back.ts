import { lastOf } from '../../model/last';
import type { Rule, SimpleRule } from '../../model/rule';
import type { RuleInput } from '../../model/rule-input';
import { decimal } from '../evaluate/decimal';
import type { Decimal } from '../evaluate/decimal-number';
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
  now: Decimal | null = pointsOf(rule, answers, weight),
): WinBack[] {
  const current = answerOf(clause, answers);
  if (now === null || !current) return [];
  const gainOf = (answer: ClauseAnswer): number =>
    pointsOf(rule, withAnswer(clause, answers, answer), weight)
      ?.minus(now)
      .toNumber() ?? 0;
  const better: WinBack[] = [];
  for (const { farthest, after } of waysToBetter(clause, current)) {
    if (farthest < 1) continue;
    const most = gainOf(after(farthest));
    if (most <= 0 && (farthest === 1 || gainOf(after(1)) <= 0)) continue;
    for (let steps = 1; steps <= farthest; steps++) {
      const answer = after(steps);
      const gain = steps === farthest ? most : gainOf(answer);
      if (gain > (lastOf(better)?.gain ?? 0)) better.push({ clause: clause.key, answer, steps, gain });
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
export function pointsOf(rule: Rule, answers: RuleInput, weight: number | null): Decimal | null {
  const result = evaluateRule(rule, weight === null ? answers : { ...answers, weight });
  if (result.status !== 'ok') return null;
  const score = decimal(result.score ?? 0);
  return result.delta === undefined ? score : score.plus(result.delta);
}

/** One direction in which an answer can be changed, step by step; no answer is made before it is asked for. */
interface Way {
  farthest: number;
  /** `steps`: 1 … farthest. */
  after(steps: number): ClauseAnswer;
}

function waysToBetter({ field, rule }: RuleClause, current: ClauseAnswer): Way[] {
  if (!field) return [];
  switch (field.type) {
    case 'yes-no':
      return current.hit === field.goodIs ? [] : [{ farthest: 1, after: () => ({ hit: field.goodIs }) }];
    case 'count':
    case 'percentage':
      return numbersAround(field.name, current[field.name], rule.kind);
    case 'rank': {
      const place = current.rank ?? 1;
      return [{ farthest: Math.min(place - 1, MOST_STEPS), after: steps => ({ rank: place - steps }) }];
    }
    case 'choice':
      return field.options.map(label => ({ farthest: 1, after: () => ({ choice: label }) }));
    case 'checklist':
      return [checklistWay(field.name, field.options, current)];
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
): Way[] {
  if (value === undefined) return [];
  const step = name === 'rate' ? 0.01 : 1;
  const at = (by: number) => decimal(step).times(by).plus(value).toNumber();
  const up: Way = { farthest: MOST_STEPS, after: steps => ({ [name]: at(steps) }) };
  const down: Way = {
    farthest: Math.min(MOST_STEPS, Math.floor(value / step + 1e-9)),
    after: steps => ({ [name]: Math.max(0, at(-steps)) }),
  };
  if (FEWER_IS_BETTER.has(kind)) return [down];
  return MORE_IS_BETTER.has(kind) ? [up] : [up, down];
}

function checklistWay(name: 'missing' | 'have', options: readonly string[], current: ClauseAnswer): Way {
  const now = current[name] ?? [];
  if (name === 'missing') return { farthest: now.length, after: steps => ({ missing: now.slice(steps) }) };
  const lacking = options.filter(option => !now.includes(option));
  return { farthest: lacking.length, after: steps => ({ have: [...now, ...lacking.slice(0, steps)] }) };
}
