import { Input } from 'antd';
import { useDraft } from '../indicator/use-draft';

interface NumberFieldProps {
  label: string;
  value: number | null;
  unit: string;
  onValue: (value: number | null, group: string) => void;
}

/** A plain number, kept as it is typed; what is no number is marked and never kept. */
export function NumberField({ label, value, unit, onValue }: NumberFieldProps) {
  const draft = useDraft(value === null ? '' : String(value), (text, group) => {
    const read = readNumber(text);
    if (read !== undefined) onValue(read, group);
  });
  const wrong = readNumber(draft.value) === undefined;
  return (
    <Input
      size="small"
      className="number-field"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={wrong}
      status={wrong ? 'error' : ''}
      suffix={unit}
      value={draft.value}
      {...draft.field}
    />
  );
}

const LARGEST = 1e9;

/** null for an empty field, undefined for what is no number from 0 on. */
export function readNumber(text: string): number | null | undefined {
  const plain = text
    .replace(/[\uff10-\uff19\uff0e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s%％]/g, '');
  if (plain === '') return null;
  return /^\d+(\.\d+)?$/.test(plain) && Number(plain) <= LARGEST ? Number(plain) : undefined;
}
