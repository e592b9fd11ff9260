import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateRule } from '../../../lib/scoring/evaluate-rule';
import { parseRule } from '../../../lib/scoring/parse-rule';
import { examplesOf, type Phrase, readPhrases } from './phrase-file';

/** The words of these phrases were changed after their parameters were written: where the target stands cannot be read from them. */
const TARGET_FROM_OTHER_WORDS = new Set(['R062', 'R070']);

describe('the phrases of the domain', () => {
  const phrases = readPhrases('domain/rule-phrases.jsonl').filter(({ id }) => id !== 'R201');

  it.each(phrases)('$id $phrase', phrase => {
    const { targetFrom, ...params } = phrase.params;
    expectRule(TARGET_FROM_OTHER_WORDS.has(phrase.id) ? { ...phrase, params } : phrase);
  });

  it('does not guess where the × of a formula was lost', () => {
    expect(parseRule('得分=及时受理率 c 5分').rule).toEqual({ kind: 'unparsed', text: '得分=及时受理率 c 5分' });
  });
});

const folder = path.resolve(import.meta.dirname, '../../fixtures/rules');
describe.each(readdirSync(folder).filter(name => name.endsWith('.jsonl')))('our own phrases, %s', file => {
  it.each(readPhrases(`rules/${file}`))('$id $phrase', expectRule);
});

function expectRule(phrase: Phrase): void {
  const { rule } = parseRule(phrase.phrase, phrase.content === undefined ? {} : { content: phrase.content });
  expect(rule).toMatchObject({ kind: phrase.kind, ...phrase.params });
  for (const { input, expected } of examplesOf(phrase)) expect(evaluateRule(rule, input)).toMatchObject(expected);
}

describe('a parsed rule', () => {
  it('says where it stands in the text as printed, full-width signs and spaces included', () => {
    const phrase = '评分标准： 未报送的 扣１．５分。';
    const { rule, span, sourceText } = parseRule(phrase);
    expect(rule).toEqual({ kind: 'deduct_fixed', amount: 1.5 });
    expect(phrase.slice(...span)).toBe(sourceText);
    expect(sourceText).toContain('扣１．５分');
  });

  it('gives every clause of a composite its own place and key', () => {
    const phrase = '1.未制定方案扣1分；2.每少1次扣0.5分';
    const { rule, parts } = parseRule(phrase);
    expect(rule.kind === 'composite' && rule.rules.map(part => [part.key, part.kind])).toEqual([
      ['a', 'deduct_fixed'],
      ['b', 'deduct_shortfall'],
    ]);
    expect(parts.map(part => part.sourceText)).toEqual(['未制定方案扣1分', '每少1次扣0.5分']);
  });

  it('takes its target from the column that says what is asked', () => {
    const parsed = parseRule('每少1次扣1分', { content: '主要领导听取平安建设汇报每年不少于4次' });
    expect(parsed.rule).toMatchObject({ kind: 'deduct_shortfall', target: 4, targetFrom: 'content' });
  });

  it('leaves the target open where that column asks for two numbers of the same unit', () => {
    const content = '专题会议不少于4次，演练不少于2次';
    expect(parseRule('每少1次扣1分', { content }).rule).toMatchObject({ target: null });
  });

  it('keeps the clause it does not understand beside those it does, and does not calculate past it', () => {
    const { rule } = parseRule('未制定方案扣1分；第二次发现扣2分');
    expect(rule).toMatchObject({ kind: 'composite', rules: [{ kind: 'deduct_fixed' }, { kind: 'unparsed' }] });
    expect(evaluateRule(rule, { weight: 5, hits: { a: true } })).toMatchObject({
      score: null,
      status: 'needs_judgement',
      question: { code: 'clause-not-understood', about: '第二次发现扣2分' },
    });
  });

  it('is less sure where something usual had to be assumed', () => {
    expect(parseRule('每次扣1分').confidence).toBeGreaterThan(parseRule('落实不好的扣分').confidence);
  });
});
