import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISSING_KINDS } from '../../../../lib/model/hint';
import type { Progress } from '../../../../lib/model/progress';
import { UNKNOWN_PROFILE } from '../../../../lib/model/unit-profile';
import { type HintState, hintsOf } from '../../../../lib/scoring/hints/hints-of';
import { requirementsOf } from '../../../../lib/scoring/hints/requirements';
import { indicatorOf, tableOf } from './indicator';
import { progress, seedSources } from './stages';

const fragments = fc.constantFrom(
  '不少于2条', '每季度', '一次', '以上', '没有发生', '失泄密', '案件', '，', '。', '；', '定期', '尚未', '完成', '正在推进',
  '报送3条', '1.', '2.', '<p>', '满意率95%', '6月底前', '无', '“', '（', '\n', '发生1起', '12345', '〔2023〕6号', '扣1分', '少1次',
); // biome-ignore format: one line of words
const words = fc
  .array(fc.oneof(fragments, fc.string({ maxLength: 8 })), { maxLength: 25 })
  .map(parts => parts.join(''));
const progressOf = fc.record({
  completion: words,
  selfScore: fc.oneof(fc.constantFrom('', '4', '2.5', '满分', '3.', '-1', '99'), words),
  department: fc.constantFrom('', '综合科', '宣传科'),
  status: fc.oneof(fc.constantFrom('', '已完成', '进行中'), words),
  applicable: fc.constantFrom('', '否', '是'),
  evidence: words,
  filled: fc.boolean(),
});
const stateWith = (known: Progress): HintState => ({
  progress: new Map([['1.1', known]]),
  profile: UNKNOWN_PROFILE,
  today: '2024-10-01',
});

describe('hints, whatever is written', () => {
  it('never throw and never come twice', () => {
    fc.assert(
      fc.property(words, words, words, progressOf, (content, measures, scoringRule, known) => {
        const indicator = indicatorOf(content, measures, { scoringRule });
        const hints = hintsOf({ table: tableOf([indicator, indicator]), ...stateWith(progress(known)) });
        expect(new Set(hints.map(({ id }) => id)).size).toBe(hints.length);
      }),
    );
  });

  it('keep their ids while a completion is typed: nothing appears and goes again', () => {
    const text = '全年召开专题会议4次，报送图文信息3条，未发生失泄密事件，没有未完成的任务。';
    const table = tableOf([
      indicatorOf('每季度召开会议不少于1次，没有发生失泄密事件，报送信息3条以上', '1.召开会议；2.报送图文信息。'),
    ]);
    const gone = new Map<string, number>();
    let shown = new Set<string>();
    for (let length = 0; length <= text.length; length++) {
      const known = progress({ completion: text.slice(0, length), selfScore: '4' });
      const now = new Set(hintsOf({ table, ...stateWith(known) }).map(({ id }) => id));
      for (const id of shown) if (!now.has(id)) gone.set(id, (gone.get(id) ?? 0) + 1);
      for (const id of now) expect(gone.get(id), `${id} came back at "${text.slice(0, length)}"`).toBeUndefined();
      shown = now;
    }
  });

  it('never ask for more because something was done', () => {
    const content = '每季度研究不少于1次，报送信息2条以上，没有发生失泄密案件，无黄赌毒现象，6月底前部署，定期排查';
    const indicator = indicatorOf(content, '1.设立法律援助站；2.建立舆情处置预案；3.报送不少于2条图文信息。', {
      scoringRule: '未建立预案扣1分；少1次扣0.5分',
      deadline: { text: '年底前', clean: '年底前', date: '2024-12-31', precision: 'year-end', certain: true },
    });
    const table = tableOf([indicator]);
    const requirements = requirementsOf(indicator, 2024);
    const steps: ((known: Progress) => Progress)[] = [
      ...[1, 2, 3].map(measure => (known: Progress) => ({
        ...known,
        measuresDone: new Set([...known.measuresDone, measure]),
      })),
      ...requirements.flatMap(one => {
        if (one.kind === 'forbidden')
          return [(known: Progress) => ({ ...known, facts: { ...known.facts, [one.key]: 'none' as const } })];
        if (one.kind !== 'count') return [];
        return [(known: Progress) => ({ ...known, facts: { ...known.facts, [one.key]: one.perYear } })];
      }),
      known => ({ ...known, completion: `${known.completion}研究会议4次，报送图文信息3条。`, filled: true }),
      known => ({
        ...known,
        completion: `${known.completion}未发生失泄密等情况，设立法律援助站，建立舆情处置预案。`,
        filled: true,
      }),
      known => ({ ...known, department: '综合科' }),
      known => ({ ...known, evidence: '台账' }),
      known => ({ ...known, ruleAnswers: { hits: { ...known.ruleAnswers?.hits, a: false } } }),
      known => ({ ...known, ruleAnswers: { hits: { ...known.ruleAnswers?.hits, b: 0 } } }),
    ];
    const missing = (known: Progress) =>
      hintsOf({ table, ...stateWith(known) })
        .filter(({ kind }) => MISSING_KINDS.has(kind))
        .map(({ id }) => id.replace(/^owed:.*/, 'owed'));
    fc.assert(
      fc.property(fc.array(fc.nat({ max: steps.length - 1 }), { maxLength: 20 }), order => {
        let known = progress({});
        let before = missing(known);
        for (const step of order) {
          known = steps[step]!(known);
          const after = missing(known);
          // Naming a department only says who owes what was owed before.
          expect(after.filter(id => !before.includes(id) && id !== 'owed')).toEqual([]);
          before = after;
        }
      }),
    );
  });

  it('are the same whoever asks and in whatever order the answers came', () => {
    const entries: [string, Progress][] = ['1.1', '2.4', '4.4', '3.2'].map(code => [
      code,
      progress({ completion: '召开会议2次，正在推进', selfScore: '2' }),
    ]);
    const ids = (all: [string, Progress][]) =>
      hintsOf({ ...seedSources, progress: new Map(all), profile: UNKNOWN_PROFILE, today: '2023-11-01' }).map(
        ({ id }) => id,
      );
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), shuffled => {
        expect(ids(shuffled)).toEqual(ids(entries));
      }),
    );
  });
});
