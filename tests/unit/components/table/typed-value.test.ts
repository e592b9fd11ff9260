import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedValue } from '../../../../components/table/typed-value';
import { serialToIso } from '../../../../lib/model/date-serial';

const general = { kind: undefined, numberFormat: 'General', date1904: false };

describe('what is typed into a cell', () => {
  it('is a number where it is a plain decimal number', () => {
    expect(typedValue('3.5', general)).toBe(3.5);
    expect(typedValue(' -2 ', general)).toBe(-2);
  });

  it('stays the text it is otherwise', () => {
    for (const text of ['4分', '007', '1.', '.5', '1e3', '1,000', '=A1', '+86', '2023-12-31', '3次', ' 前有空格']) {
      expect(typedValue(text, general)).toBe(text);
    }
  });

  it('never rounds a long number such as a card number', () => {
    expect(typedValue('350582199001011234', general)).toBe('350582199001011234');
    expect(typedValue('123456789012345', general)).toBe(123456789012345);
  });

  it('is text in a text cell, and nothing when emptied', () => {
    expect(typedValue('12', { ...general, numberFormat: '@' })).toBe('12');
    expect(typedValue('', general)).toBeNull();
  });

  it('is a day in a date cell, in the ways offices write days', () => {
    const into = { ...general, numberFormat: 'yyyy"年"m"月"d"日"' };
    for (const text of ['2026-12-31', '2026/12/31', '2026.12.31', '2026年12月31日']) {
      expect(serialToIso(typedValue(text, into) as number, false)).toBe('2026-12-31');
    }
    expect(typedValue('2026-02-30', into)).toBe('2026-02-30');
    expect(typedValue('12月底前', into)).toBe('12月底前');
  });

  it('is a share in a percent cell, without a digit invented', () => {
    const into = { ...general, numberFormat: '0.00%' };
    expect(typedValue('85', into)).toBe(0.85);
    expect(typedValue('7.1%', into)).toBe(0.071);
    expect(typedValue('0.5', into)).toBe(0.005);
  });

  it('never loses a character of a text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), text => {
        const value = typedValue(text, general);
        if (typeof value === 'string') expect(value).toBe(text);
        else expect(String(value)).toBe(String(Number(text.trim())));
      }),
    );
  });
});
