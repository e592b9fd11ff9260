import { describe, expect, it } from 'vitest';
import type { GridCell } from '../../../lib/model/cells';
import { parseWeight, scaledWeight, weightScale } from '../../../lib/table/weight';

const text = (value: string): GridCell => ({ kind: 'text', text: value, value });

describe('weights', () => {
  it.each(['4分', '4', '4.0', '（4分）', '(4分)', '4 分', '满分4分', '４分', '四分', '<p>4分</p>'])(
    '%s is 4',
    wording => {
      expect(parseWeight(text(wording))?.value).toBe(4);
    },
  );

  it.each(['', '查阅资料', '4-5分', '/', '4分钟', '扣4分', '1.成立机构（4分）'])('%s is none', wording => {
    expect(parseWeight(text(wording))).toBeNull();
  });

  it('reads number cells and their percent format', () => {
    expect(parseWeight({ kind: 'number', text: '2.5', value: 2.5 })).toMatchObject({ value: 2.5, unit: 'bare' });
    expect(parseWeight({ kind: 'number', text: '10%', value: 0.1 })).toMatchObject({ value: 10, unit: 'percent' });
  });

  it.each([
    ['factors, by their sum of 1', ['0.4', '0.6'], '权重', 40, [16, 24], 'factor'],
    ['factors of 100 without a total', ['0.4', '0.6'], '权重', null, [40, 60], 'factor'],
    ['percent, by their sign', ['25%', '75%'], '权重', 40, [10, 30], 'percent'],
    ['percent, by the heading', ['25', '75'], '权重(%)', 40, [10, 30], 'percent'],
    ['percent, by a sum of 100 in a table of 40', ['25', '75'], '权重', 40, [10, 30], 'percent'],
    ['points, though small', ['0.5', '0.5', '1'], '分值', 2, [0.5, 0.5, 1], 'points'],
    ['points that add up to the total', ['15', '25'], '权重', 40, [15, 25], 'points'],
    ['points in a table of 100', ['25', '75'], '权重', 100, [25, 75], 'points'],
  ] as const)('are %s', (_, cells, heading, total, points, unit) => {
    const weights = cells.map(cell => parseWeight(text(cell))!);
    const scale = weightScale(weights, heading, total);
    expect(scale.unit).toBe(unit);
    expect(weights.map(weight => scaledWeight(weight, scale).points)).toEqual(points);
  });

  it('tells no points of a percentage among points', () => {
    const weights = ['4分', '10%'].map(cell => parseWeight(text(cell))!);
    const scale = weightScale(weights, '分值', 40);
    expect(weights.map(weight => scaledWeight(weight, scale).points)).toEqual([4, null]);
  });
});
