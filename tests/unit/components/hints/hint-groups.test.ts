import { describe, expect, it } from 'vitest';
import { besideItem, matchesHint } from '../../../../components/hints/hint-groups';
import { readNumber } from '../../../../components/hints/number-field';
import type { CampaignHint } from '../../../../lib/model/campaign-hint';
import type { Hint } from '../../../../lib/model/hint';
import { oneTable } from '../../tasks/one-table';

function hint(kind: Hint['kind'], entities: string[], severity: Hint['severity'] = 'suggestion'): CampaignHint {
  const made: Hint = {
    id: `${kind}:${entities.join('+')}`,
    kind,
    severity,
    indicators: entities,
    field: null,
    text: { key: 'measures', values: {} },
    why: [],
    points: null,
    source: 'table',
    dismissible: true,
  };
  return { hint: made, table: oneTable(), entities, dismissed: null };
}

const items = new Map([
  ['a', { section: 's1', department: '综合科' }],
  ['b', { section: 's2', department: '' }],
]);
const all = { section: null, department: null, group: null };

describe('hints beside an item', () => {
  it('come first where they are about it alone, and sum nothing up', () => {
    const shared = hint('same-fact', ['a', 'b'], 'info');
    const own = hint('measures', ['a']);
    expect(besideItem([hint('deadline', ['a', 'b'], 'warning'), shared, own])).toEqual([own, shared]);
  });
});

describe('the filter', () => {
  it('finds a hint by any of its items, and one of the whole table only where nothing narrower is asked', () => {
    expect(matchesHint(hint('same-fact', ['a', 'b']), { ...all, section: 's2' }, items)).toBe(true);
    expect(matchesHint(hint('measures', ['a']), { ...all, section: 's2' }, items)).toBe(false);
    expect(matchesHint(hint('weight-sum', []), { ...all, section: 's1' }, items)).toBe(false);
    expect(matchesHint(hint('weight-sum', []), all, items)).toBe(true);
  });

  it('tells items without a department from all', () => {
    expect(matchesHint(hint('measures', ['b']), { ...all, department: '' }, items)).toBe(true);
    expect(matchesHint(hint('measures', ['a']), { ...all, department: '' }, items)).toBe(false);
  });

  it('goes by groups of kinds', () => {
    expect(matchesHint(hint('count', ['a']), { ...all, group: 'missing' }, items)).toBe(true);
    expect(matchesHint(hint('count', ['a']), { ...all, group: 'wrong' }, items)).toBe(false);
  });
});

describe('a number field', () => {
  it('reads full-width digits and a percent sign, and nothing that is no number', () => {
    expect(readNumber('９５％')).toBe(95);
    expect(readNumber(' ')).toBeNull();
    expect(readNumber('两次')).toBeUndefined();
    expect(readNumber('-1')).toBeUndefined();
  });
});
