import type { Change } from '../model/campaign-journal';
import type { CellGrid } from '../model/cells';
import type { Item } from '../model/item';
import { formatPoints, type Points } from '../model/points';
import { scoreValue } from '../model/score-value';
import type { IndicatorView } from '../scoring/hints/indicator-view';
import { lostByClause } from '../scoring/hints/lost-points';
import { proposedScore } from '../scoring/hints/proposed-score';
import { answerChange } from './answer-change';

/** A self-score by the table's own rule that differs from the one entered. */
export interface ScoreProposal {
  item: Item;
  proposed: Points;
  /** Why points are lost, in the rule's words, as it would stand in the workbook; '' where none are. */
  reason: string;
}

export function scoreProposals(items: readonly Item[], views: ReadonlyMap<string, IndicatorView>): ScoreProposal[] {
  return items.flatMap(item => {
    const view = views.get(item.entity);
    const proposed = view ? proposedScore(view) : null;
    if (!view || proposed === null || proposed === item.selfScore || item.answers.selfScore.readOnly) return [];
    const reason = lostByClause(view)
      .map(({ clause, lost }) => `${clause.quote}（-${formatPoints(lost)}分）`)
      .join('；');
    return [{ item, proposed, reason }];
  });
}

/**
 * The proposals as edits like any other: in the history, in the change list, undone as one. Reasons go to the unit's own 备注,
 * behind what stands there; 扣分原因 is the superior's column.
 */
export function proposalChanges(
  proposals: readonly ScoreProposal[],
  withReasons: boolean,
  grids: readonly CellGrid[],
): Change[] {
  return proposals.flatMap(({ item: { answers }, proposed, reason }) => {
    const score = answerChange(answers.selfScore, scoreValue(formatPoints(proposed)), grids);
    const { remark } = answers;
    if (!withReasons || reason === '' || remark.readOnly || remark.text.includes(reason)) return [score];
    const text = remark.text === '' ? reason : `${remark.text}\n${reason}`;
    return [score, answerChange(remark, text, grids)];
  });
}
