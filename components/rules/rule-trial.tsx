import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { ClauseEntry } from '../../lib/model/clause-entry';
import { pointsOf } from '../../lib/model/points';
import { NO_PROGRESS } from '../../lib/model/progress';
import type { RuleInput } from '../../lib/model/rule-input';
import { evaluateRule } from '../../lib/scoring/evaluate-rule';
import { exampleAnswer } from '../../lib/scoring/hints/example-answer';
import { indicatorGround } from '../../lib/scoring/hints/indicator-ground';
import { viewIndicator } from '../../lib/scoring/hints/indicator-view';
import { type RuleClause, withAnswer } from '../../lib/scoring/hints/rule-clauses';
import { NumberField } from '../hints/number-field';
import { RuleAnswers } from '../hints/rule-answers';
import { useTexts } from '../texts/texts-context';
import type { RuleSubject } from './rule-subject';

interface RuleTrialProps {
  subject: RuleSubject;
  /** An answer given to one clause, among those given before. */
  enter: (
    clauses: readonly RuleClause[],
    answers: RuleInput | null,
    clause: RuleClause,
    entry: ClauseEntry,
  ) => RuleInput | null;
}

/** The rule with made-up answers: whether it scores as it should shows best in a score. Nothing is kept. */
export function RuleTrial({ subject, enter }: RuleTrialProps) {
  const words = useTexts().rules;
  const [answers, setAnswers] = useState<RuleInput | null>(null);
  const { indicator, section, rule, table } = subject;
  const parsed = rule?.parsed ?? null;
  const ground = useMemo(
    () =>
      indicator && section && parsed
        ? indicatorGround(section, indicator, {
            order: 0,
            idBase: 'trial',
            year: table.year,
            advice: [],
            rule: { parsed, cell: null },
          })
        : null,
    [indicator, section, parsed, table.year],
  );
  if (!parsed) return null;
  if (!ground) return <GradeTrial subject={subject} />;
  const clauses = ground.rule?.clauses ?? [];
  if (clauses.every(({ field }) => field === null)) return null;
  const view = viewIndicator(ground, { ...NO_PROGRESS, ruleAnswers: answers });
  return (
    <section className="rule-trial" aria-label={words.trial} data-testid="rule-trial">
      <div className="rule-section-head">
        <h3>{words.trial}</h3>
        <span className="quiet">{words.trialHint}</span>
        <Button size="small" onClick={() => setAnswers(examples(clauses))} data-testid="trial-example">
          {words.trialExample}
        </Button>
        {answers && (
          <Button size="small" type="text" onClick={() => setAnswers(null)}>
            {words.trialClear}
          </Button>
        )}
      </div>
      <RuleAnswers
        view={view}
        answers={answers}
        onEntry={(clause, entry) => setAnswers(before => enter(clauses, before, clause, entry))}
      />
    </section>
  );
}

function examples(clauses: readonly RuleClause[]): RuleInput | null {
  let answers: RuleInput | null = null;
  for (const clause of clauses) {
    const answer = exampleAnswer(clause);
    if (answer) answers = withAnswer(clause, answers, answer);
  }
  return answers;
}

/** Of a whole table only its grades depend on a number. */
function GradeTrial({ subject: { rule } }: Pick<RuleTrialProps, 'subject'>) {
  const words = useTexts().rules;
  const [total, setTotal] = useState<number | null>(null);
  const grade = rule?.clauses.find(clause => clause.rule.kind === 'grade')?.rule;
  if (!grade) return null;
  const result = total === null || pointsOf(total) === null ? null : evaluateRule(grade, { score: total });
  return (
    <section className="rule-trial" aria-label={words.trial}>
      <div className="rule-section-head">
        <h3>{words.trial}</h3>
        <span className="quiet">{words.trialHint}</span>
      </div>
      <p className="clause-answer">
        <span>{words.trialTotal}</span>
        <NumberField label={words.trialTotal} value={total} unit="" onValue={setTotal} />
        {result && <strong>{result.label ? words.trialGrade(result.label) : words.trialNoGrade}</strong>}
      </p>
    </section>
  );
}
