import { Button } from 'antd';
import { formatPoints, type Points } from '../../lib/model/points';
import type { IndicatorView } from '../../lib/scoring/hints/indicator-view';
import { lostByClause } from '../../lib/scoring/hints/lost-points';
import { proposedScore } from '../../lib/scoring/hints/proposed-score';
import { useTexts } from '../texts/texts-context';

interface ProposedScoreProps {
  view: IndicatorView;
  onTake: (points: Points) => void;
}

/** What the answers come to by the table's own rule, with its reasons; taken over only on a click. */
export function ProposedScore({ view, onTake }: ProposedScoreProps) {
  const texts = useTexts();
  const words = texts.hints.rule;
  const points = proposedScore(view);
  if (points === null) return null;
  const reasons = lostByClause(view);
  return (
    <div className="proposed-score" role="note" data-testid="proposed-score">
      <span>{words.proposed(formatPoints(points))}</span>
      {reasons.map(({ clause, lost }) => (
        <span key={clause.key} className="quiet">
          {words.reason(clause.quote, formatPoints(lost))}
        </span>
      ))}
      {view.standing.score.self === points ? (
        <span className="quiet">{words.same}</span>
      ) : (
        <Button size="small" onClick={() => onTake(points)}>
          {words.take(formatPoints(points))}
        </Button>
      )}
    </div>
  );
}
