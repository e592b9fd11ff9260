import { Input } from 'antd';
import { useState } from 'react';
import { useTexts } from '../texts/texts-context';

interface NumberParamProps {
  id?: string;
  label?: string;
  value: number | undefined;
  wrong?: boolean;
  onValue: (value: number | undefined) => void;
}

/** A decimal number, negative ones too; what is none is marked and counts as empty. */
export function NumberParam({ id, label, value, wrong = false, onValue }: NumberParamProps) {
  const words = useTexts().rules;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === undefined ? '' : String(value));
  const invalid = text !== '' && readDecimal(text) === undefined;
  return (
    <Input
      {...(id ? { id } : {})}
      size="small"
      className="number-param"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={invalid || wrong}
      status={invalid || wrong ? 'error' : ''}
      placeholder={words.unset}
      value={text}
      onChange={event => {
        setTyped(event.target.value);
        onValue(readDecimal(event.target.value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

function readDecimal(text: string): number | undefined {
  const plain = text
    .replace(/[\uff10-\uff19\uff0d\uff0e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '');
  return /^-?\d{1,9}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}
