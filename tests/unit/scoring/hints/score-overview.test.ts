import { describe, expect, it } from 'vitest';
import { formatPoints } from '../../../../lib/model/points';
import type { Progress } from '../../../../lib/model/progress';
import { UNKNOWN_PROFILE } from '../../../../lib/model/unit-profile';
import { hintRoom } from '../../../../lib/scoring/hints/hints-of';
import { scoreOverview } from '../../../../lib/scoring/hints/score-overview';
import { parseRule } from '../../../../lib/scoring/parse-rule';
import { indicatorOf, tableOf } from './indicator';
import { progress, STAGES, seedSources } from './stages';

const GRADES = '90分以上为优秀，80—89分为良好，60—79分为合格，60分以下为不合格';

function overview(rules: string[], answers: Partial<Progress>[], tableRules: string[] = []) {
  const table = tableOf(
    rules.map(scoringRule =>
      indicatorOf('做好工作', '', { scoringRule, weight: { text: '50分', points: 50, unit: 'points' } }),
    ),
  );
  const state = {
    progress: new Map(answers.map((known, i) => [`1.${i + 1}`, progress(known)])),
    profile: UNKNOWN_PROFILE,
    today: '2024-10-01',
  };
  const room = hintRoom({ table });
  return scoreOverview({
    views: room.views(state),
    hints: room.hintsOf(state),
    tableRules: tableRules.map(phrase => ({ parsed: parseRule(phrase), cell: 'A9' })),
  });
}

describe('scoreOverview', () => {
  it('lists what was lost, most first, why, and how to win it back', () => {
    const { lost, total } = overview(
      ['未制定方案扣1分；每发现1次扣2分', '全年不少于4次，少1次扣5分'],
      [{ ruleAnswers: { hits: { a: true, b: 1 } } }, { ruleAnswers: { actual: 2 } }],
    );
    expect(lost.map(({ code, lost, from }) => [code, formatPoints(lost), from])).toEqual([
      ['1.2', '10', 'rule'],
      ['1.1', '3', 'rule'],
    ]);
    expect(lost[1]!.clauses.map(({ quote, lost }) => [quote.quote, quote.cell, formatPoints(lost)])).toEqual([
      ['未制定方案扣1分', 'F3', '1'],
      ['每发现1次扣2分', 'F3', '2'],
    ]);
    expect(lost[0]!.clauses[0]!.winBack.map(({ steps, gain }) => [steps, gain])).toEqual([
      [1, 5],
      [2, 10],
    ]);
    expect(formatPoints(total.score)).toBe('87');
  });

  it('takes the unit’s own score where the table has no rule, and invents no reason', () => {
    const room = hintRoom(seedSources);
    const state = STAGES['mostly-done']!;
    const { lost, total, sections, grade } = scoreOverview({ views: room.views(state), hints: room.hintsOf(state) });
    expect(lost.every(({ from, clauses }) => from === 'self' && clauses.length === 0)).toBe(true);
    expect(lost[0]).toMatchObject({ code: '1.3' });
    expect(lost.map(({ code }) => code)).toEqual(['1.3', '2.1', '2.2', '2.4', '2.5', '4.3']);
    expect(formatPoints(total.weight)).toBe('40');
    expect(total.unscored).toBe(3);
    expect(sections.map(({ code, unscored }) => [code, unscored])).toEqual([
      ['1', 0],
      ['2', 0],
      ['3', 2],
      ['4', 1],
    ]);
    expect(grade).toBeNull();
  });

  it('keeps work, verdict and score apart', () => {
    const room = hintRoom({ table: tableOf([indicatorOf('没有发生失泄密案件', '1.检查')]) });
    const standing = (known: Partial<Progress>) =>
      room.views({ progress: new Map([['1.1', progress(known)]]) })[0]!.standing;
    const happened = { facts: { 'forbidden:失泄密案件': 'happened' as const } };
    expect(standing({})).toMatchObject({ work: 'not-started', verdict: 'open', score: { self: null } });
    expect(standing({ selfScore: '4' })).toMatchObject({ work: 'not-started', verdict: 'open' });
    expect(standing({ measuresDone: new Set([1]), ...happened, selfScore: '4' })).toMatchObject({
      work: 'done',
      verdict: 'not-met',
    });
    expect(standing({ completion: '检查4次，未发生失泄密案件' })).toMatchObject({
      work: 'done',
      verdict: 'met',
      score: { self: null },
    });
    expect(standing({ completion: '检查尚未开展' })).toMatchObject({ work: 'under-way', verdict: 'open' });
    expect(standing({ applicable: '不涉及' }).work).toBe('not-applicable');
  });

  it('keeps a veto apart from the sum', () => {
    const { vetoes, total } = overview(
      ['发生重大案件的，实行一票否决', '未制定方案扣1分'],
      [{ ruleAnswers: { hit: true } }, { ruleAnswers: { hit: false } }],
      ['有下列情形之一的，不能评为“优秀”等次'],
    );
    expect(vetoes.map(({ code, applies }) => [code, applies])).toEqual([
      [null, null],
      ['1.1', true],
    ]);
    expect(formatPoints(total.score)).toBe('50');
  });

  it.each([
    ['95', '0', { label: '优秀', gap: false, next: null }],
    ['89.5', '0', { label: null, gap: true, below: '良好', above: '优秀', next: { label: '优秀', missing: 0.5 } }],
    ['60', '0', { label: '合格', gap: false, next: { label: '良好', missing: 20 } }],
    ['59.99', '0', { label: '不合格', next: { label: '合格', missing: 0.01 } }],
  ])('grades %s, gaps named', (a, b, expected) => {
    const { grade } = overview(['', ''], [{ selfScore: a }, { selfScore: b }], [GRADES]);
    expect(grade).toMatchObject(expected);
    expect(grade!.gaps).toEqual([
      { above: 79, below: 80 },
      { above: 89, below: 90 },
    ]);
  });

  it('adds up exactly', () => {
    const { total } = overview(['', '', ''], [{ selfScore: '0.1' }, { selfScore: '0.2' }, { selfScore: '0.3' }]);
    expect(formatPoints(total.score)).toBe('0.6');
  });

  it('counts no item that does not apply', () => {
    const { total } = overview(['', ''], [{ selfScore: '40' }, { applicable: '不涉及' }]);
    expect([formatPoints(total.weight), total.notApplicable, total.unscored]).toEqual(['50', 1, 0]);
  });
});
