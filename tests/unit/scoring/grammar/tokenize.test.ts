import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../lib/scoring/grammar/folded-text';
import { readNumber } from '../../../../lib/scoring/grammar/numerals';
import { tokenize } from '../../../../lib/scoring/grammar/tokenize';

const kinds = (phrase: string) =>
  tokenize(foldText(phrase).text, { count: 0 }).map(({ kind, text }) => `${kind} ${text}`);

describe('tokens', () => {
  it('cover the text without hole or overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), phrase => {
        const { text } = foldText(phrase);
        const tokens = tokenize(text, { count: 0 });
        expect(tokens.map(token => token.text).join('')).toBe(text);
      }),
    );
  });

  it('know points from words with 分 in them', () => {
    expect(kinds('扣5分')).toEqual(['deduct 扣', 'points 5分']);
    expect(kinds('5分钟')).toEqual(['count 5分钟']);
    expect(kinds('三分之一')).toEqual(['text 三分之一']);
    expect(kinds('十分重视')).not.toContain('points 十分');
  });

  it('do not count the numbers of documents, telephones and years', () => {
    expect(kinds('泉委政法〔2023〕51号').some(kind => /count|points/.test(kind))).toBe(false);
    expect(kinds('拨打12345').some(kind => /count|points/.test(kind))).toBe(false);
    expect(kinds('2023年底前')).toEqual(['date 2023年底前']);
  });

  it('read Chinese numerals only where they count something', () => {
    expect(kinds('少一次')).toEqual(['short 少', 'count 一次']);
    expect(kinds('一般')).not.toContain('number 一');
    expect(kinds('百分之八十五以上')).toEqual(['percent 百分之八十五', 'suffix 以上']);
  });

  it('see clause numbers, not decimals', () => {
    expect(kinds('1.未报')[0]).toBe('stop 1.');
    expect(kinds('1.5分')).toEqual(['points 1.5分']);
  });
});

describe('readNumber', () => {
  it.each([
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['三十', 30],
    ['一百二十', 120],
    ['一百零五', 105],
    ['半', 0.5],
    ['0.25', 0.25],
    ['一二', null],
    ['九九九九九九九九九九九九九', null],
    ['1234567890123', null],
  ])('%s is %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});
