import { describe, expect, it } from 'vitest';
import { phrase, problem, problemText } from '../../../lib/model/problem';
import { PROBLEM_PHRASES } from '../../../lib/model/problem-phrases';
import { PROBLEM_TEXTS } from '../../../lib/model/problem-texts';
import { QUESTION_TEXTS, whyText } from '../../../lib/model/question-texts';
import { eitherOf, type Sentence } from '../../../lib/model/sentence';

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
const all: [string, Sentence][] = [
  ...Object.entries(PROBLEM_TEXTS),
  ...Object.entries(PROBLEM_PHRASES),
  ...Object.entries(QUESTION_TEXTS),
];

describe('the text of a problem', () => {
  it.each(all)('%s is there in both languages, with the same placeholders', (_, sentence) => {
    expect(sentence['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(sentence.en).toMatch(/[a-z]{2}/);
    expect(placeholders(sentence.en)).toEqual(placeholders(sentence['zh-CN']));
  });

  it.each(all)('%s has no Chinese in English beyond quoted words of a table', (_, { en }) => {
    expect(en.replace(/“[^”]*”/g, '')).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(all)('%s is punctuated by its own language', (_, sentence) => {
    expect(sentence.en).not.toMatch(/[，。；：（）、]/);
    expect(sentence['zh-CN']).not.toMatch(/[,;()]/);
  });

  it('says in Chinese what its message says, and leaves nothing open in either language', () => {
    const stated = phrase('total-states', { label: '合计' });
    const summed = phrase('all-indicators');
    const found = problem(
      'sum-mismatch',
      { sheet: '2023', cell: 'D9' },
      { stated, declared: 40, summed, actual: 39.5, difference: 0.5 },
    );
    expect(found).toMatchObject({ code: 'sum-mismatch', severity: 'warning', sheet: '2023', cell: 'D9' });
    expect(found.message).toBe('“合计”写明 40 分，各指标分值之和为 39.5 分，相差 0.5 分。');
    expect(problemText(found, 'zh-CN')).toBe(found.message);
    expect(problemText(found, 'en')).toBe(
      '“合计” states 40 points, but the indicators add up to 39.5: a difference of 0.5.',
    );
  });

  it('knows its own place', () => {
    const { message } = problem('summary-sheet', { sheet: '汇总', cell: 'A1' });
    expect(message).toContain('“汇总”');
  });

  it('survives the way between the worker and the page', () => {
    const why = phrase('look-alike', { wrong: '忻', right: '析' });
    const found = problem(
      'suspected-typo',
      { sheet: 'S', cell: 'C5' },
      { from: '分忻', to: eitherOf(['分析']), why, places: phrase('places', { count: 2 }) },
    );
    expect(problemText(structuredClone(found), 'en')).toBe(
      '“分忻” may be meant as “分析”: characters that look or sound alike (忻/析) (2 places).',
    );
  });

  it('takes words of the file as they are, braces and all', () => {
    const found = problem('ambiguous-heading', { sheet: 'S', cell: 'D1' }, { header: '{why}', why: '$&' });
    expect(found.message).toBe('“{why}”列：$&。');
  });
});

describe('why a heading is asked about', () => {
  it('is said in either language', () => {
    expect(whyText({ reason: 'two-weights' }, 'zh-CN')).toBe('同一层级有两列分值');
    expect(whyText({ reason: 'two-weights' }, 'en')).toBe('two columns hold the points of one level');
  });
});
