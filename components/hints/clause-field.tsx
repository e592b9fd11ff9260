import { Checkbox, Input, Radio, Select } from 'antd';
import type { ClauseEntry } from '../../lib/model/clause-entry';
import type { ClauseAnswer, RuleClause } from '../../lib/scoring/hints/rule-clauses';
import { useDraft } from '../indicator/use-draft';
import { useTexts } from '../texts/texts-context';
import { NumberField } from './number-field';

interface ClauseFieldProps {
  clause: RuleClause;
  question: string;
  answer: ClauseAnswer | null;
  onEntry: (entry: ClauseEntry, group?: string) => void;
}

/** The field that a clause of a scoring rule is answered in. */
export function ClauseField({ clause: { field }, question, answer, onEntry }: ClauseFieldProps) {
  const texts = useTexts();
  const words = texts.hints.rule;
  switch (field?.type) {
    case 'yes-no':
      return (
        <Radio.Group
          size="small"
          aria-label={question}
          value={answer?.hit === undefined ? '' : answer.hit ? 'yes' : 'no'}
          onChange={event => {
            const { value } = event.target as { value: string };
            onEntry({ part: 'value', value: value === '' ? undefined : value === 'yes' });
          }}
          options={[
            { value: 'yes', label: field.goodIs ? words.done : words.happened },
            { value: 'no', label: field.goodIs ? words.notDone : words.notHappened },
            { value: '', label: words.open },
          ]}
        />
      );
    case 'count':
    case 'points':
      return (
        <NumberField
          label={question}
          value={answer?.[field.name] ?? null}
          unit={field.type === 'count' ? field.unit : words.points}
          onValue={(value, group) => onEntry({ part: 'value', value: value ?? undefined }, group)}
        />
      );
    case 'percentage': {
      // A rate is kept as a share: 0.98 for 98 %.
      const scale = field.name === 'rate' ? 100 : 1;
      const value = answer?.[field.name];
      return (
        <NumberField
          label={question}
          value={value === undefined ? null : scaled(value, scale)}
          unit="%"
          onValue={(typed, group) =>
            onEntry({ part: 'value', value: typed === null ? undefined : scaled(typed, 1 / scale) }, group)
          }
        />
      );
    }
    case 'rank':
      return (
        <span className="fact-answer">
          <NumberField
            label={question}
            value={answer?.rank ?? null}
            unit={words.place}
            onValue={(value, group) => onEntry({ part: 'value', value: value ?? undefined }, group)}
          />
          {field.needsTotal && (
            <NumberField
              label={words.ranked}
              value={answer?.of ?? null}
              unit={words.of}
              onValue={(value, group) => onEntry({ part: 'of', value: value ?? undefined }, group)}
            />
          )}
        </span>
      );
    case 'choice':
      return (
        <Select<string>
          allowClear
          size="small"
          className="clause-choice"
          aria-label={question}
          placeholder={words.choose}
          value={typeof answer?.choice === 'string' ? answer.choice : null}
          onChange={value => onEntry({ part: 'value', value: value ?? undefined })}
          options={field.options.map(value => ({ value, label: value }))}
        />
      );
    case 'checklist': {
      const ticked = answer?.[field.name];
      return (
        <fieldset className="clause-options" aria-label={question}>
          <Checkbox
            checked={ticked?.length === 0}
            onChange={event => onEntry({ part: 'value', value: event.target.checked ? true : undefined })}
            disabled={ticked !== undefined && ticked.length > 0}
          >
            {field.name === 'missing' ? words.noneMissing : words.noneThere}
          </Checkbox>
          {field.options.map(option => (
            <Checkbox
              key={option}
              checked={ticked?.includes(option) ?? false}
              onChange={event => onEntry({ part: 'option', option, value: event.target.checked ? true : undefined })}
            >
              {option}
            </Checkbox>
          ))}
        </fieldset>
      );
    }
    case 'levels':
      return (
        <fieldset className="clause-options" aria-label={question}>
          {field.options.map(option => (
            <NumberField
              key={option}
              label={`${question} ${option}`}
              value={answer?.counts?.[option] ?? null}
              unit={option}
              onValue={(value, group) => onEntry({ part: 'option', option, value: value ?? undefined }, group)}
            />
          ))}
        </fieldset>
      );
    case 'events':
      return <EventsField question={question} events={answer?.events ?? []} onEntry={onEntry} />;
    default:
      return null;
  }
}

interface EventsFieldProps extends Pick<ClauseFieldProps, 'question' | 'onEntry'> {
  events: readonly number[];
}

function EventsField({ question, events, onEntry }: EventsFieldProps) {
  const texts = useTexts();
  const draft = useDraft(events.join('、'), (text, group) =>
    onEntry({ part: 'value', value: text.trim() === '' ? undefined : text }, group),
  );
  return (
    <Input
      size="small"
      className="clause-choice"
      aria-label={question}
      placeholder={texts.hints.rule.events}
      value={draft.value}
      {...draft.field}
    />
  );
}

/** Four digits of a share are two of its percentage; what floats add beyond is cut off. */
const scaled = (value: number, by: number): number => Math.round(value * by * 1e6) / 1e6;
