import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellKey, findDependants, fromCellKey, type Precedents } from '../../../../lib/workbook/formulas/dependants';

const reads = (...cells: [row: number, lastRow?: number][]): Precedents => ({
  anything: false,
  areas: cells.map(([top, bottom = top]) => ({ sheet: 0, range: { top, bottom, left: 0, right: 0 } })),
});
const at = (row: number) => cellKey(0, row, 0);

describe('cell keys', () => {
  it('hold any place of any sheet', () => {
    const place = fc.record({ sheet: fc.nat(1999), row: fc.nat(1_048_575), column: fc.nat(16_383) });
    fc.assert(
      fc.property(place, p => {
        expect(fromCellKey(cellKey(p.sheet, p.row, p.column))).toEqual(p);
      }),
    );
  });
});

describe('dependants of a changed cell', () => {
  it('come after what they read, through any number of steps', () => {
    // Row 3 reads 2, row 2 reads the area 0–1, row 1 reads 0.
    const precedents = [reads([2]), reads([0, 1]), reads([0]), reads([9])];
    const { inOrder, unordered } = findDependants([at(0)], precedents, [[at(3)], [at(2)], [at(1)], [at(4)]]);
    expect(inOrder).toEqual([2, 1, 0]);
    expect(unordered).toEqual([]);
  });

  it('are apart where they read each other in a circle', () => {
    const { inOrder, unordered } = findDependants([at(0)], [reads([0], [2]), reads([1])], [[at(1)], [at(2)]]);
    expect(inOrder).toEqual([]);
    expect(unordered.sort()).toEqual([0, 1]);
  });

  it('include formulas that may read anything, and their readers', () => {
    const precedents = [{ anything: true, areas: [] }, reads([5])];
    expect(findDependants([at(0)], precedents, [[at(5)], [at(6)]]).inOrder).toEqual([0, 1]);
    expect(findDependants([], precedents, [[at(5)], [at(6)]]).inOrder).toEqual([]);
  });

  it('are found in a chain of 20,000 running totals', () => {
    const count = 20_000;
    const precedents = Array.from({ length: count }, (_, i) => reads([i]));
    const outputs = precedents.map((_, i) => [at(i + 1)]);
    expect(findDependants([at(0)], precedents, outputs).inOrder).toHaveLength(count);
  });

  it('are all told, unordered, when the search would take too long', () => {
    const count = 12_000;
    const precedents = Array.from({ length: count }, (_, i) => reads([0, i + 1]));
    const outputs = precedents.map((_, i) => [at(i + 2)]);
    const { inOrder, unordered } = findDependants([at(0)], precedents, outputs);
    expect(inOrder.length + unordered.length).toBe(count);
  });
});
