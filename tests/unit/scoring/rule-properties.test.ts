import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsedRuleSchema, type RuleOf } from '../../../lib/model/rule';
import type { RuleInput } from '../../../lib/model/rule-input';
import { evaluateRule } from '../../../lib/scoring/evaluate-rule';
import { LONGEST_PHRASE, parseRule } from '../../../lib/scoring/parse-rule';
import { readPhrases } from './phrase-file';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });
/** Pieces that the grammar knows, in any order: what a broken or pasted cell may hold. */
const soup = fc
  .array(
    fc.constantFrom(
      ...'每 扣 得 加 分 1 2.5 一 十 90% 80 至 - 以上 以下 低于 不少于 次 人 个百分点 逾期 少 超 天 ， ； 。 、 （ ） / × = 满分 不得分 扣完为止 最多 累计 不超过 酌情 市级 省级 第一名 前三名 优秀 A类 一票否决 取消资格 缺项 分别 各 再 追加 未达到 否则 起评分 折算 按比例 （含） 无 证明材料 的'.split(
        ' ',
      ),
    ),
    { maxLength: 60 },
  )
  .map(pieces => pieces.join(''));
const amounts = fc.integer({ min: 0, max: 40 }).map(half => half / 2);
const weights = fc.integer({ min: 1, max: 40 }).map(half => half / 2);

describe('parsing', () => {
  it('never throws, and gives a rule of the schema with a span inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, soup), text => {
        const parsed = parsedRuleSchema.parse(parseRule(text));
        for (const { span, sourceText } of [parsed, ...parsed.parts]) expect(text.slice(...span)).toBe(sourceText);
      }),
      { numRuns: 1500 },
    );
  });

  it('takes steps in proportion to the length of the text', () => {
    fc.assert(
      fc.property(fc.oneof(soup, anyText), text => {
        const once = stepsFor(text);
        expect(once).toBeLessThanOrEqual(120 * text.length + 120);
        expect(stepsFor(`${text}。${text}。${text}。${text}`)).toBeLessThanOrEqual(4 * once + 800);
      }),
      { numRuns: 600 },
    );
  });

  it('stays linear on the longest phrase it reads, and does not read a longer one', () => {
    for (const piece of ['每', '扣', '1、', '90%以上', '（含）', '最多不超过', '一', '再另追加分别', '国家、省、市']) {
      const text = piece.repeat(Math.floor(LONGEST_PHRASE / piece.length));
      expect(stepsFor(text)).toBeLessThan(120 * LONGEST_PHRASE);
    }
    expect(parseRule('扣1分'.repeat(LONGEST_PHRASE)).rule.kind).toBe('unparsed');
  });

  it('reads the same in full-width signs and with line-wrap spaces', () => {
    const phrases = readPhrases('domain/rule-phrases.jsonl');
    for (const { phrase } of phrases) {
      const wide = phrase.replace(/[0-9%(),;]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      const { rule } = parseRule(phrase);
      if (rule.kind === 'unparsed') continue;
      expect(parseRule(wide).rule).toEqual(rule);
      expect(parseRule([...phrase].join(' ')).rule).toEqual(rule);
    }
  });
});

describe('a score', () => {
  it('stays between nothing and the weight, whatever the rule and the input', () => {
    const inputs = fc.record({
      weight: weights,
      hit: fc.boolean(),
      count: fc.nat(20),
      actual: fc.integer({ min: 0, max: 120 }),
      target: fc.integer({ min: 0, max: 120 }),
      late: fc.nat(40),
      rate: fc.double({ min: 0, max: 2, noNaN: true }),
      rank: fc.integer({ min: 1, max: 20 }),
      of: fc.constant(20),
      choice: fc.nat(3),
    });
    fc.assert(
      fc.property(soup, inputs, (text, input) => {
        const { rule } = parseRule(text);
        const result = evaluateRule(rule, input);
        const text_ = JSON.stringify(rule);
        if (/"none"|noBase|allow_negative|"base"|"share"|"fold"/.test(text_)) return;
        if (result.score !== null) expect(result.score).toBeGreaterThanOrEqual(0);
        if (result.score !== null) expect(result.score).toBeLessThanOrEqual(input.weight);
        if (result.range) expect(result.range[0]).toBeLessThanOrEqual(result.range[1]);
      }),
      { numRuns: 1500 },
    );
  });

  it('never rises with one more deduction, one more missing piece, one more day', () => {
    const rules = fc.constantFrom(
      '每次扣0.3分',
      '每2次扣1分，最多扣3分',
      '每少1次扣1分',
      '逾期1天扣0.5分，逾期5天以上不得分',
      '每低1个百分点扣0.2分，低于60%不得分',
      '低于90%扣1分，低于80%扣2分，低于60%不得分',
      '死亡1-2人每起扣5分，死亡3人以上每起扣10分',
    );
    fc.assert(
      fc.property(rules, weights, fc.nat(30), (phrase, weight, bad) => {
        const { rule } = parseRule(phrase);
        const at = (much: number): RuleInput => ({
          weight,
          count: much,
          late: much,
          target: 90,
          actual: 90 - much,
          events: new Array<number>(much).fill(1),
        });
        expect(evaluateRule(rule, at(bad + 1)).score).toBeLessThanOrEqual(evaluateRule(rule, at(bad)).score!);
      }),
    );
  });

  it('never falls with one more piece delivered or a better rate', () => {
    const rules = fc.constantFrom(
      '每条得0.2分，最高3分',
      '每报送1条得1分，少于2条不得分',
      '完成率×分值',
      '每条加1分，最多加5分',
    );
    fc.assert(
      fc.property(rules, weights, fc.nat(30), (phrase, weight, good) => {
        const { rule } = parseRule(phrase);
        const points = (much: number) => {
          const result = evaluateRule(rule, { weight, count: much, rate: much / 20 });
          return result.delta ?? result.score!;
        };
        expect(points(good + 1)).toBeGreaterThanOrEqual(points(good));
      }),
    );
  });

  it('does not depend on the order of independent clauses', () => {
    const clauses = [
      '未制定方案扣1分',
      '每缺席一次扣0.5分',
      '资料造假的不得分',
      '满意度低于80%的扣2分',
      '落实不力的酌情扣1-2分',
    ];
    const answers: unknown[] = [true, 3, true, 75, true];
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 2 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        weights,
        (order, happened, weight) => {
          const inOrder = [...order].sort((a, b) => a - b);
          expect(outcome(order)).toEqual(outcome(inOrder));

          function outcome(which: number[]) {
            const { rule } = parseRule(which.map(index => clauses[index]).join('；'));
            const { rules } = rule as RuleOf<'composite'>;
            const hits = Object.fromEntries(
              which.flatMap((index, place) => (happened[index] ? [[rules[place]!.key, answers[index]]] : [])),
            );
            const { score, range, status } = evaluateRule(rule, { weight, hits } as RuleInput);
            return { score, range, status };
          }
        },
      ),
    );
  });

  it('is exact to the digit: n times an amount of two digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.nat(50), (cents, count) => {
        const rule = { kind: 'award_each', amount: cents / 100, unit: '次', max: null } as const;
        expect(evaluateRule(rule, { count }).score).toBe((cents * count) / 100);
      }),
    );
  });

  it('of a deduction of any amount leaves exactly the rest', () => {
    fc.assert(
      fc.property(weights, amounts, (weight, amount) => {
        const { score } = evaluateRule({ kind: 'deduct_fixed', amount }, { weight, hit: true });
        expect(score).toBe(Math.max(0, weight - amount));
      }),
    );
  });
});

function stepsFor(text: string): number {
  const steps = { count: 0 };
  parseRule(text, {}, steps);
  return steps.count;
}
