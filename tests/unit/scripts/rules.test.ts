import { describe, expect, it } from 'vitest';
import { answerRuleLine } from '../../../scripts/cli/rules';

const answer = (line: unknown) => answerRuleLine(JSON.stringify(line));

describe('a line of the rules command', () => {
  it('gives the rule, its score and those of further inputs in order', () => {
    const line = {
      id: 'R1',
      phrase: '每报送1条得1分，少于2条不得分，最高2分',
      example_input: { weight: 2, count: 1 },
      more: [{ example_input: { weight: 2, count: 2 } }, { example_input: { weight: 2, count: 3 } }],
    };
    expect(answer(line)).toMatchObject({
      id: 'R1',
      kind: 'award_each',
      params: { amount: 1, unit: '条', max: 2, zeroBelow: 2 },
      score: 0,
      status: 'ok',
      span: [0, 21],
      more: [{ score: 2 }, { score: 2 }],
    });
  });

  it('still gives the rule where a fact has the wrong type, and names the fact', () => {
    expect(answer({ id: 1, phrase: '每次扣1分', example_input: { weight: '5' } })).toMatchObject({
      kind: 'deduct_each',
      status: 'needs_judgement',
      question: { about: 'weight' },
    });
  });

  it('answers a line it cannot read without stopping', () => {
    expect(answerRuleLine('{"id": 7')).toMatchObject({ id: null, kind: null, status: 'refused', code: 'bad-values' });
    expect(answer({ id: 7 })).toMatchObject({ id: 7, kind: null, status: 'refused' });
  });
});
