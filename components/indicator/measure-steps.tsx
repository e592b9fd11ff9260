import { Button, Checkbox } from 'antd';
import { Fragment, useState } from 'react';
import type { Item, Step } from '../../lib/model/item';
import { useTexts } from '../texts/texts-context';
import { type AnswerActions, AnswerField } from './answer-field';

interface MeasureStepsProps extends AnswerActions {
  item: Item;
  onTick: (step: Step, done: boolean) => void;
}

/** The measures as steps to tick off; their wording can be edited, which is an answer like any other. */
export function MeasureSteps({ item, onTick, ...actions }: MeasureStepsProps) {
  const texts = useTexts();
  const [editing, setEditing] = useState(false);
  const done = item.steps.filter(step => step.done).length;
  const editable = item.measures.some(answer => !answer.readOnly);
  return (
    <section className="measures" aria-label={texts.item.measures}>
      <div className="answer-head">
        <h3>{texts.item.measures}</h3>
        <span className="quiet">{texts.item.measuresDone(done, item.steps.length)}</span>
        {editable && (
          <Button type="link" size="small" onClick={() => setEditing(!editing)} data-testid="edit-measures">
            {editing ? texts.item.measuresEditDone : texts.item.measuresEdit}
          </Button>
        )}
      </div>
      {!editing &&
        item.measures
          .filter(answer => answer.conflict)
          .map(answer => <Fragment key={`${answer.entity}.${answer.field}`}>{actions.conflictOf(answer)}</Fragment>)}
      {editing ? (
        item.measures.map(answer => (
          <AnswerField
            key={`${answer.entity}.${answer.field}.${answer.cell}`}
            label={texts.item.measures}
            answer={answer}
            multiline
            counted
            testId="measures-text"
            {...actions}
          />
        ))
      ) : (
        <ol className="step-list">
          {item.steps.map(step => (
            <li key={step.number} data-field={`measure:${step.number}`}>
              <Checkbox checked={step.done} onChange={event => onTick(step, event.target.checked)}>
                <span className="step-number">{step.number}</span>
                {step.text}
              </Checkbox>
            </li>
          ))}
        </ol>
      )}
      <p className="quiet">{texts.item.measuresHint}</p>
    </section>
  );
}
