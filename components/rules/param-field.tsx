import { Checkbox, Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { ParamField, ParamShape } from '../../lib/model/rule-form';
import { useTexts } from '../texts/texts-context';
import { ByNumberField } from './by-number-field';
import { NumberParam } from './number-param';
import type { ParamValues } from './param-values';
import { RowsField } from './rows-field';

interface ParamFieldsProps {
  fields: readonly ParamField[];
  values: ParamValues;
  /** Names of those that are missing or wrong. */
  wrong: readonly string[];
  onValues: (values: ParamValues) => void;
}

/** Fields for the parameters of a rule, as its schema has them. */
export function ParamFields({ fields, values, wrong, onValues }: ParamFieldsProps) {
  return fields.map(field => (
    <Param
      key={field.name}
      field={field}
      value={values[field.name]}
      wrong={wrong.includes(field.name)}
      onValue={value => onValues(withValue(values, field, value))}
    />
  ));
}

/** What is empty is left out, or null where the schema asks for that. */
function withValue(values: ParamValues, { name, nullable }: ParamField, value: unknown): ParamValues {
  const { [name]: _, ...rest } = values;
  if (value !== undefined) return { ...rest, [name]: value };
  return nullable ? { ...rest, [name]: null } : rest;
}

interface ParamProps {
  field: ParamField;
  value: unknown;
  wrong: boolean;
  onValue: (value: unknown) => void;
}

function Param({ field, value, wrong, onValue }: ParamProps) {
  const texts = useTexts();
  const words = texts.rules;
  const id = useId();
  const label = words.params[field.name as keyof typeof words.params];
  const { shape } = field;
  if (shape.type === 'rows' || shape.type === 'fields' || shape.type === 'either' || shape.type === 'by-number') {
    return (
      <fieldset className={`param-group${wrong ? ' is-wrong' : ''}`}>
        <legend>{label}</legend>
        <Nested shape={shape} field={field} value={value} onValue={onValue} />
        {wrong && <span className="param-wrong">{words.missing}</span>}
      </fieldset>
    );
  }
  return (
    <div className={`param${wrong ? ' is-wrong' : ''}`}>
      {shape.type !== 'yes-no' && <label htmlFor={id}>{label}</label>}
      <Plain id={id} label={label} field={field} value={value} wrong={wrong} onValue={onValue} />
      {wrong && <span className="param-wrong">{words.missing}</span>}
    </div>
  );
}

function Plain({ id, label, field, value, wrong, onValue }: ParamProps & { id: string; label: string }) {
  const texts = useTexts();
  const { shape } = field;
  const status = wrong ? 'error' : '';
  switch (shape.type) {
    case 'number':
      return (
        <NumberParam id={id} value={typeof value === 'number' ? value : undefined} wrong={wrong} onValue={onValue} />
      );
    case 'yes-no':
      return (
        <Checkbox checked={value === true} onChange={event => onValue(event.target.checked ? true : undefined)}>
          {label}
        </Checkbox>
      );
    case 'one-of':
      return <OneOf id={id} shape={shape} field={field} value={value} wrong={wrong} onValue={onValue} />;
    case 'list':
      return (
        <ListParam id={id} value={Array.isArray(value) ? value.map(String) : []} wrong={wrong} onValue={onValue} />
      );
    default:
      return (
        <Input
          id={id}
          size="small"
          status={status}
          placeholder={field.optional ? texts.rules.unset : ''}
          value={typeof value === 'string' ? value : ''}
          onChange={event => onValue(event.target.value === '' ? undefined : event.target.value)}
        />
      );
  }
}

const A_NUMBER = '#';
const UNSET = '';

/** Words to choose from, a number beside them where the schema takes one. */
function OneOf({
  id,
  shape,
  field,
  value,
  wrong,
  onValue,
}: ParamProps & { id: string; shape: Extract<ParamShape, { type: 'one-of' }> }) {
  const words = useTexts().rules;
  const isNumber = typeof value === 'number';
  const chosen = isNumber ? A_NUMBER : typeof value === 'string' ? value : UNSET;
  const name = (option: string): string =>
    field.name === 'cap' && option === 'weight'
      ? words.untilUsedUp
      : words.options[option as keyof typeof words.options];
  return (
    <span className="param-pair">
      <Select<string>
        id={id}
        size="small"
        status={wrong ? 'error' : ''}
        popupMatchSelectWidth={false}
        value={chosen}
        onChange={next => onValue(next === UNSET ? undefined : next === A_NUMBER ? 0 : next)}
        options={[
          ...(field.optional || field.nullable || chosen === UNSET ? [{ value: UNSET, label: words.unset }] : []),
          ...(shape.number ? [{ value: A_NUMBER, label: words.number }] : []),
          ...shape.options.map(option => ({ value: option, label: name(option) })),
        ]}
      />
      {isNumber && (
        <NumberParam value={value} label={words.number} wrong={wrong} onValue={next => onValue(next ?? 0)} />
      )}
    </span>
  );
}

interface ListParamProps {
  id: string;
  value: readonly string[];
  wrong: boolean;
  onValue: (value: string[] | undefined) => void;
}

function ListParam({ id, value, wrong, onValue }: ListParamProps) {
  const words = useTexts().rules;
  const [text, setText] = useState(value.join('、'));
  return (
    <Input
      id={id}
      size="small"
      status={wrong ? 'error' : ''}
      placeholder={words.listHint}
      value={text}
      onChange={event => {
        setText(event.target.value);
        const names = event.target.value
          .split(/[、,，;；]/)
          .map(name => name.trim())
          .filter(name => name !== '');
        onValue(names.length > 0 ? names : undefined);
      }}
    />
  );
}

interface NestedProps {
  shape: Extract<ParamShape, { type: 'rows' | 'fields' | 'either' | 'by-number' }>;
  field: ParamField;
  value: unknown;
  onValue: (value: unknown) => void;
}

function Nested({ shape, field, value, onValue }: NestedProps) {
  const words = useTexts().rules;
  const asValues = (value ?? {}) as ParamValues;
  switch (shape.type) {
    case 'by-number':
      return <ByNumberField value={(value ?? {}) as Record<string, number>} onValue={onValue} />;
    case 'rows':
      return (
        <RowsField
          value={Array.isArray(value) ? (value as ParamValues[]) : []}
          onValue={onValue}
          row={(values, set) => <ParamFields fields={shape.fields} values={values} wrong={[]} onValues={set} />}
        />
      );
    case 'either': {
      const chosen = shape.fields.find(({ name }) => asValues[name] !== undefined) ?? shape.fields[0]!;
      return (
        <div className="param-pair">
          <Select<string>
            size="small"
            aria-label={words.params[field.name as keyof typeof words.params]}
            popupMatchSelectWidth={false}
            value={chosen.name}
            onChange={name => onValue({ [name]: 0 })}
            options={shape.fields.map(({ name }) => ({
              value: name,
              label: words.params[name as keyof typeof words.params],
            }))}
          />
          <Plain
            id=""
            label={words.number}
            field={chosen}
            value={asValues[chosen.name]}
            wrong={false}
            onValue={next => onValue({ [chosen.name]: next ?? 0 })}
          />
        </div>
      );
    }
    case 'fields':
      return (
        <ParamFields
          fields={shape.fields}
          values={asValues}
          wrong={[]}
          onValues={next => onValue(Object.keys(next).length > 0 || !field.optional ? next : undefined)}
        />
      );
  }
}
