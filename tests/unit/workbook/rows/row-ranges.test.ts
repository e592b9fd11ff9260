import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ROWS } from '../../../../lib/model/address';
import type { RowOperation } from '../../../../lib/workbook/rows/row-changes';
import { RowPlan } from '../../../../lib/workbook/rows/row-plan';
import { mapRange, mapRowSet } from '../../../../lib/workbook/rows/row-ranges';

const insert = (id: string, after: number | string, like: number): RowOperation => ({
  kind: 'insert',
  id,
  after,
  like,
  values: [],
});
const remove = (row: number | string): RowOperation => ({ kind: 'remove', row });
const move = (row: number | string, after: number | string): RowOperation => ({ kind: 'move', row, after });

/** Rows counted from 1, as people do. */
function mapped(operations: RowOperation[], top: number, bottom: number, extend = true): string {
  const range = mapRange(new RowPlan(operations), { top: top - 1, bottom: bottom - 1 }, extend);
  return typeof range === 'string' ? range : `${range.top + 1}-${range.bottom + 1}`;
}

describe('the plan of rows', () => {
  it('names rows by their first numbers through all operations', () => {
    const plan = new RowPlan([remove(2), insert('a', 2, 3), insert('b', 'a', 3), move(5, 1), remove('a')]);
    expect([0, 1, 2, 3, 4, 5].map(row => plan.newRow(row))).toEqual([0, null, 3, 4, 1, 5]);
    expect(plan.inserted).toEqual([{ id: 'b', row: 2, like: 2, shares: [] }]);
  });

  it('knows nothing to do when operations cancel out', () => {
    expect(new RowPlan([insert('a', 3, 3), remove('a'), move(4, 3)]).isEmpty).toBe(true);
    expect(new RowPlan([move(4, 2)]).isEmpty).toBe(false);
  });

  it.each([
    [[remove(2), remove(2)]],
    [[remove('x')]],
    [[remove(0)]],
    [[insert('a', 1, 1), insert('a', 1, 1)]],
    [[remove(MAX_ROWS + 1)]],
  ])('refuses names of no row: %j', operations => {
    expect(() => new RowPlan(operations)).toThrow(expect.objectContaining({ code: 'no-such-row' }));
  });

  it('gives every row that stayed one place of its own, and finds it again', () => {
    const row = fc.integer({ min: 1, max: 12 });
    const operation = fc.oneof(
      fc.tuple(fc.nat(12), row).map(([after, like]) => ({ after, like })),
      row,
      fc.tuple(row, fc.nat(12)),
    );
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 12 }), steps => {
        const removed = new Set<number>();
        const operations = steps.flatMap((step, i): RowOperation[] => {
          if (typeof step === 'number') {
            if (removed.has(step)) return [];
            removed.add(step);
            return [remove(step)];
          }
          if (!Array.isArray(step)) return [insert(`n${i}`, step.after, step.like)];
          return removed.has(step[0]) ? [] : [move(step[0], step[1])];
        });
        const plan = new RowPlan(operations);
        const places = Array.from({ length: 20 }, (_, old) => plan.newRow(old)).filter(place => place !== null);
        const all = [...places, ...plan.inserted.map(({ row: place }) => place)].sort((a, b) => a - b);
        expect(all).toEqual(all.map((_, i) => i));
        for (const place of places) expect(plan.newRow(plan.oldRow(place)!)).toBe(place);
      }),
    );
  });
});

describe('a range of rows', () => {
  it.each<[string, RowOperation[], string]>([
    ['grows with a row inside', [insert('a', 4, 9)], '3-6'],
    ['grows at its end by a row that looks like one of its own', [insert('a', 5, 5)], '3-6'],
    ['grows at its top by a row that looks like one of its own', [insert('a', 2, 3)], '3-6'],
    ['keeps out a row at its end that looks like another', [insert('a', 5, 6)], '3-5'],
    ['shrinks', [remove(4)], '3-4'],
    ['shrinks at its edges', [remove(3), remove(5)], '3-3'],
    ['is gone when all its rows are', [remove(3), remove(4), remove(5)], 'removed'],
    ['holds a row that changes places in it', [move(3, 5)], '3-5'],
    ['holds its last row when that becomes the first', [move(5, 2)], '3-5'],
    ['lets go a row moved far away', [move(4, 9)], '3-4'],
    ['takes in a row moved into it', [move(9, 3)], '3-6'],
    ['goes along when all its rows move together', [move(3, 9), move(4, 3), move(5, 4)], '7-9'],
    ['is torn when all its rows move to different places', [move(3, 9), move(4, 1), move(5, 7)], 'torn'],
    ['holds a new row between its own and one of its own moved to the edge', [move(3, 5), insert('a', 5, 9)], '3-6'],
    [
      'becomes what replaces all its rows',
      [remove(3), remove(4), remove(5), insert('a', 5, 4), insert('b', 'a', 4)],
      '3-4',
    ],
    ['takes in what replaces its last row', [remove(5), insert('a', 5, 4)], '3-5'],
  ])('%s', (_, operations, expected) => {
    expect(mapped(operations, 3, 5)).toBe(expected);
  });

  it('does not reach for rows at its edges unless asked', () => {
    expect(mapped([insert('a', 5, 5)], 3, 5, false)).toBe('3-5');
  });

  it('of a whole column stays one, and one to the last row keeps that end', () => {
    expect(mapped([insert('a', 5, 5)], 1, MAX_ROWS)).toBe(`1-${MAX_ROWS}`);
    expect(mapped([remove(2)], 4, MAX_ROWS)).toBe(`3-${MAX_ROWS}`);
  });

  it('as a set follows each row, and new rows by what they look like', () => {
    const plan = new RowPlan([move(4, 9), insert('a', 4, 5), insert('b', 3, 8)]);
    const sets = mapRowSet(plan, { top: 2, bottom: 4 }).map(({ top, bottom }) => [top + 1, bottom + 1]);
    expect(sets).toEqual([
      [3, 3],
      [5, 5],
      [10, 11],
    ]);
  });
});
