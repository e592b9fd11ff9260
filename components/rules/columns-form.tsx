import { Button, Select } from 'antd';
import { useState } from 'react';
import { columnName } from '../../lib/model/address';
import type { RuleColumns, RuleRows } from '../../lib/model/rule-columns';
import { useTexts } from '../texts/texts-context';
import { NumberParam } from './number-param';

interface ColumnsFormProps {
  sheets: readonly RuleRows[];
  onColumns: (sheet: RuleRows, columns: RuleColumns) => void;
  onBack: () => void;
}

const SHOWN_ROWS = 8;
const SHOWN_COLUMNS = 16;
const NO_COLUMN = -1;

/** A sheet whose heading nobody recognises: the person points out which column is what. */
export function ColumnsForm({ sheets, onColumns, onBack }: ColumnsFormProps) {
  const texts = useTexts();
  const words = texts.rules.import;
  const [name, setName] = useState(sheets[0]?.name ?? '');
  const [columns, setColumns] = useState<RuleColumns>({ content: 0, rule: 1, number: null, weight: null, firstRow: 1 });
  const sheet = sheets.find(one => one.name === name) ?? sheets[0];
  if (!sheet) return null;
  const width = Math.min(SHOWN_COLUMNS, Math.max(1, ...sheet.rows.map(row => row.length)));
  const sampleOf = (column: number): string =>
    sheet.rows
      .map(row => (row[column] ?? '').trim())
      .find(text => text !== '')
      ?.slice(0, 12) ?? '';
  const choices = Array.from({ length: width }, (_, column) => ({
    value: column,
    label: words.column(columnName(column), sampleOf(column)),
  }));
  const optional = [{ value: NO_COLUMN, label: words.noColumn }, ...choices];
  return (
    <form
      className="rule-columns"
      data-testid="rule-columns"
      onSubmit={event => {
        event.preventDefault();
        onColumns(sheet, columns);
      }}
    >
      <h3>{words.columns}</h3>
      <p className="quiet">{words.columnsHint}</p>
      <div className="column-choices">
        {sheets.length > 1 && (
          <Choice
            label={words.sheet}
            value={name}
            options={sheets.map(one => ({ value: one.name, label: one.name }))}
            onChange={setName}
          />
        )}
        <Choice
          label={words.contentColumn}
          value={columns.content}
          options={choices}
          onChange={content => setColumns({ ...columns, content })}
        />
        <Choice
          label={words.ruleColumn}
          value={columns.rule}
          options={choices}
          onChange={rule => setColumns({ ...columns, rule })}
        />
        <Choice
          label={words.numberColumn}
          value={columns.number ?? NO_COLUMN}
          options={optional}
          onChange={number => setColumns({ ...columns, number: number === NO_COLUMN ? null : number })}
        />
        <Choice
          label={words.weightColumn}
          value={columns.weight ?? NO_COLUMN}
          options={optional}
          onChange={weight => setColumns({ ...columns, weight: weight === NO_COLUMN ? null : weight })}
        />
        <span className="param">
          <span>{words.firstRow}</span>
          <NumberParam
            label={words.firstRow}
            value={columns.firstRow + 1}
            onValue={row => setColumns({ ...columns, firstRow: Math.max(0, Math.floor((row ?? 1) - 1)) })}
          />
        </span>
      </div>
      <div className="column-sample">
        <table>
          <thead>
            <tr>
              <td />
              {choices.map(({ value }) => (
                <th key={value} scope="col">
                  {columnName(value)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.slice(0, SHOWN_ROWS).map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are their places
              <tr key={at} className={at < columns.firstRow ? 'is-above' : ''}>
                <th scope="row">{at + 1}</th>
                {choices.map(({ value }) => (
                  <td key={value}>{(row[value] ?? '').slice(0, 60)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="button-row">
        <Button type="primary" htmlType="submit">
          {words.read}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </div>
    </form>
  );
}

interface ChoiceProps<Value extends string | number> {
  label: string;
  value: Value;
  options: { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

function Choice<Value extends string | number>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <span className="param">
      <span>{label}</span>
      <Select<Value>
        size="small"
        aria-label={label}
        popupMatchSelectWidth={false}
        value={value}
        options={options}
        onChange={onChange}
      />
    </span>
  );
}
