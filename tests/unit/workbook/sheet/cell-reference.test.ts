import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, MAX_COLUMNS, MAX_ROWS } from '../../../../lib/model/address';
import { columnOf, readReference, rowOf } from '../../../../lib/workbook/sheet/cell-reference';

const read = (text: string) => readReference(new TextEncoder().encode(text), 0, text.length);

describe('cell references from bytes', () => {
  it('give back every position of a sheet, in capitals or not', () => {
    const place = fc.record({
      row: fc.integer({ min: 0, max: MAX_ROWS - 1 }),
      column: fc.integer({ min: 0, max: MAX_COLUMNS - 1 }),
    });
    fc.assert(
      fc.property(place, fc.boolean(), (position, small) => {
        const address = formatAddress(position);
        const reference = read(small ? address.toLowerCase() : address);
        expect({ row: rowOf(reference), column: columnOf(reference) }).toEqual(position);
      }),
    );
  });

  it('keep what lies beyond a sheet beyond it', () => {
    expect(columnOf(read('XFE1'))).toBe(MAX_COLUMNS);
    expect(columnOf(read('ZZZZZZZZZZ1'))).toBe(MAX_COLUMNS);
    expect(rowOf(read('A99999999999999999999'))).toBeGreaterThanOrEqual(MAX_ROWS);
  });

  it.each(['', 'A', '1', '1A', 'A0', '$A$1', 'A1B', 'A-1', '@1', '中1'])('are not read from %j', text => {
    expect(read(text)).toBe(-1);
  });
});
