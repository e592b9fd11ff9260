import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../../lib/model/cells';
import { recogniseTables } from '../../../../lib/table/recognise-tables';
import { compareReturned } from '../../../../lib/tasks/returned/compare-returned';
import { mergeBase } from '../../../../lib/tasks/returned/merge-base';
import { mergeReturned, type Returned } from '../../../../lib/tasks/returned/merge-returned';
import { sameValue } from '../../../../lib/tasks/returned/same-cell';
import { copyOf, FILLED_IN, gridsOf, handedOut, type SheetPlan } from '../../../fixtures/returned';

const change = (cell: [number, number], value: CellValue, before: CellValue = null) => ({
  sheet: 'S',
  row: cell[0],
  column: cell[1],
  before,
  value,
});
const copy = (from: string, ...changes: ReturnedChange[]): Returned => ({
  from,
  changes,
  outside: [],
  found: 1,
  expected: 1,
});
type ReturnedChange = ReturnType<typeof change>;

describe('merging returned copies', () => {
  it('takes what one changed, agrees where two say the same, and keeps ours where they differ', () => {
    const { taken, conflicts, edits } = mergeReturned([
      copy('a', change([2, 6], '甲'), change([3, 7], 3), change([4, 6], '同')),
      copy('b', change([2, 6], '乙'), change([3, 7], '3'), change([5, 6], null, '旧')),
    ]);
    expect(taken).toEqual([
      { sheet: 'S', cell: 'H4', from: 'a', value: 3, also: ['b'] },
      { sheet: 'S', cell: 'G5', from: 'a', value: '同', also: [] },
      { sheet: 'S', cell: 'G6', from: 'b', value: null, also: [] },
    ]);
    expect(conflicts).toEqual([
      {
        sheet: 'S',
        cell: 'G3',
        before: null,
        values: [
          { from: 'a', value: '甲' },
          { from: 'b', value: '乙' },
        ],
      },
    ]);
    expect(edits.map(({ row, column, value }) => [row, column, value])).toEqual([
      [3, 7, 3],
      [4, 6, '同'],
      [5, 6, null],
    ]);
  });

  it('of an emptied and an edited cell is a conflict', () => {
    const { conflicts } = mergeReturned([copy('a', change([1, 1], null, '旧')), copy('b', change([1, 1], '新', '旧'))]);
    expect(conflicts).toHaveLength(1);
  });
});

const DATA_ROWS = [2, 3, 4, 5, 6, 7];
const editArbitrary = fc.record({
  row: fc.constantFrom(...DATA_ROWS),
  column: fc.constantFrom(FILLED_IN.department, FILLED_IN.completion, FILLED_IN.selfScore),
  value: fc.oneof(
    fc.constantFrom('已完成', '会议4次', '4', ''),
    fc.integer({ min: 0, max: 10 }),
    fc.string({ maxLength: 8 }).map(text => `答${text}`),
  ),
});

/** What a returner or a program does to a copy beside filling it in. */
const disturbance = fc.constantFrom<(plan: SheetPlan, random: number) => SheetPlan>(
  plan => plan,
  plan => ({ ...plan, name: 'Sheet1' }),
  plan => ({ ...plan, rows: [['附件2'], ...plan.rows], merges: [] }),
  (plan, random) => {
    const at = 2 + (random % 6);
    return {
      ...plan,
      rows: [...plan.rows.slice(0, at), Array<string>(8).fill(''), ...plan.rows.slice(at)],
      merges: [],
    };
  },
  (plan, random) => {
    const rows = [...plan.rows];
    const data = rows.splice(2, 6);
    for (let at = 0; at < random % 6; at++) data.push(data.shift()!);
    rows.splice(2, 0, ...data);
    return { ...plan, rows, merges: [] };
  },
  plan => ({ ...plan, rows: plan.rows.map(([a, b, ...rest]) => [a ?? '', b ?? '', '', ...rest]), merges: [] }),
  plan => ({ ...plan, rows: plan.rows.map(row => row.map(cell => (typeof cell === 'string' ? `${cell} ` : cell))) }),
  (plan, random) => ({ ...plan, rows: plan.rows.filter((_, row) => row !== 2 + (random % 6)), merges: [] }),
);

const returnerArbitrary = fc.record({
  edits: fc.array(editArbitrary, { maxLength: 6 }),
  disturbances: fc.array(fc.tuple(disturbance, fc.nat(100)), { maxLength: 3 }),
});

describe('merging copies that were filled in and disturbed at random', () => {
  const from = handedOut();
  const grids = gridsOf(from);
  const base = mergeBase(grids, recogniseTables(grids).tables);

  it('loses nobody’s value and makes none up', () => {
    fc.assert(
      fc.property(fc.array(returnerArbitrary, { minLength: 1, maxLength: 4 }), returners => {
        const said = new Map<string, { from: string; value: CellValue }[]>();
        const copies = returners.map(({ edits, disturbances }, index) => {
          const name = `科室${index}`;
          const plan = copyOf(from);
          for (const { row, column, value } of edits) plan.rows[row]![column] = value;
          for (const { row, column } of edits) {
            const value = plan.rows[row]![column]!;
            const was = from.rows[row]![column]!;
            const key = `${row},${column}`;
            const others = (said.get(key) ?? []).filter(one => one.from !== name);
            if (!sameValue(value, was)) said.set(key, [...others, { from: name, value: value === '' ? null : value }]);
          }
          let returned = plan;
          for (const [disturb, random] of disturbances) returned = disturb(returned, random);
          return { from: name, ...compareReturned(base, gridsOf(returned)), disturbed: disturbances.length > 0 };
        });
        const { taken, conflicts, outside, edits } = mergeReturned(copies);

        for (const { row, column, value } of edits) {
          const values = said.get(`${row},${column}`) ?? [];
          expect(values.some(one => sameValue(one.value, value))).toBe(true);
        }
        const reported = [
          ...taken.flatMap(cell => [cell.from, ...cell.also].map(who => ({ who, value: cell.value }))),
          ...conflicts.flatMap(cell => cell.values.map(one => ({ who: one.from, value: one.value }))),
          ...outside.map(cell => ({ who: cell.from, value: cell.value })),
        ];
        for (const [key, values] of said) {
          for (const { from: who, value } of values) {
            const removed = outside.some(cell => cell.from === who && cell.reason === 'row-missing');
            const found = reported.some(one => one.who === who && sameValue(one.value, value));
            // Who deletes a row takes the answers in it along: then the row itself is reported.
            expect(found || removed, `${who} ${key} ${JSON.stringify(value)}`).toBe(true);
          }
        }
        for (const { cell } of conflicts) expect(taken.some(one => one.cell === cell)).toBe(false);
      }),
      {
        numRuns: Number(process.env.FC_RUNS ?? 300),
        ...(process.env.FC_SEED ? { seed: Number(process.env.FC_SEED) } : {}),
      },
    );
  });
});
