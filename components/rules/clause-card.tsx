import { Button } from 'antd';
import { useState } from 'react';
import type { SimpleRule } from '../../lib/model/rule';
import type { ReadingClause } from '../../lib/model/rule-reading';
import { answerField } from '../../lib/scoring/hints/answer-field';
import { clauseQuestion } from '../../lib/scoring/hints/clause-words';
import { ruleDoubts } from '../../lib/scoring/rule-doubts';
import { ruleWords } from '../../lib/scoring/rule-words';
import { useLanguage, useTexts } from '../texts/texts-context';
import { ClauseForm } from './clause-form';
import { needsLook, UNSURE } from './rule-subject';

const SURE = 0.9;

interface ClauseCardProps {
  clause: ReadingClause;
  number: number;
  active: boolean;
  onActive: (key: string | null) => void;
  onCorrect: (rule: SimpleRule) => void;
}

/** One clause: its words, what it was taken for, what it asks, how sure that is; and how to put it right. */
export function ClauseCard({ clause, number, active, onActive, onCorrect }: ClauseCardProps) {
  const texts = useTexts();
  const language = useLanguage();
  const words = texts.rules;
  const [editing, setEditing] = useState(false);
  const { rule, quote } = clause;
  const field = answerField(rule);
  const open = needsLook(clause);
  const correct = (next: SimpleRule): void => {
    setEditing(false);
    onCorrect(next);
  };
  return (
    <li
      className={`clause-card${active ? ' is-active' : ''}${open ? ' is-open' : ''}`}
      data-testid="clause-card"
      data-kind={rule.kind}
      onMouseEnter={() => onActive(clause.key)}
      onMouseLeave={() => onActive(null)}
    >
      <p className="clause-head">
        <span className="clause-number" role="img" aria-label={words.clause(number)}>
          {number}
        </span>
        <q>{quote}</q>
      </p>
      <dl className="clause-facts">
        <dt>{words.kind}</dt>
        <dd>
          <strong>{words.kinds[rule.kind]}</strong> <Sureness clause={clause} />
        </dd>
        {rule.kind !== 'unparsed' && (
          <>
            <dt>{words.meaning}</dt>
            <dd>{ruleWords(rule)[language]}</dd>
            <dt>{words.asks}</dt>
            <dd className={field ? '' : 'quiet'}>
              {field ? said(clauseQuestion({ field }), language) : words.asksNothing}
            </dd>
          </>
        )}
      </dl>
      {ruleDoubts(rule).map(doubt => (
        <p key={doubt['zh-CN']} className="clause-doubt">
          {doubt[language]}
        </p>
      ))}
      {editing ? (
        <ClauseForm rule={rule} onSave={correct} onCancel={() => setEditing(false)} />
      ) : (
        <div className="button-row">
          {confirmable(clause) && (
            <Button size="small" onClick={() => correct(rule)} aria-label={words.confirmClause(quote)}>
              {words.confirm}
            </Button>
          )}
          <Button size="small" onClick={() => setEditing(true)} aria-label={words.correctClause(quote)}>
            {words.correct}
          </Button>
          {rule.kind !== 'manual' && (
            <Button
              size="small"
              type="text"
              onClick={() => correct({ kind: 'manual' })}
              aria-label={words.byPersonClause(quote)}
            >
              {words.byPerson}
            </Button>
          )}
          {rule.kind !== 'none' && (
            <Button
              size="small"
              type="text"
              onClick={() => correct({ kind: 'none' })}
              aria-label={words.notScoredClause(quote)}
            >
              {words.notScored}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** An unsure reading can be right; what lacks a number cannot. */
const confirmable = (clause: ReadingClause): boolean =>
  !clause.corrected &&
  clause.rule.kind !== 'unparsed' &&
  needsLook(clause) &&
  needsLook({ ...clause, corrected: true }) === false;

function said(value: ReturnType<typeof clauseQuestion>, language: 'zh-CN' | 'en'): string {
  return typeof value === 'object' ? value[language] : String(value);
}

function Sureness({ clause }: { clause: ReadingClause }) {
  const { rule, confidence, corrected } = clause;
  const words = useTexts().rules;
  if (corrected) return <span className="rule-state is-corrected">{words.corrected}</span>;
  if (rule.kind === 'unparsed') return <span className="rule-state is-open">{words.unread}</span>;
  if (confidence < UNSURE || (rule.kind === 'none' && needsLook(clause)))
    return <span className="rule-state is-open">{words.unsure}</span>;
  return <span className="quiet">{confidence >= SURE ? words.sure : words.fairlySure}</span>;
}
