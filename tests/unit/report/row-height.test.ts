import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightOf } from '../../../lib/report/row-height';

describe('the height of a row', () => {
  it('is one line for a short text and more for each line it wraps into', () => {
    const one = heightOf('完成', 20, 12);
    expect(heightOf('一二三四五六七八九十一二三四五六七八九十', 20, 12)).toBeGreaterThan(one);
    expect(heightOf('一\n二\n三', 20, 12)).toBeCloseTo(3 * one - 16, -1);
  });

  it('counts half-width characters as half', () => {
    expect(heightOf('1234567890123456', 20, 12)).toBe(heightOf('一二三四五六七八', 20, 12));
    expect(heightOf('123456789012345678901', 20, 12)).toBe(heightOf('一二三四五六七八九十', 20, 12));
  });

  it('never shrinks when text is added or the column narrows', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 2, max: 60 }), (text, more, width) => {
        expect(heightOf(text + more, width, 12)).toBeGreaterThanOrEqual(heightOf(text, width, 12));
        expect(heightOf(text, width, 12)).toBeGreaterThanOrEqual(heightOf(text, width + 1, 12));
      }),
    );
  });
});
