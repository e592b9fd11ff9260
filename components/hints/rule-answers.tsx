import type { ClauseEntry } from '../../lib/model/clause-entry';
import type { HintValue } from '../../lib/model/hint';
import { formatPoints, pointsOf } from '../../lib/model/points';
import type { RuleInput, RuleResult } from '../../lib/model/rule-input';
import { changeWords, clauseQuestion } from '../../lib/scoring/hints/clause-words';
import type { IndicatorView } from '../../lib/scoring/hints/indicator-view';
import { type LostByClause, lostByClause } from '../../lib/scoring/hints/lost-points';
import { answerOf, type RuleClause } from '../../lib/scoring/hints/rule-clauses';
import { useLanguage, useTexts } from '../texts/texts-context';
import { ClauseField } from './clause-field';

interface RuleAnswersProps {
  /** Follows a moment behind the typing. */
  view: IndicatorView;
  /** As they stand now. */
  answers: RuleInput | null;
  onEntry: (clause: RuleClause, entry: ClauseEntry, group?: string) => void;
  /** Where its reading can be corrected; absent where that is what is being done. */
  rulesLink?: string;
}

/** The scoring rule of one item, clause by clause: what it asks, what it cost, what would win that back. */
export function RuleAnswers({ view, answers, onEntry, rulesLink }: RuleAnswersProps) {
  const texts = useTexts();
  const words = texts.hints.rule;
  const { rule } = view.ground;
  if (!rule || !view.rule) return null;
  const lost = new Map(lostByClause(view).map(one => [one.clause.key, one]));
  return (
    <section className="rule-answers" aria-labelledby="rule-heading" data-testid="rule-answers">
      <div className="rule-section-head">
        <h3 id="rule-heading">{words.title}</h3>
        {rulesLink !== undefined && (
          <a className="inline-link" href={rulesLink}>
            {words.howRead}
          </a>
        )}
      </div>
      <ul>
        {rule.clauses.map(clause => (
          <ClauseRow
            key={clause.key}
            clause={clause}
            answers={answers}
            lost={lost.get(clause.key) ?? null}
            onEntry={(entry, group) => onEntry(clause, entry, group)}
          />
        ))}
      </ul>
      <Verdict result={view.rule.result} unanswered={view.rule.unanswered.length} />
    </section>
  );
}

/** Below this the reading is shown with a doubt (lib/model/rule). */
const UNSURE = 0.7;

interface ClauseRowProps {
  clause: RuleClause;
  answers: RuleInput | null;
  lost: LostByClause | null;
  onEntry: (entry: ClauseEntry, group?: string) => void;
}

function ClauseRow({ clause, answers, lost, onEntry }: ClauseRowProps) {
  const texts = useTexts();
  const language = useLanguage();
  const words = texts.hints.rule;
  const said = (value: HintValue): string => (typeof value === 'object' ? value[language] : String(value));
  const question = said(clauseQuestion(clause));
  const unread = clause.rule.kind === 'unparsed';
  return (
    <li data-field={`rule:${clause.key}`} data-testid="rule-clause" data-kind={clause.rule.kind}>
      <q>{clause.quote}</q>
      {unread && <p className="quiet">{words.unread}</p>}
      {!unread && clause.confidence < UNSURE && <p className="is-unsure">{words.unsure}</p>}
      {!unread && !clause.field && <p className="quiet">{words.noQuestion}</p>}
      {clause.field && (
        <div className="clause-answer">
          <span>{question}</span>
          <ClauseField
            clause={clause}
            question={`${clause.quote} ${question}`}
            answer={answerOf(clause, answers)}
            onEntry={onEntry}
          />
          {(clause.field.type === 'count' || clause.field.type === 'percentage') && clause.field.target !== null && (
            <span className="quiet">
              {words.target(String(clause.field.target), clause.field.type === 'count' ? clause.field.unit : '%')}
            </span>
          )}
          {clause.field.type === 'points' && <RangeNote min={clause.field.min} max={clause.field.max} />}
        </div>
      )}
      {lost && (
        <p className="clause-lost">
          <span className="is-lost">{texts.hints.lost.lostTotal(formatPoints(lost.lost))}</span>
          {lost.winBack.map(way => (
            <span key={way.gain} className="quiet">
              {texts.hints.lost.gain(said(changeWords(clause, answers, way)), String(way.gain))}
            </span>
          ))}
        </p>
      )}
    </li>
  );
}

function RangeNote({ min, max }: { min: number | null; max: number | null }) {
  const texts = useTexts();
  if (min === null && max === null) return null;
  return <span className="quiet">{texts.hints.rule.range(String(min ?? 0), max === null ? null : String(max))}</span>;
}

function Verdict({ result, unanswered }: { result: RuleResult; unanswered: number }) {
  const texts = useTexts();
  const words = texts.hints.rule;
  if (unanswered > 0) return <p className="quiet">{words.unanswered(unanswered)}</p>;
  if (result.status === 'veto') return <p className="is-lost">{words.veto(result.label ?? '')}</p>;
  if (result.status === 'needs_judgement') {
    return <p>{result.range ? words.judge(String(result.range[0]), String(result.range[1])) : words.judgeOpen}</p>;
  }
  const points = result.score === null ? null : pointsOf(result.score);
  const delta = result.delta === undefined ? null : pointsOf(result.delta);
  return (
    <p>
      {points !== null && words.score(formatPoints(points))}
      {delta !== null && delta !== 0 && ` ${texts.hints.lost.delta(formatPoints(delta))}`}
    </p>
  );
}
