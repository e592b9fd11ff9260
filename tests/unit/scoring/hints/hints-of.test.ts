import { describe, expect, it } from 'vitest';
import type { Hint } from '../../../../lib/model/hint';
import type { Progress } from '../../../../lib/model/progress';
import type { Indicator, RecognisedTable } from '../../../../lib/model/table';
import { UNKNOWN_PROFILE } from '../../../../lib/model/unit-profile';
import { hintLine } from '../../../../lib/scoring/hints/hint-line';
import { type HintState, hintRoom, hintsOf } from '../../../../lib/scoring/hints/hints-of';
import { requirementsOf } from '../../../../lib/scoring/hints/requirements';
import { indicatorOf, tableOf } from './indicator';
import { progress, STAGES, seedSources } from './stages';

const state = (known: Partial<Progress> | null, more: Partial<HintState> = {}): HintState => ({
  progress: new Map(known ? [['1.1', progress(known)]] : []),
  profile: UNKNOWN_PROFILE,
  today: '2024-10-01',
  ...more,
});
const of = (
  indicator: Indicator,
  known: Partial<Progress> | null,
  more: Partial<HintState> = {},
  table: Partial<RecognisedTable> = {},
) => hintsOf({ table: tableOf([indicator], table), ...state(known, more) });
const kinds = (hints: readonly Hint[]) => hints.map(({ text }) => text.key).sort();
const line = (hints: readonly Hint[], kind: string) => {
  const hint = hints.find(one => one.kind === kind);
  return hint && hintLine(hint);
};
const keyOf = (indicator: Indicator, kind: string) => requirementsOf(indicator).find(one => one.kind === kind)!.key;

const reporting = indicatorOf('每年报送2条以上平安建设图文信息。', '1.报送图文信息；2.组织普法宣传。');
const secrecy = indicatorOf('加强保密管理，没有发生失泄密案（事）件。');

describe('what is asked', () => {
  it('counts what is recorded against what is asked, with the words and their cell', () => {
    const hint = of(reporting, null).find(({ kind }) => kind === 'count')!;
    expect(hintLine(hint)).toBe('“每年报送2条以上平安建设图文信息”：已记 0/2 条。');
    expect(hintLine(hint, 'en')).toContain('0 of 2');
    expect(hint.why).toEqual([{ quote: '每年报送2条以上平安建设图文信息', cell: 'B3' }]);
    expect(hint.action).toMatchObject({ type: 'enter-count', need: 2, unit: '条' });
  });

  it('takes the number from the answer, else from the completion', () => {
    const key = keyOf(reporting, 'count');
    expect(line(of(reporting, { facts: { [key]: 1 } }), 'count')).toContain('1/2');
    expect(line(of(reporting, { completion: '报送图文信息1条，采用1条。' }), 'count')).toContain('还差 1 条');
    expect(line(of(reporting, { completion: '报送图文信息４条。' }), 'count')).toBeUndefined();
    expect(line(of(reporting, { facts: { [key]: 2 } }), 'count')).toBeUndefined();
    expect(line(of(reporting, { completion: '组织宣传5场，12345平台办件30件。' }), 'count')).toContain('没有写明数量');
  });

  it('multiplies by the periods of a year', () => {
    const quarterly = indicatorOf('每季度召开专题会议不少于1次');
    expect(line(of(quarterly, null), 'count')).toContain('全年共 4 次');
    expect(line(of(quarterly, { completion: '召开专题会议4次' }), 'count')).toBeUndefined();
  });

  it('lists measures until they are ticked, and asks no tick of who has written about them', () => {
    expect(line(of(reporting, null), 'measures')).toBe('具体措施 2 条，已勾选 0 条。');
    expect(line(of(reporting, { measuresDone: new Set([2]) }), 'measures')).toContain('已勾选 1 条');
    expect(line(of(reporting, { completion: '报送图文信息3条，组织普法宣传2场。' }), 'measures')).toBeUndefined();
    const unwritten = indicatorOf('做好工作', '1.设立法律援助站；2.建立舆情处置预案。');
    expect(line(of(unwritten, { completion: '设立法律援助站3个。' }), 'measures')).toContain('措施 2');
  });

  it('asks to confirm what must not have happened until the text or an answer does', () => {
    const key = keyOf(secrecy, 'forbidden');
    expect(line(of(secrecy, null), 'forbidden')).toContain('没有发生失泄密案（事）件');
    expect(line(of(secrecy, { facts: { [key]: 'none' } }), 'forbidden')).toBeUndefined();
    expect(line(of(secrecy, { completion: '经核实，未发生失泄密情况。' }), 'forbidden')).toBeUndefined();
    expect(line(of(secrecy, { completion: '开展保密检查4次。' }), 'forbidden')).toBeDefined();
  });

  it('asks nothing of an item that does not apply', () => {
    expect(kinds(of(secrecy, { applicable: '不涉及' }))).toEqual(['no-scoring-rule']);
  });
});

describe('answers that cannot all be right', () => {
  const self = (selfScore: string, more: Partial<Progress> = {}) =>
    kinds(of(reporting, { completion: '报送图文信息4条，组织普法宣传2场。', selfScore, ...more })).filter(key =>
      key.startsWith('score'),
    );

  it('a score over the weight, below zero, or that is no number', () => {
    expect(self('4.5')).toEqual(['score-over-weight']);
    expect(self('-1')).toEqual(['score-not-a-number/negative']);
    expect(self('满分')).toEqual(['score-not-a-number']);
    expect(self('４分')).toEqual([]);
    expect(self('3.25')).toEqual(['score-step']);
    expect(self('0.3')).toEqual([]);
  });

  it('is silent about a number still being typed', () => {
    for (const typed of ['', '-', '3.', '３．', '—']) expect(self(typed)).toEqual([]);
  });

  it('a full score beside work that is left, but not beside 没有未完成', () => {
    expect(self('4', { completion: '报送图文信息4条，普法宣传尚未开展。' })).toEqual(['score-unfinished']);
    expect(self('3', { completion: '报送图文信息4条，普法宣传尚未开展。' })).toEqual([]);
    expect(self('4', { completion: '报送图文信息4条，普法宣传没有未完成的事项。' })).toEqual([]);
    expect(self('4', { status: '进行中' })).toEqual(['score-unfinished']);
  });

  it('a full score with nothing to show, though no paper is demanded', () => {
    expect(self('4', { completion: '' })).toEqual(['score-unproven']);
    expect(self('4', { completion: '', evidenceCount: 1 })).toEqual([]);
    expect(self('4', { completion: '', measuresDone: new Set([1, 2]) })).toEqual([]);
    expect(self('4')).toEqual([]);
  });

  it('a full score that counts, ticks or events speak against: told once', () => {
    const hints = of(reporting, { completion: '报送图文信息1条，普法宣传1场', selfScore: '4' });
    expect(line(hints, 'score-against-answers')).toContain('只有 1 条');
    expect(line(hints, 'count')).toBeUndefined();
    expect(self('4', { measuresDone: new Set([1]) })).toEqual(['score-against-answers/measures']);
    const key = keyOf(secrecy, 'forbidden');
    const happened = of(secrecy, { completion: '检查4次', selfScore: '4', facts: { [key]: 'happened' } });
    expect(kinds(happened)).toContain('score-against-answers/event');
    expect(line(happened, 'event-happened')).toBeUndefined();
  });

  it('a text that admits what must not happen; never a drill against it', () => {
    expect(line(of(secrecy, { completion: '发生失泄密事件1起，已处理。' }), 'event-happened')).toContain(
      '发生失泄密事件1起',
    );
    expect(line(of(secrecy, { completion: '开展防止失泄密事件发生演练1次。' }), 'event-happened')).toBeUndefined();
    expect(line(of(secrecy, { completion: '全年没有发生失泄密事件。' }), 'event-happened')).toBeUndefined();
  });

  it('a zero beside answers that are all in order', () => {
    expect(self('0', { measuresDone: new Set([1, 2]) })).toEqual(['score-against-answers/zero']);
  });
});

describe('what concerns several items', () => {
  const dated = (date: string | null, precision: 'day' | 'ongoing' | 'recurring', clean: string) =>
    indicatorOf('做好工作', '', { deadline: { text: clean, clean, date, precision, certain: true } });

  it('tells a shared deadline once, with the days left', () => {
    const hints = hintsOf({
      table: tableOf([dated('2024-12-31', 'day', '年底前'), dated('2024-12-31', 'day', '年底前')]),
      ...state(null),
    });
    const deadlines = hints.filter(({ kind }) => kind === 'deadline');
    expect(deadlines.map(hint => hintLine(hint))).toEqual(['2024-12-31 到期，还剩 91 天：2 项未填完（1.1、1.2）。']);
    expect(deadlines[0]!.indicators).toEqual(['1.1', '1.2']);
  });

  it.each([
    ['2024-10-01', 'deadline/today', 'warning'],
    ['2024-09-30', 'deadline/overdue', 'warning'],
    ['2024-10-31', 'deadline', 'warning'],
    ['2024-11-01', 'deadline', 'info'],
  ])('a deadline on %s is %s, %s', (date, key, severity) => {
    const [hint] = of(dated(date, 'day', date), null).filter(({ kind }) => kind === 'deadline');
    expect([hint!.text.key, hint!.severity]).toEqual([key, severity]);
  });

  it('counts no days for 常态化 and 每季度', () => {
    expect(line(of(dated(null, 'ongoing', '常态化'), null), 'deadline')).toContain('没有截止日');
    expect(line(of(dated(null, 'recurring', '每季度'), null), 'deadline')).toContain('按期');
  });

  it('says which department owes what, and which items have none', () => {
    const table = tableOf([secrecy, secrecy, secrecy]);
    const owing = new Map([
      ['1.1', progress({ department: '综合科' })],
      ['1.2', progress({ department: '综合科', completion: '未发生失泄密情况' })],
    ]);
    const hints = hintsOf({ table, ...state(null, { progress: owing }) });
    expect(line(hints, 'owed')).toBe('综合科还有 1 项没有填完（1.1）。');
    expect(line(hints, 'unassigned')).toBe('1 项还没有责任科室（1.3）。');
  });

  it('checks that title, sections and items add up, each difference once', () => {
    const sums = (total: number | null, weight: number) => {
      const table = tableOf([secrecy, secrecy], { total });
      table.sections[0]!.weight = weight;
      return hintsOf({ table, ...state(null) })
        .filter(({ kind }) => kind === 'weight-sum')
        .map(hint => hintLine(hint));
    };
    expect(sums(8, 8)).toEqual([]);
    expect(sums(null, 8)).toEqual([]);
    expect(sums(10, 8)).toEqual(['表名写明 10 分，各项目合计 8 分，相差 2 分。']);
    expect(sums(9, 9)).toEqual(['“领导责任”写明 9 分，各项考评内容合计 8 分，相差 1 分。']);
  });

  it('says once that the table states no scoring rule, and invents no deduction', () => {
    const hints = of(reporting, { completion: '', selfScore: '4' });
    expect(line(hints, 'no-scoring-rule')).toContain('本表未载明评分标准');
    expect(hints.filter(({ source }) => source === 'rule')).toEqual([]);
    expect(kinds(of({ ...reporting, scoringRule: '少1条扣1分' }, null))).not.toContain('no-scoring-rule');
  });
});

describe('showing them', () => {
  it('marks guidance as 建议 in both languages and puts no points on it', () => {
    const advice = hintsOf({ ...seedSources, ...STAGES.started! }).filter(({ source }) => source === 'guidance');
    expect(advice.length).toBeGreaterThan(0);
    for (const hint of advice) {
      expect(hintLine(hint)).toMatch(/^建议/);
      expect(hintLine(hint, 'en')).toContain('建议');
      expect(hint.points).toBeNull();
    }
  });

  it('leaves out what was put aside, unless it must not be', () => {
    const everything = { has: () => true };
    expect(of(reporting, { selfScore: '9' }, { dismissed: everything }).map(({ kind }) => kind)).toEqual([
      'score-over-weight',
    ]);
  });

  it('comes in the order of the points at stake', () => {
    for (const stage of Object.values(STAGES)) {
      const points = hintsOf({ ...seedSources, ...stage }).map(hint => hint.points ?? -1);
      expect(points).toEqual([...points].sort((a, b) => b - a));
    }
  });

  it('works out again only what changed', () => {
    const room = hintRoom(seedSources);
    const before = STAGES['mostly-done']!;
    const changed = new Map(before.progress).set(
      '4.4',
      progress({ completion: '报送图文信息3条，开展主题普法宣传2场。' }),
    );
    const first = new Set(room.hintsOf(before));
    const second = room.hintsOf({ ...before, progress: changed });
    const fresh = second.filter(hint => !first.has(hint) && hint.indicators.length === 1 && hint.source !== 'note');
    expect(new Set(fresh.flatMap(({ indicators }) => indicators))).toEqual(new Set(['4.4', '3.3']));
    expect(second.map(({ id }) => id)).toEqual(
      hintsOf({ ...seedSources, ...before, progress: changed }).map(({ id }) => id),
    );
  });

  it('has a line for every hint in both languages, with nothing left to fill in', () => {
    for (const stage of Object.values(STAGES)) {
      for (const hint of hintsOf({ ...seedSources, ...stage })) {
        for (const language of ['zh-CN', 'en'] as const)
          expect(hintLine(hint, language)).not.toMatch(/[{}]|undefined|\[object/);
      }
    }
  });
});

describe('the 【说明】 in the hints', () => {
  const noteHints = (more: Partial<HintState>) =>
    hintsOf({ ...seedSources, ...STAGES.empty!, ...more }).filter(({ source }) => source === 'note');

  it('asks the unit profile first, and what it means once it is known', () => {
    expect(kinds(noteHints({}))).toEqual(['unit-profile']);
    expect(kinds(noteHints({ profile: { carriesProvincial: 'no', keyPointsDuty: 'no' } }))).toEqual(['note-applies']);
    expect(kinds(noteHints({ profile: { carriesProvincial: 'yes', keyPointsDuty: 'no' } }))).toContain(
      'note-applies/silent',
    );
  });

  it('asks how an ambiguous word is read only where that matters, and not again', () => {
    const profile = { carriesProvincial: 'no', keyPointsDuty: 'yes' } as const;
    expect(kinds(noteHints({ profile })).filter(key => key === 'note-reading')).toHaveLength(2);
    expect(kinds(noteHints({ profile, readings: { Q1: 'Q1-AND', Q3: 'Q3-SECTION' } }))).toEqual(['note-applies']);
  });
});
