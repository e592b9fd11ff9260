import { useState } from 'react';
import { useTexts } from '../texts/texts-context';
import { NumberParam } from './number-param';
import { RowsField } from './rows-field';

interface ByNumberFieldProps {
  value: Readonly<Record<string, number>>;
  onValue: (value: Record<string, number> | undefined) => void;
}

/** Points by rank. */
export function ByNumberField({ value, onValue }: ByNumberFieldProps) {
  const words = useTexts().rules;
  // Rows that are not complete yet stand here only.
  const [rows, setRows] = useState<Record<string, unknown>[]>(() =>
    Object.entries(value)
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([place, points]) => ({ place: Number(place), points })),
  );
  const put = (next: Record<string, unknown>[]): void => {
    setRows(next);
    const complete = next.flatMap(({ place, points }) =>
      typeof place === 'number' && Number.isInteger(place) && typeof points === 'number'
        ? [[String(place), points] as const]
        : [],
    );
    onValue(complete.length > 0 ? Object.fromEntries(complete) : undefined);
  };
  return (
    <RowsField
      value={rows}
      onValue={put}
      row={({ place, points }, set) => (
        <>
          <NumberParam label={words.place} value={numberOf(place)} onValue={next => set({ place: next, points })} />
          <NumberParam
            label={words.placePoints}
            value={numberOf(points)}
            onValue={next => set({ place, points: next })}
          />
        </>
      )}
    />
  );
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
