import { describe, expect, it } from 'vitest';
import { rulesZh } from '../../../components/texts/rules-texts';
import { type ParamField, RULE_KINDS, ruleFields, ruleOfForm } from '../../../lib/model/rule-form';
import { parseRule } from '../../../lib/scoring/parse-rule';
import { ruleDoubts } from '../../../lib/scoring/rule-doubts';
import { readingOf } from '../../../lib/scoring/rule-reading';
import { ruleWords } from '../../../lib/scoring/rule-words';
import { readPhrases } from '../scoring/phrase-file';

const phrases = () =>
  ['domain/rule-phrases.jsonl', 'rules/first-batch.jsonl', 'rules/sixth-batch.jsonl'].flatMap(readPhrases);

/** All fields of a form, those within rows and groups too. */
function all(fields: readonly ParamField[]): ParamField[] {
  return fields.flatMap(field => ('fields' in field.shape ? [field, ...all(field.shape.fields)] : [field]));
}

describe('the form of a rule', () => {
  it('can be drawn for every kind, each field and choice with a name', () => {
    for (const kind of RULE_KINDS) {
      expect(rulesZh.kinds[kind], kind).toBeTruthy();
      for (const { name, shape } of all(ruleFields(kind))) {
        expect(rulesZh.params, `${kind}.${name}`).toHaveProperty([name]);
        for (const option of shape.type === 'one-of' ? shape.options : []) {
          expect(rulesZh.options, `${kind}.${name}=${option}`).toHaveProperty([option]);
        }
      }
    }
  });

  it('takes what the grammar reads, and gives it back unchanged', () => {
    for (const { phrase } of phrases()) {
      for (const { rule } of readingOf(parseRule(phrase))) expect(ruleOfForm({ ...rule })).toEqual({ rule });
    }
  });

  it('names what is missing', () => {
    expect(ruleOfForm({ kind: 'deduct_shortfall', target: 4, amount: 1 })).toEqual({ wrong: ['unit'] });
    expect(ruleOfForm({ kind: 'bands', bands: [{ effect: { deduct: 1 } }] })).toEqual({ wrong: ['bands'] });
  });
});

describe('a rule in words', () => {
  it('can be said of every phrase, in both languages, without a hole', () => {
    for (const { phrase } of phrases()) {
      for (const { rule } of readingOf(parseRule(phrase))) {
        const { 'zh-CN': zh, en } = ruleWords(rule);
        expect(`${zh} ${en}`, phrase).not.toMatch(/undefined|NaN|\[object|\bnull\b/);
      }
    }
  });

  it.each([
    ['每发现1次扣0.5分，扣完为止', '每 1 次扣 0.5 分，扣完为止'],
    ['全年不得少于4次,少一次扣1分', '应达到 4 次，每少 1 次扣 1 分'],
    ['被市级及以上通报批评的，每次扣1分，最多扣3分', '每 1 次扣 1 分，最多扣 3 分'],
    ['办结率低于85%的扣减1分', '低于 85% 时扣 1 分'],
    ['排名第一得3分，第二得2分，第三得1分', '按名次得分：第 1 名 3 分、第 2 名 2 分、第 3 名 1 分'],
  ])('%s', (phrase, said) => {
    expect(ruleWords(readingOf(parseRule(phrase))[0]!.rule)['zh-CN']).toBe(said);
  });

  it('says what the words leave open', () => {
    const doubts = (phrase: string) => ruleDoubts(readingOf(parseRule(phrase))[0]!.rule).map(doubt => doubt['zh-CN']);
    expect(doubts('视情节扣1-5分')[0]).toContain('由人决定');
    expect(doubts('每少1次研究扣1分')[0]).toContain('目标数');
    expect(doubts('每发现1次扣1分')).toEqual([]);
  });
});
