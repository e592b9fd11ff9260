import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRise } from '../../../../lib/tasks/drafting/row-moves';
import { orderOperations, type PlacedRow, rowOrder } from '../../../../lib/tasks/drafting/row-order';
import { oneTable } from '../one-table';

const section = (count: number) => {
  const [first] = oneTable().sections;
  const [model] = first!.indicators;
  const indicators = Array.from({ length: count }, (_, at) => ({ ...model!, code: `1.${at + 1}`, number: at + 1 }));
  return { ...first!, indicators };
};

/** Makes the operations one after the other, as the sheet does; a removed row marks its place to the end. */
function made(count: number, rows: readonly PlacedRow[]): string[] {
  const names = section(count).indicators.map(({ code }) => code);
  const removed = new Set<string>();
  for (const operation of orderOperations(section(count), rows)) {
    if (operation.kind === 'remove') {
      removed.add(operation.code);
      continue;
    }
    const name = operation.kind === 'add' ? operation.id : operation.code;
    if (operation.kind === 'move') names.splice(names.indexOf(name), 1);
    names.splice(operation.after === null ? 0 : names.indexOf(operation.after) + 1, 0, name);
  }
  return names.filter(name => !removed.has(name));
}

describe('the order of rows', () => {
  it('is reached from the one received, whatever was added, moved and removed', () => {
    const row = fc.record({ place: fc.stringMatching(/^[0-9a-z]{2}$/), removed: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), fc.array(row, { maxLength: 5 }), (old, added) => {
        const { indicators } = section(old.length);
        const rows = [
          ...old.map((one, at) => ({ ...one, id: indicators[at]!.code, indicator: indicators[at]! })),
          ...added.map((one, at) => ({ ...one, removed: false, id: `+${at}`, indicator: null })),
        ].sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.id < b.id ? -1 : 1));
        expect(made(old.length, rows)).toEqual(rows.filter(({ removed }) => !removed).map(({ id }) => id));
      }),
    );
  });

  it('moves one row where one was moved', () => {
    const five = section(5);
    const place: Record<string, string> = { '1.5': '00001', '1.2': '0002' };
    const rows = rowOrder(five, [], (id, field) => (field === 'place' ? place[id] : undefined));
    expect(orderOperations(five, rows)).toEqual([{ kind: 'move', code: '1.5', after: null }]);
    expect(longestRise([4, 0, 1, 2, 3])).toEqual(new Set([0, 1, 2, 3]));
  });

  it('leaves out rows of a section that is not there, and takes what is no place for none', () => {
    const two = section(2);
    const values: Record<string, Record<string, string | number | boolean>> = {
      '+a': { section: '9', place: '0001' },
      '+b': { section: '1', place: 7, removed: 'yes' },
    };
    const rows = rowOrder(two, ['+a', '+b'], (id, field) => values[id]?.[field]);
    expect(rows.map(({ id, removed }) => [id, removed])).toEqual([
      ['1.1', false],
      ['1.2', false],
      ['+b', false],
    ]);
  });
});
