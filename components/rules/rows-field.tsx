import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts-context';
import type { ParamValues } from './param-values';

interface RowsFieldProps {
  value: readonly ParamValues[];
  onValue: (value: ParamValues[]) => void;
  row: (values: ParamValues, set: (values: ParamValues) => void) => ReactNode;
}

/** A list of like things: bands, levels, options. */
export function RowsField({ value, onValue, row }: RowsFieldProps) {
  const words = useTexts().rules;
  return (
    <>
      {value.map((values, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <div key={index} className="param-row">
          {row(values, next => onValue(value.map((one, at) => (at === index ? next : one))))}
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={words.removeRow(index + 1)}
            onClick={() => onValue(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => onValue([...value, {}])}>
        {words.addRow}
      </Button>
    </>
  );
}
