import { describe, expect, it } from 'vitest';
import type { Change } from '../../../lib/model/campaign-journal';
import { indicatorEntity } from '../../../lib/model/entity';
import { formatPoints } from '../../../lib/model/points';
import { AnswerPlaces } from '../../../lib/tasks/answer-places';
import { campaignItems } from '../../../lib/tasks/campaign-items';
import { EntryIndex } from '../../../lib/tasks/entries/entry-index';
import { MemoryJournal } from './memory-journal';
import { gridOf, oneTable, text } from './one-table';

const first = indicatorEntity('表', 0, '1.1');

function items(...changes: Change[]) {
  const journal = new MemoryJournal();
  for (const change of changes) journal.arrive(change);
  const table = oneTable();
  return campaignItems({
    tables: [table, { ...table, kind: 'tasks' }],
    places: new AnswerPlaces([table]),
    grids: new Map([['表', gridOf('表', { '2,2': text('1.甲；2.乙'), '3,4': text('已有'), '3,5': text('3.5分') })]]),
    field: key => journal.state.get(key),
    entries: new EntryIndex(journal.state.keys()),
    pending: () => undefined,
  });
}

describe('items', () => {
  it('hold what the workbook says until a person says otherwise', () => {
    const [one, two] = items({ entity: first, field: 'completion', value: '我们做了' });
    expect(one!.answers.completion).toMatchObject({ text: '我们做了', cell: 'E3', entered: '我们做了' });
    expect(two!.answers.completion).toMatchObject({ text: '已有', entered: undefined });
    expect(formatPoints(two!.selfScore!)).toBe('3.5');
  });

  it('are filled when every answer the table asks for is there', () => {
    expect(items().map(item => item.filled)).toEqual([false, true]);
    const [one] = items(
      { entity: first, field: 'completion', value: '做了' },
      { entity: first, field: 'selfScore', value: 4 },
    );
    expect(one!.filled).toBe(true);
  });

  it('follow measures that were worded anew, and keep their ticks', () => {
    const [one] = items(
      { entity: first, field: 'measure:2', value: true },
      { entity: first, field: 'measures', value: '1.甲改；2.乙改；3.丙' },
    );
    expect(one!.steps).toEqual([
      { number: 1, text: '甲改', done: false },
      { number: 2, text: '乙改', done: true },
      { number: 3, text: '丙', done: false },
    ]);
  });

  it('show one answer for two indicators that share a cell', () => {
    const [one, two] = items({ entity: first, field: 'evidence', value: '文件一' });
    expect([one!.answers.evidence.text, two!.answers.evidence.text]).toEqual(['文件一', '文件一']);
  });

  it('leave out the 任务分解表, which repeats its table', () => {
    expect(items()).toHaveLength(2);
  });
});
