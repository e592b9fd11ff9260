import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellStore } from '../../../lib/workbook/cell-store';

describe('a sheet’s cells in columns', () => {
  it('come out by row and column, the later of two at one place, however they went in', () => {
    const cell = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(9));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 80 }), cells => {
        const store = new CellStore();
        const expected = new Map<number, number>();
        for (const [row, column, number] of cells) {
          store.add(row, column, 2, number, 0);
          expected.set(row * 100 + column, number);
        }
        store.sortByPlace();
        const places = [...expected.keys()].sort((a, b) => a - b);
        const { columns, numbers } = store.finish();
        expect([...columns].map((column, at) => store.rows[at]! * 100 + column)).toEqual(places);
        expect([...numbers]).toEqual(places.map(place => expected.get(place)));
        const starts = store.rowStart(40);
        expect(starts).toHaveLength(41);
        expect(starts[40]).toBe(places.length);
        for (let row = 0; row < 40; row++) {
          expect(starts[row + 1]! - starts[row]!).toBe(places.filter(place => Math.floor(place / 100) === row).length);
        }
      }),
    );
  });
});
