import { describe, expect, it } from 'vitest';
import { numberedLike, printedNumber, renumbered, runningFrom } from '../../../../lib/tasks/drafting/printed-numbers';

describe('printed numbers', () => {
  it.each([
    ['3.坚持制度', 4, '4.坚持制度'],
    ['３．坚持制度', 12, '１２．坚持制度'],
    ['（3）坚持制度', 4, '（4）坚持制度'],
    ['  9、坚持制度', 10, '  10、坚持制度'],
    ['2-3 坚持制度', 4, '2-4 坚持制度'],
    ['7', 8, '8'],
    ['坚持制度', 4, '坚持制度'],
  ])('change in their own form: %s', (text, number, expected) => {
    expect(renumbered(text, number)).toBe(expected);
  });

  it('are no part of a quantity or a year', () => {
    expect(printedNumber('2023年底前')).toBeNull();
    expect(printedNumber('50%以上')).toBeNull();
  });

  it('run on from the first, or do not run', () => {
    expect(runningFrom(['1.甲乙', '2.丙丁', '3.戊己'])).toBe(1);
    expect(runningFrom(['4', '5'])).toBe(4);
    expect(runningFrom(['1.甲乙', '3.丙丁'])).toBeNull();
    expect(runningFrom(['1.甲乙', '丙丁'])).toBeNull();
    expect(runningFrom([])).toBeNull();
  });

  it('are given to a new text in its neighbours’ form, whatever number it was typed with', () => {
    expect(numberedLike('3.坚持制度', '新的内容', 4)).toBe('4.新的内容');
    expect(numberedLike('（3）坚持制度', '1.新的内容', 4)).toBe('（4）新的内容');
    expect(numberedLike('坚持制度', '新的内容', 4)).toBe('新的内容');
  });
});
