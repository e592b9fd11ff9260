import { Input } from 'antd';
import { type ReactNode, useId } from 'react';
import type { Answer } from '../../lib/model/item';
import { characterCount } from '../../lib/model/text';
import { useTexts } from '../texts/texts-context';
import { FieldHistory, type HistoryLine } from './field-history';
import { useDraft } from './use-draft';

export interface AnswerActions {
  onType: (answer: Answer, text: string, group: string) => void;
  loadHistory: (answer: Answer) => Promise<HistoryLine[]>;
  onPutBack: (answer: Answer, line: HistoryLine) => void;
  /** The values that people disagree on, side by side. */
  conflictOf: (answer: Answer) => ReactNode;
}

interface AnswerFieldProps extends AnswerActions {
  label: string;
  answer: Answer;
  placeholder?: string;
  multiline?: boolean;
  counted?: boolean;
  hint?: ReactNode;
  testId?: string;
}

/** One answer as text, with where it goes and how it came about. */
export function AnswerField(props: AnswerFieldProps) {
  const { label, answer, placeholder, multiline, counted, hint, testId, onType, loadHistory, onPutBack, conflictOf } =
    props;
  const texts = useTexts();
  const id = useId();
  const draft = useDraft(answer.text, (text, group) => onType(answer, text, group));
  const common = {
    id,
    value: draft.value,
    placeholder,
    readOnly: answer.readOnly,
    'aria-describedby': `${id}-hint`,
    'data-testid': testId,
    ...draft.field,
  };
  return (
    <div className="answer" data-field={testId}>
      <div className="answer-head">
        <label htmlFor={id}>{label}</label>
        <FieldHistory label={label} load={() => loadHistory(answer)} onPutBack={line => onPutBack(answer, line)} />
      </div>
      {multiline ? (
        <Input.TextArea {...common} autoSize={{ minRows: counted ? 4 : 2, maxRows: 14 }} />
      ) : (
        <Input {...common} />
      )}
      {answer.conflict && conflictOf(answer)}
      <div className="answer-foot" id={`${id}-hint`}>
        <AnswerPlace answer={answer} hint={hint} />
        {counted && <span className="answer-length">{texts.item.length(characterCount(draft.value))}</span>}
      </div>
    </div>
  );
}

/** Where an answer goes, and what stands in its way. */
export function AnswerPlace({ answer, hint }: { answer: Answer; hint?: ReactNode }) {
  const texts = useTexts();
  return (
    <span>
      {answer.conflict && <span className="answer-conflict">{texts.item.conflict} </span>}
      {answer.readOnly && <span>{texts.table.readOnly.formula} </span>}
      {hint ?? (answer.cell ? texts.item.inCell(answer.cell) : '')}
    </span>
  );
}
