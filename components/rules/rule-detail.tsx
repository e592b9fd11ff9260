import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { formatPoints, pointsOf } from '../../lib/model/points';
import type { ReadingClause } from '../../lib/model/rule-reading';
import { freeKey } from '../../lib/scoring/rule-reading';
import { useTexts } from '../texts/texts-context';
import { ClauseCard } from './clause-card';
import { RuleSource } from './rule-source';
import type { RuleSubject } from './rule-subject';

interface RuleDetailProps {
  subject: RuleSubject;
  cellLink: (cell: string) => string;
  /** '' takes the rule away; null brings the table's own back. */
  onText: (text: string | null) => void;
  /** null: as the program reads the words. */
  onClauses: (clauses: readonly ReadingClause[] | null) => void;
  trial: ReactNode;
}

/** One rule: its words, how each clause is understood, and a place to try it. */
export function RuleDetail({ subject, cellLink, onText, onClauses, trial }: RuleDetailProps) {
  const texts = useTexts();
  const words = texts.rules;
  const [editing, setEditing] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const { rule, indicator } = subject;
  const has = rule !== null && rule.clauses.length > 0;
  const correct = (key: string, next: ReadingClause['rule']): void =>
    onClauses(
      rule!.clauses.map(clause =>
        clause.key === key ? { ...clause, rule: next, confidence: 1, corrected: true as const } : clause,
      ),
    );
  return (
    <article className="rule-detail" aria-labelledby="subject-heading">
      <header>
        <h2 id="subject-heading" data-testid="rule-heading">
          {indicator && <span className="item-code">{indicator.code}</span>} {indicator?.content ?? words.wholeTable}
        </h2>
        <p className="quiet">
          {indicator ? <Weight points={indicator.weight?.points ?? null} /> : words.wholeTableHint}
        </p>
      </header>
      <section aria-labelledby="source-heading">
        <div className="rule-section-head">
          <h3 id="source-heading">{words.source}</h3>
          {has && <Origin subject={subject} cellLink={cellLink} />}
          {!editing && (
            <Button size="small" onClick={() => setEditing(true)} data-testid="edit-rule-text">
              {has ? words.edit : words.enter}
            </Button>
          )}
          {!editing && rule?.origin === 'given' && indicator?.scoringRule && (
            <Button size="small" onClick={() => onText(null)}>
              {words.backToTable}
            </Button>
          )}
        </div>
        {editing ? (
          <TextForm
            text={rule?.text ?? ''}
            onSave={text => {
              setEditing(false);
              onText(text);
            }}
            onCancel={() => setEditing(false)}
          />
        ) : has ? (
          <RuleSource text={rule.text} clauses={rule.clauses} active={active} onActive={setActive} />
        ) : (
          <p className="quiet">
            {words.noRule} {words.noRuleNext}
          </p>
        )}
      </section>
      {has && (
        <section aria-labelledby="clauses-heading">
          <div className="rule-section-head">
            <h3 id="clauses-heading">{words.clauses}</h3>
            {(rule.corrected || rule.unreadable) && (
              <Button size="small" onClick={() => onClauses(null)}>
                {words.reread}
              </Button>
            )}
          </div>
          {rule.unreadable && <p className="clause-doubt">{words.unreadable}</p>}
          {!rule.unreadable && (
            <ol className="clause-cards">
              {rule.clauses.map((clause, index) => (
                <ClauseCard
                  key={clause.key}
                  clause={clause}
                  number={index + 1}
                  active={clause.key === active}
                  onActive={setActive}
                  onCorrect={next => correct(clause.key, next)}
                />
              ))}
            </ol>
          )}
          {!rule.unreadable && (
            <p>
              <Button
                size="small"
                onClick={() => onClauses([...rule.clauses, wholeClause(rule.text, rule.clauses)])}
                data-testid="add-clause"
              >
                {words.add}
              </Button>{' '}
              <span className="quiet">{words.addHint}</span>
            </p>
          )}
        </section>
      )}
      {has && trial}
    </article>
  );
}

function Weight({ points }: { points: number | null }) {
  const texts = useTexts();
  const weight = points === null ? null : pointsOf(points);
  return <>{weight === null ? texts.item.noWeight : texts.rules.weight(formatPoints(weight))}</>;
}

function Origin({ subject: { rule, indicator }, cellLink }: Pick<RuleDetailProps, 'subject' | 'cellLink'>) {
  const words = useTexts().rules;
  if (rule?.origin !== 'table') return <span className="quiet">{words.origin.given}</span>;
  const said = indicator ? words.origin.table(rule.cell ?? '') : words.origin.note;
  return rule.cell === null ? (
    <span className="quiet">{said}</span>
  ) : (
    <a className="inline-link" href={cellLink(rule.cell)}>
      {said}
    </a>
  );
}

interface TextFormProps {
  text: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}

function TextForm({ text, onSave, onCancel }: TextFormProps) {
  const texts = useTexts();
  const words = texts.rules;
  const [typed, setTyped] = useState(text);
  return (
    <form
      className="rule-text-form"
      onSubmit={event => {
        event.preventDefault();
        onSave(typed);
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 3, maxRows: 12 }}
        maxLength={8_000}
        aria-label={words.textLabel}
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      <p className="quiet">{words.textHint}</p>
      <div className="button-row">
        <Button size="small" type="primary" htmlType="submit">
          {texts.app.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {texts.app.cancel}
        </Button>
      </div>
    </form>
  );
}

/** A further meaning of the same words, to be said by the person who adds it. */
function wholeClause(text: string, clauses: readonly ReadingClause[]): ReadingClause {
  const taken = new Set(clauses.map(({ key }) => key));
  return {
    key: freeKey(taken),
    quote: text,
    span: [0, text.length],
    rule: { kind: 'unparsed', text },
    confidence: 0,
  };
}
