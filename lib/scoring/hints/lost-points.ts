import { lastOf } from '../../model/last';
import { type Points, pointsOf } from '../../model/points';
import type { Rule } from '../../model/rule';
import type { RuleInput } from '../../model/rule-input';
import type { IndicatorView } from './indicator-view';
import { LastAnswers } from './last-answers';
import type { RuleClause } from './rule-clauses';
import { pointsOf as settledPoints, type WinBack, winBack } from './win-back';

/** What one clause of an indicator's scoring rule has cost, and how to win it back. */
export interface LostByClause {
  clause: RuleClause;
  lost: Points;
  winBack: readonly WinBack[];
}

export function lostByClause({ ground, rule, standing }: IndicatorView): readonly LostByClause[] {
  const { byRule, delta, weight } = standing.score;
  if (!ground.rule || !rule?.answers || rule.result.status !== 'ok') return [];
  const complete = weight !== null && byRule !== null && byRule >= weight && (delta ?? 0) >= 0;
  if (complete) return [];
  const { parsed, clauses } = ground.rule;
  return lostBefore.of(parsed, rule.answers, weight, () => lost(parsed.rule, clauses, rule.answers!, weight));
}

const lostBefore = new LastAnswers<readonly LostByClause[]>();

function lost(rule: Rule, clauses: readonly RuleClause[], answers: RuleInput, weight: Points | null): LostByClause[] {
  const own = weight === null ? null : weight / 10_000;
  const now = settledPoints(rule, answers, own);
  return clauses.flatMap(clause => {
    const ways = winBack(rule, clause, answers, own, now);
    const most = lastOf(ways);
    const points = most && pointsOf(most.gain);
    return points && costsPoints(clause) ? [{ clause, lost: points, winBack: ways }] : [];
  });
}

/** More of what is rewarded beyond the item's points is no loss. */
function costsPoints({ rule }: RuleClause): boolean {
  return !rule.kind.startsWith('bonus_');
}
