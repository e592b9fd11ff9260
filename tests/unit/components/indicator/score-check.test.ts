import { describe, expect, it } from 'vitest';
import { scoreTrouble, steppedScore } from '../../../../components/indicator/score-check';
import { parsePoints } from '../../../../lib/model/points';

const four = parsePoints('4');

describe('a self-score', () => {
  it('is told when it is over the weight, negative or no number, and left as it is', () => {
    expect(scoreTrouble('4', four)).toBeNull();
    expect(scoreTrouble('4.5', four)).toBe('over-weight');
    expect(scoreTrouble('-1', four)).toBe('negative');
    expect(scoreTrouble('四分', four)).toBe('not-a-number');
    expect(scoreTrouble('', four)).toBeNull();
    expect(scoreTrouble('99', null)).toBeNull();
  });

  it('steps by half a point between nothing and the weight', () => {
    expect(steppedScore('3.5', 1, four)).toBe('4');
    expect(steppedScore('4', 1, four)).toBe('4');
    expect(steppedScore('0.3', -1, four)).toBe('0');
    expect(steppedScore('0.1', 1, four)).toBe('0.6');
  });

  it('starts at the full weight, and comes down step by step from above it', () => {
    expect(steppedScore('', 1, four)).toBe('4');
    expect(steppedScore('5', -1, four)).toBe('4.5');
  });
});
