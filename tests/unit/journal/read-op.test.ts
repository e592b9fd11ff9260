import { describe, expect, it } from 'vitest';
import { readOp } from '../../../lib/journal/read-op';

const OP = {
  id: 'a'.repeat(32),
  replica: 'r',
  hlc: { time: 1, count: 0 },
  actor: '张三',
  entity: 'indicator:表#0:1.1',
  field: 'completion',
  value: '甲',
  parents: [],
};

describe('a record of a log', () => {
  it('is an op with all its keys, those of newer versions too', () => {
    const record = { ...OP, mood: { deep: [1] } };
    expect(readOp(record)).toEqual({ kind: 'op', record });
  });

  it.each([
    ['another kind', { ...OP, kind: 'comment' }],
    ['a value of another make', { ...OP, value: { rich: '甲' } }],
    ['no field', { id: OP.id, replica: 'r', hlc: OP.hlc, what: 'campaign-closed' }],
  ])('with %s is of a newer version and kept whole', (_, record) => {
    expect(readOp(record)).toEqual({ kind: 'newer', record });
  });

  it.each([null, '文字', [], {}, { ...OP, id: 'short' }, { ...OP, hlc: { time: -1, count: 0 } }])(
    'such as %j is none',
    record => {
      expect(readOp(record)).toEqual({ kind: 'none' });
    },
  );
});
