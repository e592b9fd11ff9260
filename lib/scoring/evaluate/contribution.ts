import type { RulePart, SimpleRule } from '../../model/rule';
import type { RuleInput, RuleQuestion, RuleResult } from '../../model/rule-input';
import { decimal } from './decimal';
import type { Decimal } from './decimal-number';
import { known } from './outcome';

/** What one clause of a composite does to the item: takes or gives between `least` and `most`. */
export interface Contribution {
  to: 'taken' | 'given' | 'delta' | 'zero' | 'nothing';
  least: Decimal;
  most: Decimal;
  question?: RuleQuestion;
  result: RuleResult;
}

const NONE = decimal(0);
/** More than any item is worth, so that a part's own sum shows whole; the item's weight is applied to all parts together. */
const ROOM = decimal(1_000_000);
/** They limit what other clauses come to; `composite` applies them, or a person does before answering. */
const LIMITS = new Set<SimpleRule['kind']>(['cap', 'dedupe', 'bonus_cap', 'allow_negative', 'none']);
/** How they work together with the other clauses is not said. */
const ALWAYS_ASKED = new Set<SimpleRule['kind']>(['base', 'fold', 'share', 'grade']);
const ASKED_WHEN_HIT = new Set<SimpleRule['kind']>(['multiplier', 'na']);

const AWARDS = new Set<SimpleRule['kind']>([
  'award_fixed',
  'award_threshold',
  'award_each',
  'award_checklist',
  'award_levels',
  'choice',
  'ratio',
  'ratio_to_best',
  'rank',
]);

export function contributionOf(
  part: RulePart,
  answer: RuleInput,
  weight: Decimal | null,
  gives: boolean,
  evaluate: (rule: SimpleRule, input: RuleInput) => RuleResult,
): Contribution {
  const nothing = { to: 'nothing', least: NONE, most: NONE } as const;
  const mentioned = answer.hit !== false;
  if (ALWAYS_ASKED.has(part.kind) || (mentioned && ASKED_WHEN_HIT.has(part.kind))) {
    const question = { code: 'how-to-combine', about: part.key } as const;
    return { ...nothing, question, result: { score: null, status: 'needs_judgement' } };
  }
  if (LIMITS.has(part.kind) || ASKED_WHEN_HIT.has(part.kind))
    return { ...nothing, result: { score: null, status: 'ok' } };
  if (part.kind === 'manual' && !mentioned) return { ...nothing, result: { score: null, status: 'ok' } };
  const isShare = 'amountRatio' in part && part.amountRatio !== undefined;
  const needsWeight =
    isShare || ('amount' in part && part.amount === 'weight') || isAward(part) || part.kind === 'manual';
  const room = needsWeight ? weight : isOfTotal(part) ? NONE : ROOM;
  const result = evaluate(part, { ...answer, ...(room ? { weight: room.toNumber() } : {}) });
  const question = result.question ? { question: result.question } : {};
  if (result.status === 'veto' || result.status === 'no_evidence') return { ...nothing, result };
  if (part.kind === 'evidence_required') {
    return { ...nothing, result: mentioned ? result : { score: null, status: 'ok' } };
  }
  if (part.kind === 'extra_deduct') {
    const zeroes = part.alsoZero && answer.hit === true;
    return {
      to: zeroes ? 'zero' : 'delta',
      least: decimal(result.delta ?? 0),
      most: decimal(result.delta ?? 0),
      ...question,
      result,
    };
  }
  if (part.kind.startsWith('bonus_') || (part.kind === 'rank' && part.delta) || result.delta !== undefined) {
    const delta = decimal(result.delta ?? 0);
    return { to: 'delta', least: delta, most: delta, ...question, result };
  }
  if (isOfTotal(part)) {
    const delta = decimal(result.score ?? 0);
    return { to: 'delta', least: delta, most: delta, ...question, result };
  }
  if (isZeroKind(part, result)) return { ...nothing, to: 'zero', result };
  const to = isAward(part) || (part.kind === 'manual' && gives) ? 'given' : 'taken';
  const base = to === 'given' || !room ? NONE : room;
  const [low, high] = limits(
    result,
    to === 'given' ? NONE : base.minus(weight ?? NONE),
    to === 'given' ? (weight ?? NONE) : base,
  );
  return to === 'given'
    ? { to, least: low, most: high, ...question, result }
    : { to, least: base.minus(high), most: base.minus(low), ...question, result };
}

/** Points are given by the item's clauses, rather than taken from its weight. */
export function isAward(part: SimpleRule): boolean {
  if (part.kind === 'bands') return part.bands.some(band => !('deduct' in band.effect));
  return AWARDS.has(part.kind) || (part.kind === 'late' && part.onTimeAward !== undefined);
}

/** 从总分中扣: nothing of it is the item's. */
function isOfTotal(part: RulePart): boolean {
  return part.kind === 'deduct_each' && part.noBase === true;
}

function isZeroKind(part: RulePart, result: RuleResult): boolean {
  const canZero =
    part.kind === 'zero' ||
    part.kind === 'threshold_zero' ||
    ('zeroBelow' in part && part.zeroBelow !== undefined) ||
    ('zeroAfter' in part && part.zeroAfter !== undefined);
  return canZero && !isAward(part) && result.status === 'ok' && result.score === 0;
}

function limits(result: RuleResult, least: Decimal, most: Decimal): [Decimal, Decimal] {
  const score = known(result.score);
  if (score) return [score, score];
  if (result.status === 'ok') return [most, most];
  return result.range ? [decimal(result.range[0]), decimal(result.range[1])] : [least, most];
}
