import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPoints, formatPoints, type Points, parsePoints, pointsOf } from '../../../lib/model/points';

describe('points', () => {
  it('are read as offices write them', () => {
    for (const text of ['3.5', '３.５', '3.5分', ' 3.5 分 ', '3.50'])
      expect(formatPoints(parsePoints(text)!)).toBe('3.5');
  });

  it('are nothing where no plain number stands', () => {
    for (const text of ['', '分', '三分', '1e3', '3.5.1', '0.00001', '=1', '满分', '--1']) {
      expect(parsePoints(text)).toBeNull();
    }
  });

  it('add up exactly where floating point does not', () => {
    const sum = addPoints([parsePoints('0.1')!, parsePoints('0.2')!]);
    expect(formatPoints(sum)).toBe('0.3');
    expect(0.1 + 0.2).not.toBe(0.3);
  });

  it('come back from their text', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 10), max: 10 ** 10 }), points => {
        expect(parsePoints(formatPoints(points as Points))).toBe(points === 0 ? 0 : points);
      }),
    );
  });

  it('are those of the shortest decimal form of a stored number', () => {
    expect(formatPoints(pointsOf(0.7)!)).toBe('0.7');
    expect(formatPoints(pointsOf(33.333333)!)).toBe('33.3333');
    expect(pointsOf(Number.NaN)).toBeNull();
  });
});
