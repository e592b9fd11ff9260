import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { type KeyboardEvent, useId } from 'react';
import type { Answer } from '../../lib/model/item';
import { formatPoints, type Points } from '../../lib/model/points';
import { useTexts } from '../texts/texts-context';
import { type AnswerActions, AnswerPlace } from './answer-field';
import { FieldHistory } from './field-history';
import { scoreTrouble, steppedScore } from './score-check';
import { useDraft } from './use-draft';

interface ScoreFieldProps extends AnswerActions {
  answer: Answer;
  weight: Points | null;
}

/** The self-score: typed, or stepped by half a point; never stopped at the weight, only told. */
export function ScoreField({ answer, weight, onType, loadHistory, onPutBack, conflictOf }: ScoreFieldProps) {
  const texts = useTexts();
  const id = useId();
  const draft = useDraft(answer.text, (text, group) => onType(answer, text, group));
  const trouble = scoreTrouble(draft.value, weight);
  const step = (way: 1 | -1): void => draft.put(steppedScore(draft.value, way, weight));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || answer.readOnly || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    step(event.key === 'ArrowUp' ? 1 : -1);
  }

  return (
    <div className="answer answer-score" data-field="selfScore">
      <div className="answer-head">
        <label htmlFor={id}>{texts.item.selfScore}</label>
        <FieldHistory
          label={texts.item.selfScore}
          load={() => loadHistory(answer)}
          onPutBack={line => onPutBack(answer, line)}
        />
      </div>
      <div className="score-row">
        <Space.Compact>
          <Button
            icon={<MinusOutlined />}
            disabled={answer.readOnly}
            onClick={() => step(-1)}
            aria-label={`${texts.item.selfScore} -0.5`}
          />
          <Input
            id={id}
            className="score-input"
            inputMode="decimal"
            value={draft.value}
            readOnly={answer.readOnly}
            status={trouble ? 'error' : ''}
            aria-invalid={trouble !== null}
            aria-describedby={`${id}-hint`}
            data-testid="self-score"
            onKeyDown={onKeyDown}
            {...draft.field}
          />
          <Button
            icon={<PlusOutlined />}
            disabled={answer.readOnly}
            onClick={() => step(1)}
            aria-label={`${texts.item.selfScore} +0.5`}
          />
        </Space.Compact>
        {weight !== null && <span className="quiet">{texts.item.selfScoreOf(formatPoints(weight))}</span>}
        {weight !== null && !answer.readOnly && (
          <Button size="small" onClick={() => draft.put(formatPoints(weight))}>
            {texts.item.fullScore}
          </Button>
        )}
      </div>
      {answer.conflict && conflictOf(answer)}
      <div className="answer-foot" id={`${id}-hint`}>
        {trouble && (
          <span className="answer-trouble" role="alert">
            {trouble === 'over-weight'
              ? texts.item.overWeight(formatPoints(weight!))
              : trouble === 'negative'
                ? texts.item.negative
                : texts.item.notNumber}
          </span>
        )}
        {!trouble && <AnswerPlace answer={answer} />}
      </div>
    </div>
  );
}
