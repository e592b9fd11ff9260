import type { Points } from '../../model/points';
import type { IndicatorView } from './indicator-view';

/** What the answers come to by the table's own rule; null unless every clause is answered and the rule settles it. */
export function proposedScore({ rule, standing }: IndicatorView): Points | null {
  return rule && rule.unanswered.length === 0 ? standing.score.byRule : null;
}
