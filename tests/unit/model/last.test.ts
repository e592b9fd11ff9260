import { describe, expect, it } from 'vitest';
import { lastIndexWhere, lastOf, lastWhere } from '../../../lib/model/last';

describe('the ends of lists', () => {
  const isEven = (number: number) => number % 2 === 0;

  it('finds the last item, and of those that fit the last', () => {
    expect(lastOf([1, 2, 3])).toBe(3);
    expect(lastWhere([4, 2, 3], isEven)).toBe(2);
    expect(lastIndexWhere([4, 2, 3], isEven)).toBe(1);
  });

  it('says that there is none', () => {
    expect(lastOf([])).toBeUndefined();
    expect(lastWhere([1, 3], isEven)).toBeUndefined();
    expect(lastIndexWhere([1, 3], isEven)).toBe(-1);
  });
});
