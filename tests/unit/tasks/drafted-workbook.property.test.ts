import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../../lib/model/address';
import type { AppError } from '../../../lib/model/app-error';
import { CellMoves } from '../../../lib/tasks/drafting/cell-moves';
import { bringBackRow, moveRow, removeRow } from '../../../lib/tasks/drafting/draft-changes';
import { readBack } from '../workbook/small-book';
import { DraftRoom } from './draft-room';

const bytes = new Uint8Array(readFileSync('templates/quanzhou-2023/self-assessment.xlsx'));

const step = fc.record({
  section: fc.nat({ max: 3 }),
  row: fc.nat({ max: 7 }),
  deed: fc.constantFrom('add', 'add', 'remove', 'back', 'up', 'down', 'apply', 'answer'),
});

describe('answers and drafted rows', () => {
  it('never part: each answer stays with its indicator through any drafting', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async steps => {
        const room = await DraftRoom.open(bytes);
        const said = new Map<string, string>();
        const answer = (id: string, entity: string) => {
          said.set(id, `答 ${id} ${said.size}`);
          room.write([{ entity, field: 'completion', value: said.get(id)! }]);
        };
        for (const { indicator, entity } of room.items) answer(indicator.code, entity);
        for (const { section: at, row: place, deed } of steps) {
          const section = room.desk.received.sections[at]!;
          const rows = room.draft.sections[at]!.rows;
          const row = rows[place % rows.length];
          if (deed === 'apply') await applied(room);
          else if (deed === 'add') room.add(section.code, row?.id ?? null, { content: `自拟 ${place}`, weight: '1.5' });
          else if (deed === 'remove' && row) room.write(removeRow(room.desk, row.id));
          else if (deed === 'back' && row) room.write(bringBackRow(room.desk, row.id));
          else if (deed === 'answer')
            for (const item of room.items) answer(item.indicator.id ?? item.indicator.code, item.entity);
          else if (row) room.write(moveRow(room.desk, section, row.id, deed === 'up' ? -1 : 1));
        }
        if (!(await applied(room))) return;
        const sheet = readBack(await room.exported()).Sheets.自评表!;
        for (const { indicator, answers } of room.items) {
          const expected = said.get(indicator.id ?? indicator.code) ?? '';
          expect(answers.completion.text).toBe(expected);
          expect(sheet[indicator.cells.completion!]?.v ?? '').toBe(expected);
        }
        everyCellComesBack(room);
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 12) },
    );
  });
});

/** Removing all of a section is refused, and then nothing is applied. */
async function applied(room: DraftRoom): Promise<boolean> {
  try {
    await room.apply();
    return true;
  } catch (thrown) {
    expect(['section-would-be-empty', 'rows-not-shiftable']).toContain((thrown as AppError).code);
    return false;
  }
}

function everyCellComesBack(room: DraftRoom): void {
  for (const moved of room.now.drafting?.moved ?? []) {
    const moves = new CellMoves(moved);
    const [grid] = room.now.grids;
    for (let row = 0; row < grid!.rowCount; row++) {
      for (const column of grid!.filledColumns(row)) {
        const address = formatAddress({ row, column });
        const received = moves.received(address);
        const back = 'address' in received ? moves.now(received.address) : moves.nowOfNew(received);
        expect(back).toBe(address);
      }
    }
  }
}
