import { describe, expect, it } from 'vitest';
import { currentValue, fieldKey } from '../../../lib/model/field-state';
import { formatPoints } from '../../../lib/model/points';
import { AnswerPlaces } from '../../../lib/tasks/answer-places';
import { CampaignHints } from '../../../lib/tasks/campaign-hints';
import { campaignItems } from '../../../lib/tasks/campaign-items';
import { EntryIndex } from '../../../lib/tasks/entries/entry-index';
import { proposalChanges, scoreProposals } from '../../../lib/tasks/proposed-scores';
import { MemoryJournal } from './memory-journal';
import { gridOf, oneTable } from './one-table';

function proposalsAfter(...answers: { field: string; value: string | number | boolean }[]) {
  const journal = new MemoryJournal();
  for (const answer of answers) journal.arrive({ entity: 'indicator:表#0:1.1', ...answer });
  const table = oneTable();
  table.sections[0]!.indicators[0]!.scoringRule = '未报送的扣1分';
  const items = campaignItems({
    tables: [table],
    places: new AnswerPlaces([table]),
    grids: new Map([['表', gridOf('表', {})]]),
    field: key => journal.state.get(key),
    entries: new EntryIndex(),
    pending: () => undefined,
  });
  const hints = new CampaignHints({ tables: [table], problems: [], guidance: new Map() }, ({ entity, field }) =>
    currentValue(journal.state.get(fieldKey(entity, field))),
  );
  return scoreProposals(items, hints.at(items, '2026-06-01').views);
}

const missed = { field: 'rule:a', value: true };

describe('proposed self-scores', () => {
  it('are there only once the rule is answered, with the reason in its words', () => {
    expect(proposalsAfter()).toEqual([]);
    const [only] = proposalsAfter(missed);
    expect(formatPoints(only!.proposed)).toBe('3');
    expect(only!.reason).toBe('未报送的扣1分（-1分）');
  });

  it('are not made where the self-score says the same', () => {
    expect(proposalsAfter(missed, { field: 'selfScore', value: 3 })).toEqual([]);
  });

  it('become edits of the score, and of the remarks only when that was chosen', () => {
    const proposals = proposalsAfter(missed, { field: 'remark', value: '已说明' });
    const fields = (withReasons: boolean) =>
      proposalChanges(proposals, withReasons, []).map(({ field, value }) => [field, value]);
    expect(fields(false)).toEqual([['selfScore', 3]]);
    expect(fields(true)).toEqual([
      ['selfScore', 3],
      ['remark', '已说明\n未报送的扣1分（-1分）'],
    ]);
  });
});
