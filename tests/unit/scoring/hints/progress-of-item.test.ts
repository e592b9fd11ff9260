import { describe, expect, it } from 'vitest';
import { type Answer, ITEM_FIELDS, type Item, type ItemField } from '../../../../lib/model/item';
import { progressOfItem } from '../../../../lib/scoring/hints/progress-of-item';
import { indicatorOf, tableOf } from './indicator';

const answer = (field: string, text: string): Answer => ({
  text,
  entered: undefined,
  entity: 'indicator:指标#0:1.1',
  field,
  cell: null,
  readOnly: false,
  conflict: false,
});

describe('progressOfItem', () => {
  it('takes over what the item shows, and only the ticks that are set', () => {
    const table = tableOf([indicatorOf('做好工作', '1.检查；2.整改。')]);
    const item: Item = {
      entity: 'indicator:指标#0:1.1',
      table,
      section: table.sections[0]!,
      indicator: table.sections[0]!.indicators[0]!,
      answers: Object.fromEntries(ITEM_FIELDS.map(field => [field, answer(field, `${field}的内容`)])) as Record<
        ItemField,
        Answer
      >,
      measures: [],
      steps: [
        { number: 1, text: '检查', done: false },
        { number: 2, text: '整改', done: true },
      ],
      note: answer('note', ''),
      entries: { evidence: [], finding: [], note: [] },
      weight: null,
      selfScore: null,
      filled: true,
    };
    expect(progressOfItem(item, { facts: { 'forbidden:案件': 'none' } })).toEqual({
      completion: 'completion的内容',
      selfScore: 'selfScore的内容',
      department: 'department的内容',
      status: 'status的内容',
      applicable: 'applicable的内容',
      evidence: 'evidence的内容',
      evidenceCount: 0,
      measuresDone: new Set([2]),
      facts: { 'forbidden:案件': 'none' },
      ruleAnswers: null,
      filled: true,
    });
  });
});
