import { describe, expect, it } from 'vitest';
import type { Change } from '../../../lib/model/campaign-journal';
import { indicatorEntity } from '../../../lib/model/entity';
import { currentValue, fieldKey } from '../../../lib/model/field-state';
import { AnswerPlaces } from '../../../lib/tasks/answer-places';
import { CampaignHints, dismissalPlace } from '../../../lib/tasks/campaign-hints';
import { campaignItems } from '../../../lib/tasks/campaign-items';
import { EntryIndex } from '../../../lib/tasks/entries/entry-index';
import { MemoryJournal } from './memory-journal';
import { gridOf, oneTable } from './one-table';

const first = indicatorEntity('表', 0, '1.1');
const today = '2026-06-01';

function campaign(...changes: Change[]) {
  const journal = new MemoryJournal();
  for (const change of changes) journal.arrive(change);
  const table = oneTable();
  const items = () =>
    campaignItems({
      tables: [table],
      places: new AnswerPlaces([table]),
      grids: new Map([['表', gridOf('表', {})]]),
      field: key => journal.state.get(key),
      entries: new EntryIndex(journal.state.keys()),
      pending: () => undefined,
    });
  const hints = new CampaignHints({ tables: [table], problems: [], guidance: new Map() }, ({ entity, field }) =>
    currentValue(journal.state.get(fieldKey(entity, field))),
  );
  return { journal, table, read: () => hints.at(items(), today) };
}

describe('hints of a campaign', () => {
  it('stand with the items they are about, each once', () => {
    const { hints, byItem } = campaign().read();
    const ids = hints.map(({ hint }) => hint.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(byItem.get(first)!.some(({ hint }) => hint.kind === 'measures')).toBe(true);
  });

  it('count what is serious, but not what was put aside', () => {
    const { journal, table, read } = campaign({ entity: first, field: 'selfScore', value: 4 });
    const unproven = read().hints.find(({ hint }) => hint.kind === 'score-unproven')!;
    expect(read().serious).toBe(1);
    journal.arrive({ ...dismissalPlace(unproven.hint, table), value: '已核实' });
    const after = read();
    expect(after.serious).toBe(0);
    expect(after.hints.find(({ hint }) => hint.id === unproven.hint.id)?.dismissed).toBe('已核实');
  });

  it('keep a dismissal with its indicator, so that it goes where the indicator’s answers go', () => {
    const { table, read } = campaign();
    const measures = read().hints.find(({ hint, entities }) => hint.kind === 'measures' && entities[0] === first)!;
    expect(dismissalPlace(measures.hint, table).entity).toBe(first);
  });
});
