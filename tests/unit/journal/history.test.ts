import { describe, expect, it } from 'vitest';
import { history } from '../../../lib/journal/history';
import type { Op } from '../../../lib/model/op';

const id = (letter: string) => letter.repeat(32);
const op = (letter: string, time: number, parents: string[], value: Op['value'] = letter): Op => ({
  id: id(letter),
  replica: 'r',
  hlc: { time, count: 0 },
  actor: '张三',
  entity: 'indicator:表#0:1.1',
  field: 'completion',
  value,
  parents: parents.map(id),
});
const told = (ops: Op[]) => history(ops).map(entry => entry.after);

describe('history', () => {
  it('tells causes before effects even when a wrong clock says otherwise', () => {
    expect(told([op('c', 50, ['b']), op('a', 9000, []), op('b', 1, ['a'])])).toEqual(['a', 'b', 'c']);
  });

  it('tells edits that knew nothing of each other by their clocks', () => {
    expect(told([op('b', 30, ['a']), op('c', 20, ['a']), op('a', 10, [])])).toEqual(['a', 'c', 'b']);
  });

  it('shows what an edit replaced: the workbook’s text, a value, or both sides of a conflict', () => {
    const entries = history([op('a', 1, []), op('b', 2, ['a']), op('c', 3, ['a']), op('d', 4, ['b', 'c'])]);
    expect(entries.map(({ before }) => before)).toEqual([[undefined], ['a'], ['a'], ['b', 'c']]);
    expect(entries.map(({ current }) => current)).toEqual([false, false, false, true]);
  });

  it('shows a reset as going back to the workbook, an emptied field as empty', () => {
    expect(told([op('a', 1, [], null), { ...op('b', 2, ['a'], null), reset: true }])).toEqual([null, undefined]);
  });

  it('of a damaged log with ops in a circle still tells all of them', () => {
    expect(told([op('a', 1, ['b']), op('b', 2, ['a']), op('c', 3, ['c'])])).toEqual(['a', 'b', 'c']);
  });

  it('of 20,000 edits to one field is told whole', () => {
    const long: Op[] = [];
    for (let n = 0; n < 20_000; n++) {
      const name = n.toString(16).padStart(32, '0');
      long.push({ ...op('a', n, []), id: name, parents: long.slice(-1).map(last => last.id), value: n });
    }
    const entries = history([...long].reverse());
    expect(entries.map(({ after }) => after)).toEqual(long.map(({ value }) => value));
  });
});
