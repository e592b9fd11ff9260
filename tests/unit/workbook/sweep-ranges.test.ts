import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellRange, rangeContains } from '../../../lib/model/address';
import { CellStore } from '../../../lib/workbook/cell-store';
import { sweepRanges } from '../../../lib/workbook/sweep-ranges';

const SIZE = 12;
const edge = fc.integer({ min: 0, max: SIZE - 1 });
const range = fc.tuple(edge, edge, edge, edge).map(
  ([a, b, c, d]): CellRange => ({
    top: Math.min(a, b),
    bottom: Math.max(a, b),
    left: Math.min(c, d),
    right: Math.max(c, d),
  }),
);

const overlap = (a: CellRange, b: CellRange) =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** The same by comparing each with each. */
function plainly(ranges: readonly CellRange[]): CellRange[] {
  const kept: CellRange[] = [];
  for (const candidate of [...ranges].sort((a, b) => a.top - b.top || a.left - b.left)) {
    if (!kept.some(other => overlap(other, candidate))) kept.push(candidate);
  }
  return kept;
}

describe('sweeping ranges down a sheet', () => {
  it('keeps the same ranges and visits the same cells as comparing each with each', () => {
    fc.assert(
      fc.property(
        fc.array(range, { maxLength: 12 }),
        fc.uniqueArray(fc.nat(SIZE * SIZE - 1), { maxLength: 60 }),
        (ranges, places) => {
          const cells = new CellStore();
          for (const place of places) cells.add(Math.floor(place / SIZE), place % SIZE, 1, 0, 0);
          cells.sortByPlace();
          const visited: [number, CellRange][] = [];
          const kept = sweepRanges(cells, ranges, (cell, found) => visited.push([cell, found]));
          expect(kept).toEqual(plainly(ranges));
          const expected: [number, CellRange][] = [];
          for (let cell = 0; cell < cells.count; cell++) {
            const position = { row: cells.rows[cell]!, column: cells.columns[cell]! };
            const found = kept.find(candidate => rangeContains(candidate, position));
            if (found) expected.push([cell, found]);
          }
          expect(visited).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
