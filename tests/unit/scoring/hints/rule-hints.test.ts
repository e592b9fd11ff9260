import { describe, expect, it } from 'vitest';
import type { Hint } from '../../../../lib/model/hint';
import { formatPoints } from '../../../../lib/model/points';
import type { Progress } from '../../../../lib/model/progress';
import type { RuleInput } from '../../../../lib/model/rule-input';
import { UNKNOWN_PROFILE } from '../../../../lib/model/unit-profile';
import { hintLine } from '../../../../lib/scoring/hints/hint-line';
import { hintsOf } from '../../../../lib/scoring/hints/hints-of';
import { answerOf, clausesOf, withAnswer } from '../../../../lib/scoring/hints/rule-clauses';
import { winBack } from '../../../../lib/scoring/hints/win-back';
import { parseRule } from '../../../../lib/scoring/parse-rule';
import { indicatorOf, tableOf } from './indicator';
import { progress } from './stages';

const fieldsOf = (phrase: string) => clausesOf(parseRule(phrase)).map(({ field }) => field);

describe('what a clause asks', () => {
  it.each([
    ['未建立制度的扣1分', { type: 'yes-no', name: 'hit', goodIs: false }],
    ['按时报送自评报告的得1分', { type: 'yes-no', name: 'hit', goodIs: true }],
    ['每发现1次扣1分', { type: 'count', name: 'count', unit: '次', target: null }],
    ['全年不得少于4次,少一次扣1分', { type: 'count', name: 'actual', unit: '次', target: 4 }],
    ['办结率低于85%的扣减1分', { type: 'percentage', name: 'actual', target: 85 }],
    ['排名第一得3分，第二得2分，第三得1分', { type: 'rank', name: 'rank', needsTotal: false }],
    ['A类得5分、B类得3分、C类不得分', { type: 'choice', name: 'choice', options: ['A', 'B', 'C'] }],
    ['任务、责任、措施每缺一项扣0.5分', { type: 'checklist', name: 'missing', options: ['任务', '责任', '措施'] }],
  ])('%s', (phrase, field) => {
    expect(fieldsOf(phrase)).toEqual([field]);
  });

  it('asks each clause of a composite by itself, with its own words', () => {
    const clauses = clausesOf(parseRule('未制定方案扣1分；会议少于2次扣0.5分'));
    expect(clauses.map(({ key, quote, field }) => [key, quote, field?.type])).toEqual([
      ['a', '未制定方案扣1分', 'yes-no'],
      ['b', '会议少于2次扣0.5分', 'count'],
    ]);
  });

  it('keeps one answer apart from the others', () => {
    const [a, b] = clausesOf(parseRule('未制定方案扣1分；未按时完成的每项扣0.5分'));
    const answers = withAnswer(b!, withAnswer(a!, null, { hit: true }), { count: 3 });
    expect(answerOf(a!, answers)).toEqual({ hit: true });
    expect(answerOf(b!, answers)).toEqual({ count: 3 });
    expect(answerOf(b!, { hits: { b: 2 } })).toEqual({ count: 2 });
    expect(answerOf(b!, { hits: {} })).toBeNull();
  });
});

describe('what would win points back', () => {
  const ways = (phrase: string, answers: RuleInput, weight: number) => {
    const parsed = parseRule(phrase);
    return winBack(parsed.rule, clausesOf(parsed)[0]!, answers, weight).map(({ steps, gain }) => [steps, gain]);
  };

  it('says the smallest change for each half point', () => {
    expect(ways('未按时报送的每次扣0.2分', { count: 7 }, 2)).toEqual([
      [3, 0.6],
      [5, 1],
      [7, 1.4],
    ]);
    expect(ways('全年不得少于4次,少一次扣1分', { actual: 2 }, 4)).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('says all there is where it is less than a half', () => {
    expect(ways('未按时报送的每次扣0.1分', { count: 2 }, 1)).toEqual([[2, 0.2]]);
  });

  it('knows yes and no, ranks, choices and lists', () => {
    expect(ways('未建立制度的扣1分', { hit: true }, 3)).toEqual([[1, 1]]);
    expect(ways('未建立制度的扣1分', { hit: false }, 3)).toEqual([]);
    expect(ways('排名第一得3分，第二得2分，第三得1分', { rank: 3 }, 3)).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(ways('A类得5分、B类得3分、C类不得分', { choice: 'B' }, 5)).toEqual([[1, 2]]);
    expect(ways('任务、责任、措施每缺一项扣0.5分', { missing: ['任务', '措施'] }, 2)).toEqual([
      [1, 0.5],
      [2, 1],
    ]);
  });

  it('is empty where nothing was answered or nothing is lost', () => {
    expect(ways('全年不得少于4次,少一次扣1分', {}, 4)).toEqual([]);
    expect(ways('全年不得少于4次,少一次扣1分', { actual: 4 }, 4)).toEqual([]);
  });
});

describe('hints by the table’s own 评分标准', () => {
  const hints = (scoringRule: string, known: Partial<Progress>): Hint[] =>
    hintsOf({
      table: tableOf([indicatorOf('做好工作', '', { scoringRule })]),
      progress: new Map([['1.1', progress({ completion: '已做好', ...known })]]),
      profile: UNKNOWN_PROFILE,
      today: '2024-10-01',
    }).filter(({ source }) => source === 'rule');
  const lines = (scoringRule: string, known: Partial<Progress>) =>
    hints(scoringRule, known).map(hint => hintLine(hint));

  it('asks what is not answered yet', () => {
    expect(lines('未制定方案扣1分；未明确责任人扣0.5分', { ruleAnswers: { hits: { a: false } } })).toEqual([
      '评分标准有 1 处未作答，如“未明确责任人扣0.5分”：有没有这种情况？',
    ]);
  });

  it('says what was lost by which words, where they stand, and how to win it back', () => {
    const [lost] = hints('未制定方案扣1分；未按时完成的每项扣0.5分', { ruleAnswers: { hits: { a: false, b: 3 } } });
    expect(hintLine(lost!)).toBe('按“未按时完成的每项扣0.5分”失 1.5 分；减少 1 项可挽回 0.5 分。');
    expect(hintLine(lost!, 'en')).toContain('1 fewer');
    expect(lost!.why).toEqual([{ quote: '未按时完成的每项扣0.5分', cell: 'F3' }]);
    expect(formatPoints(lost!.points!)).toBe('1.5');
  });

  it('compares the self-score with what the answers come to, once all are there', () => {
    const rule = '未制定方案扣1分；未明确责任人扣0.5分';
    expect(lines(rule, { selfScore: '4', ruleAnswers: { hits: { a: true, b: false } } })[0]).toBe(
      '自评 4 分；按评分标准和已填答复应为 3 分。',
    );
    expect(lines(rule, { selfScore: '3', ruleAnswers: { hits: { a: true, b: false } } }).join()).not.toContain('自评');
    expect(lines(rule, { selfScore: '4', ruleAnswers: { hits: { a: true } } }).join()).not.toContain('自评');
  });

  it('leaves to a person what is a person’s to decide, with the range', () => {
    expect(lines('视情节严重情况扣1-5分', {}).join()).toContain('定多少分');
    expect(
      lines('未建立制度的扣1分；落实不好的酌情扣分', { ruleAnswers: { hits: { a: false, b: true } } }).join(),
    ).toMatch(/需要由人判断（0～4 分之间）/);
  });

  it('shows what it cannot read as it stands, and never as points', () => {
    const unread = hints('按市里口径综合掌握扣减得分若干', {});
    for (const hint of unread) expect(['rule-unread', 'rule-answer', 'rule-judgement']).toContain(hint.kind);
  });

  it('sets a veto apart', () => {
    const [veto] = hints('发生重大案件的，实行一票否决', { ruleAnswers: { hit: true } });
    expect([veto!.kind, veto!.severity, veto!.dismissible]).toEqual(['veto', 'error', false]);
  });
});
