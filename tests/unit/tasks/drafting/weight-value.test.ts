import { describe, expect, it } from 'vitest';
import type { GridCell } from '../../../../lib/model/cells';
import { weightValue } from '../../../../lib/tasks/drafting/weight-value';

const text = (value: string): GridCell => ({ kind: 'text', text: value, value });

describe('a typed weight', () => {
  it.each<[string, GridCell | undefined, unknown]>([
    ['2', text('4分'), '2分'],
    ['2.5分', text('（4分）'), '（2.5分）'],
    ['2分', text('4'), '2'],
    ['2分', { kind: 'number', text: '4', value: 4 }, 2],
    ['15', { kind: 'number', text: '10%', value: 0.1 }, 0.15],
    ['2', text('见附件'), '2'],
    ['待定', text('4分'), '待定'],
    ['2分', undefined, '2分'],
  ])('%s is written as its neighbours are', (typed, model, expected) => {
    expect(weightValue(typed, model)).toBe(expected);
  });
});
