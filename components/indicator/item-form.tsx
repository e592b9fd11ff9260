import { useEffect } from 'react';
import { daysUntil } from '../../lib/model/calendar-day';
import type { CampaignHint } from '../../lib/model/campaign-hint';
import type { ClauseEntry } from '../../lib/model/clause-entry';
import { APPENDABLE_COLUMNS, type AppendableRole } from '../../lib/model/columns';
import type { Item, ItemField, Step } from '../../lib/model/item';
import { formatPoints, type Points } from '../../lib/model/points';
import type { Fact } from '../../lib/model/progress';
import type { RuleInput } from '../../lib/model/rule-input';
import type { IndicatorView } from '../../lib/scoring/hints/indicator-view';
import type { RuleClause } from '../../lib/scoring/hints/rule-clauses';
import type { EntryActions } from '../entries/entry-actions';
import { EvidenceSection } from '../entries/evidence-section';
import { FindingSection } from '../entries/finding-section';
import { NoteSection } from '../entries/note-section';
import { FactFields } from '../hints/fact-fields';
import type { HintActions } from '../hints/hint-card';
import { focusField } from '../hints/hint-target';
import { ItemHints } from '../hints/item-hints';
import { ProposedScore } from '../hints/proposed-score';
import { RuleAnswers } from '../hints/rule-answers';
import { useTexts } from '../texts/texts-context';
import { type AnswerActions, AnswerField } from './answer-field';
import { MeasureSteps } from './measure-steps';
import { ScoreField } from './score-field';

/** What helps with one item; `view` and `hints` follow a moment behind the typing. */
export interface ItemHelp {
  hints: readonly CampaignHint[];
  /** null until the table has been read for hints. */
  view: IndicatorView | null;
  actions: HintActions;
  factOf: (requirement: string) => Fact | null;
  onFact: (requirement: string, fact: Fact | null, group?: string) => void;
  /** As they stand now, by the clauses of `view`. */
  ruleAnswers: RuleInput | null;
  onRuleAnswer: (clause: RuleClause, entry: ClauseEntry, group?: string) => void;
  onTakeScore: (points: Points) => void;
  /** Where the reading of its scoring rule can be looked at and corrected. */
  rulesLink: string;
}

interface ItemFormProps extends AnswerActions {
  item: Item;
  /** "2023-12-31" */
  today: string;
  tableLink: string | null;
  help: ItemHelp;
  /** The field to begin in, by its `data-field`. */
  focus: string | null;
  onTick: (step: Step, done: boolean) => void;
  /** What can be done with its lists. */
  entries: EntryActions;
}

const APPENDABLE = Object.keys(APPENDABLE_COLUMNS) as AppendableRole[];

/** Shown always, and where the table has a column for them. */
const SHORT_FIELDS = ['department', 'responsiblePerson'] as const;
const OWN_COLUMN_FIELDS = ['leader', 'status', 'actual', 'applicable'] as const satisfies readonly ItemField[];

/** One indicator: what is asked on top, what is answered below. */
export function ItemForm({ item, today, tableLink, help, focus, onTick, entries, ...actions }: ItemFormProps) {
  const texts = useTexts();
  const { view } = help;
  const ready = view !== null;
  useEffect(() => {
    if (focus !== null && ready) focusField(focus);
  }, [focus, ready]);
  const { indicator, section, answers, weight } = item;
  const absent = APPENDABLE.filter(field => !answers[field].cell);
  return (
    <article className="item-form" aria-labelledby="item-heading">
      <div className="item-asked">
        <header className="item-head">
          <p className="quiet">{section.name}</p>
          <h2 id="item-heading" data-testid="item-heading">
            <span className="item-code">{indicator.code}</span> {indicator.content}
          </h2>
          <div className="item-facts">
            <span className="fact">
              {weight === null ? texts.item.noWeight : texts.item.weight(formatPoints(weight))}
            </span>
            <DeadlineTag item={item} today={today} />
            {tableLink && <a href={tableLink}>{texts.item.showInTable}</a>}
          </div>
          {indicator.scoringRule && !view?.ground.rule && (
            <details className="scoring-rule">
              <summary>{texts.item.scoringRule}</summary>
              <p>{indicator.scoringRule}</p>
            </details>
          )}
        </header>
        {item.steps.length > 0 && <MeasureSteps item={item} onTick={onTick} {...actions} />}
      </div>
      {view && <ItemHints hints={help.hints} actions={help.actions} />}
      {view && (
        <div className="item-checks">
          <RuleAnswers view={view} answers={help.ruleAnswers} onEntry={help.onRuleAnswer} rulesLink={help.rulesLink} />
          <FactFields view={view} factOf={help.factOf} onFact={help.onFact} />
        </div>
      )}
      <div className="item-answers">
        {absent.length > 0 && <p className="quiet">{texts.item.notInTable(absent.map(field => texts.roles[field]))}</p>}
        <AnswerField
          label={texts.item.completion}
          answer={answers.completion}
          placeholder={texts.item.completionPlaceholder}
          multiline
          counted
          testId="completion"
          {...actions}
        />
        <div className="answer-row">
          <ScoreField answer={answers.selfScore} weight={weight} {...actions} />
          {SHORT_FIELDS.map(field => (
            <AnswerField key={field} label={texts.item[field]} answer={answers[field]} testId={field} {...actions} />
          ))}
        </div>
        {view && <ProposedScore view={view} onTake={help.onTakeScore} />}
        {OWN_COLUMN_FIELDS.some(field => answers[field].cell) && (
          <div className="answer-row">
            {OWN_COLUMN_FIELDS.filter(field => answers[field].cell).map(field => (
              <AnswerField key={field} label={texts.item[field]} answer={answers[field]} testId={field} {...actions} />
            ))}
          </div>
        )}
        <AnswerField
          label={texts.item.evidence}
          answer={answers.evidence}
          placeholder={texts.item.evidencePlaceholder}
          multiline
          testId="evidence"
          {...actions}
        />
        <AnswerField label={texts.item.remark} answer={answers.remark} multiline testId="remark" {...actions} />
      </div>
      <div className="item-lists">
        <EvidenceSection entries={item.entries.evidence} actions={entries} />
        <FindingSection entries={item.entries.finding} today={today} actions={entries} />
        <NoteSection old={item.note} entries={item.entries.note} actions={entries} answers={actions} />
      </div>
    </article>
  );
}

function DeadlineTag({ item, today }: { item: Item; today: string }) {
  const texts = useTexts();
  const { deadline } = item.indicator;
  if (!deadline) return <span className="fact">{texts.item.noDeadline}</span>;
  const days = deadline.date === null ? null : daysUntil(deadline.date, today);
  const said =
    days === null
      ? deadline.precision === 'recurring' || deadline.precision === 'ongoing'
        ? texts.item.recurring
        : ''
      : days < 0
        ? texts.item.daysPast(-days)
        : texts.item.daysLeft(days);
  return (
    <span className={`fact ${days === null ? '' : urgency(days, item.filled)}`}>
      {texts.item.deadline} {deadline.clean}
      {said && ` · ${said}`}
    </span>
  );
}

const SOON = 14;

function urgency(days: number, filled: boolean): '' | 'is-soon' | 'is-past' {
  if (filled || days > SOON) return '';
  return days < 0 ? 'is-past' : 'is-soon';
}
