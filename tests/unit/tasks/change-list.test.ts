import { describe, expect, it } from 'vitest';
import { indicatorEntity } from '../../../lib/model/entity';
import { AnswerPlaces } from '../../../lib/tasks/answer-places';
import { changeList } from '../../../lib/tasks/change-list';
import { MemoryJournal } from './memory-journal';
import { gridOf, oneTable, text } from './one-table';

const first = indicatorEntity('表', 0, '1.1');
const grid = gridOf('表', { '2,4': text('原来的话'), '0,0': text('标题') });

function listed(...changes: { entity: string; field: string; value: string | number | null | undefined }[]) {
  const journal = new MemoryJournal();
  for (const change of changes) journal.arrive(change);
  return changeList(journal.state, new AnswerPlaces([oneTable()]), [grid], (_sheet, _cell, value) => `<${value}>`);
}

describe('the change list', () => {
  it('says where, what it was, what it is and who, row by row', () => {
    const lines = listed(
      { entity: first, field: 'completion', value: '新的话' },
      { entity: 'cell:表!A1', field: 'value', value: null },
    );
    expect(lines).toMatchObject([
      { cell: 'A1', before: '标题', after: '', indicator: null },
      { cell: 'E3', before: '原来的话', after: '<新的话>', indicator: '1.1', field: 'completion', who: 'someone else' },
    ]);
  });

  it('lists answers without a cell at the end, and no ticks, notes or changes taken back', () => {
    const lines = listed(
      { entity: first, field: 'department', value: '综合科' },
      { entity: first, field: 'note', value: '便笺' },
      { entity: 'cell:表!B9', field: 'value', value: 'x' },
      { entity: 'cell:表!A1', field: 'value', value: 'y' },
      { entity: 'cell:表!A1', field: 'value', value: undefined },
    );
    expect(lines.map(line => [line.cell, line.field])).toEqual([
      ['B9', 'value'],
      [null, 'department'],
    ]);
  });
});
