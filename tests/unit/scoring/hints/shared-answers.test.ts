import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../../lib/model/progress';
import { UNKNOWN_PROFILE } from '../../../../lib/model/unit-profile';
import { hintRoom } from '../../../../lib/scoring/hints/hints-of';
import { indicatorOf, tableOf } from './indicator';
import { progress } from './stages';

function look(content: string, scoringRule: string, known: Partial<Progress>) {
  const room = hintRoom({ table: tableOf([indicatorOf(content, '', { scoringRule })]) });
  const state = { progress: new Map([['1.1', progress(known)]]), profile: UNKNOWN_PROFILE, today: '2024-10-01' };
  const [view] = room.views(state);
  return {
    kinds: room.hintsOf(state).map(({ kind }) => kind),
    result: view!.rule!.result,
    key: view!.counts[0]?.requirement.key,
  };
}

describe('a fact that content and scoring rule both ask for', () => {
  it('is asked once', () => {
    const { kinds } = look('每年专题研究不少于2次', '少1次扣1分', {});
    expect(kinds).toContain('rule-answer');
    expect(kinds).not.toContain('count');
    expect(look('不发生重大刑事案件', '发生一起扣5分', {}).kinds).not.toContain('forbidden');
  });

  it('answers both when it is said once', () => {
    const { key } = look('每年专题研究不少于2次', '少1次扣1分', {});
    const { kinds, result } = look('每年专题研究不少于2次', '少1次扣1分', { facts: { [key!]: 1 } });
    expect(kinds).not.toContain('rule-answer');
    expect(result).toMatchObject({ status: 'ok', score: 3 });
    const none = look('不发生重大刑事案件', '发生一起扣1分', { facts: { 'forbidden:重大刑事案件': 'none' } });
    expect(none.result).toMatchObject({ status: 'ok', score: 4 });
  });

  it('is not taken from a text for a score, and never where several events could be meant', () => {
    expect(look('每年专题研究不少于2次', '少1次扣1分', { completion: '专题研究2次' }).kinds).toContain('rule-answer');
    expect(look('不发生刑事案件', '发生一起扣1分', { completion: '未发生刑事案件' }).kinds).toContain('rule-answer');
    const none = { 'forbidden:重大刑事案件': 'none', 'forbidden:火灾事故': 'none' } as const;
    const two = look('不发生重大刑事案件，无火灾事故', '发生一起扣1分', { facts: none });
    expect(two.kinds).toContain('rule-answer');
  });

  it('gives way to the answer to the clause itself', () => {
    const { key } = look('每年专题研究不少于2次', '少1次扣1分', {});
    const { result } = look('每年专题研究不少于2次', '少1次扣1分', {
      facts: { [key!]: 0 },
      ruleAnswers: { actual: 2 },
    });
    expect(result.score).toBe(4);
  });
});
