import { describe, expect, it } from 'vitest';
import type { Change } from '../../../lib/model/campaign-journal';
import { indicatorEntity } from '../../../lib/model/entity';
import { AnswerPlaces } from '../../../lib/tasks/answer-places';
import { exportEdits } from '../../../lib/tasks/export-edits';
import { MemoryJournal } from './memory-journal';
import { oneTable } from './one-table';

const table = oneTable();
const places = new AnswerPlaces([table]);
const first = indicatorEntity('表', 0, '1.1');
const second = indicatorEntity('表', 0, '1.2');

function stateOf(...changes: Change[]) {
  const journal = new MemoryJournal();
  for (const change of changes) journal.arrive(change);
  return journal.state;
}

describe('the edits of an export', () => {
  it('are the filled cells, those of answers and all others', () => {
    const state = stateOf(
      { entity: first, field: 'completion', value: '已完成' },
      { entity: 'cell:表!A1', field: 'value', value: null },
    );
    expect(exportEdits(state, places, [table], null)).toEqual({
      edits: [
        { sheet: '表', row: 2, column: 4, value: '已完成' },
        { sheet: '表', row: 0, column: 0, value: null },
      ],
      withoutColumn: 0,
    });
  });

  it('leave out what was put back to the original, ticks and notes', () => {
    const state = stateOf(
      { entity: first, field: 'completion', value: 'x' },
      { entity: first, field: 'completion', value: undefined },
      { entity: first, field: 'measure:1', value: true },
      { entity: first, field: 'note', value: '自己看' },
    );
    expect(exportEdits(state, places, [table], null)).toEqual({ edits: [], withoutColumn: 0 });
  });

  it('put answers without a column into the appended ones, and count what has no column at all', () => {
    const state = stateOf(
      { entity: second, field: 'department', value: '综合科' },
      { entity: second, field: 'remark', value: '备注文字' },
    );
    const { edits, withoutColumn } = exportEdits(state, places, [table], { table, roles: ['department'] });
    expect(edits).toEqual([{ sheet: '表', row: 3, column: 7, value: '综合科' }]);
    expect(withoutColumn).toBe(1);
    expect(exportEdits(state, places, [table], null)).toEqual({ edits: [], withoutColumn: 2 });
  });
});
