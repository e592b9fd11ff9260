import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPrivateNumbers, maskPrivateNumbers } from '../../../lib/model/private-numbers';

const found = (text: string) => findPrivateNumbers(text).map(({ kind, digits }) => [kind, digits]);

describe('ID-card and mobile numbers in free text', () => {
  it('are found as people write them', () => {
    expect(found('联系人李明13805951234，身份证11010519491231002X。')).toEqual([
      ['mobile', '13805951234'],
      ['id-card', '11010519491231002X'],
    ]);
    expect(found('电话：+86 138-0595-1234')).toEqual([['mobile', '13805951234']]);
    expect(found('电话１３８０５９５１２３４')).toEqual([['mobile', '13805951234']]);
    expect(found('身份证号 110105 19491231 002x')).toEqual([['id-card', '11010519491231002X']]);
    expect(found('老身份证110105491231002')).toEqual([['id-card', '110105491231002']]);
  });

  it('are not taken for other long numbers', () => {
    expect(found('账号 110105194912310021，统一社会信用代码 91350500MA2XXXXX0X')).toEqual([]);
    expect(found('泉公综〔2023〕138号，文号20231380595123456789')).toEqual([]);
    expect(found('投入资金13805951234567元')).toEqual([]);
    expect(found('2023年12月31日前召开会议不少于2次')).toEqual([]);
    expect(found('110105199902300029')).toEqual([]);
    expect(found('座机0595-22345678')).toEqual([]);
  });

  it('are masked where chosen, and all else stays as it is', () => {
    const text = '甲 １３８０５９５１２３４；乙13905950000';
    expect(maskPrivateNumbers(text, ({ digits }) => digits === '13805951234')).toBe('甲 138****1234；乙13905950000');
    expect(maskPrivateNumbers(text, () => true)).toBe('甲 138****1234；乙139****0000');
    expect(maskPrivateNumbers('11010519491231002X', () => true)).toBe('110105********002X');
  });

  it('once masked are found no more, whatever stands around them', () => {
    const piece = fc.constantFrom('13805951234', '11010519491231002X', '，', ' ', '联系', '1', '-', 'x', '８');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const text = pieces.join('');
        const masked = maskPrivateNumbers(text, () => true);
        expect(
          findPrivateNumbers(masked).filter(({ digits }) => text.includes(digits) && !digits.includes('*')),
        ).toEqual([]);
        expect(maskPrivateNumbers(text, () => false)).toBe(text);
      }),
    );
  });
});
