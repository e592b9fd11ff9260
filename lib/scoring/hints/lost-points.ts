import { lastOf } from '../../model/last';
import { type Points, pointsOf } from '../../model/points';
import type { IndicatorView } from './indicator-view';
import type { RuleClause } from './rule-clauses';
import { type WinBack, winBack } from './win-back';

/** What one clause of an indicator's scoring rule has cost, and how to win it back. */
export interface LostByClause {
  clause: RuleClause;
  lost: Points;
  winBack: readonly WinBack[];
}

export function lostByClause({ ground, rule, standing }: IndicatorView): LostByClause[] {
  const { byRule, delta, weight } = standing.score;
  if (!ground.rule || !rule?.answers || rule.result.status !== 'ok') return [];
  const complete = weight !== null && byRule !== null && byRule >= weight && (delta ?? 0) >= 0;
  if (complete) return [];
  const points = weight === null ? null : weight / 10_000;
  const { answers } = rule;
  return ground.rule.clauses.flatMap(clause => {
    const ways = winBack(ground.rule!.parsed.rule, clause, answers, points);
    const most = lastOf(ways);
    const lost = most && pointsOf(most.gain);
    return lost && costsPoints(clause) ? [{ clause, lost, winBack: ways }] : [];
  });
}

/** More of what is rewarded beyond the item's points is no loss. */
function costsPoints({ rule }: RuleClause): boolean {
  return !rule.kind.startsWith('bonus_');
}
