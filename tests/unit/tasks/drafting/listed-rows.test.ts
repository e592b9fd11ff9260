import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changeList } from '../../../../lib/tasks/change-list';
import { moveRow, removeRow } from '../../../../lib/tasks/drafting/draft-changes';
import { listedRows, withRowLines } from '../../../../lib/tasks/drafting/listed-rows';
import { DraftRoom } from '../draft-room';

describe('the change list of a drafted table', () => {
  it('tells of rows, and of an indicator’s new number and words in one line from the text as received', async () => {
    const room = await DraftRoom.open(new Uint8Array(readFileSync('templates/quanzhou-2023/table.xlsx')));
    room.write(removeRow(room.desk, '2.1'));
    room.write(moveRow(room.desk, room.section('2'), '2.5', -1));
    room.add('2', '2.4', { content: '自拟', weight: '1' });
    room.word('2.2', 'content', '改写');
    await room.apply();
    const { recognition, drafting, grids } = room.now;
    const rows = listedRows(room.journal.state, drafting, recognition.tables);
    const changes = changeList(room.journal.state, room.places, grids, (_sheet, _cell, value) => String(value));
    const lines = withRowLines(rows, changes).map(({ indicator, field, before, after }) =>
      [indicator, field, before.slice(0, 5), after.slice(0, 5)].join(' '),
    );
    expect(lines).toContain('2.1 row:removed 1.构建矛 ');
    expect(lines).toContain('2.3 row:moved 2.5 2.3');
    expect(lines).toContain('2.5 row:added  2.5');
    expect(lines.filter(line => line.includes('2.坚持属') || line.includes('1.改写'))).toHaveLength(1);
    expect(lines.find(line => line.includes('1.改写'))).toMatch(/ value 2\.坚持属 1\.改写$/);
    expect(lines).toContain(' row:number 3.落实社 2.落实社');
  });
});
