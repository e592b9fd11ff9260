import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../../lib/workbook/sheet/read-number';

const read = (text: string) => {
  const bytes = new TextEncoder().encode(`<v>${text}</v>`);
  return readNumber(bytes, 3, bytes.length - 4);
};

describe('numbers from bytes', () => {
  it('are those that JavaScript reads from the same text', () => {
    const written = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.integer().map(String),
      fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.integer({ min: 0, max: 17 })).map(([digits, at]) => {
        const text = digits.toString().padStart(at + 1, '0');
        return at === 0 ? text : `${text.slice(0, -at)}.${text.slice(-at)}`;
      }),
    );
    fc.assert(
      fc.property(written, text => {
        expect(read(text)).toBe(Number(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['4.50', '-0.5', '.5', '5.', '1E3', '1.5e-7', ' 42 ', '+3', '00012'])('reads %j', text => {
    expect(read(text)).toBe(Number(text));
  });

  it.each(['', '-', '.', 'abc', '1,5', '0x10', 'Infinity', '1 2', '--1', '1.2.3'])('takes %j for no number', text => {
    expect(read(text)).toBeNaN();
  });
});
