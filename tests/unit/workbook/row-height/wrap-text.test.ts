import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLines, unbreakablePieces } from '../../../../lib/workbook/row-height/wrap-text';

const perCharacter = (piece: string) => [...piece].length;

describe('pieces of a line', () => {
  it.each([
    ['平安单位', ['平', '安', '单', '位']],
    ['完成，第2条。', ['完', '成，', '第', '2', '条。']],
    ['（一）领导', ['（一）', '领', '导']],
    ['《方案》（12号）', ['《方', '案》', '（12', '号）']],
    ['see No. 3-17 here', ['see ', 'No. ', '3-17 ', 'here']],
    ['比2023年度', ['比', '2023', '年', '度']],
  ])('of %s', (text, pieces) => expect(unbreakablePieces(text)).toEqual(pieces));

  it('are the whole line, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(unbreakablePieces(text).join('')).toBe(text);
      }),
    );
  });
});

describe('lines of a text', () => {
  it.each([
    ['', 10, 1],
    ['平安单位创建', 6, 1],
    ['平安单位创建', 5, 2],
    ['一\n二\r\n三\r四', 10, 4],
    ['一\n', 10, 2],
    ['平安单位，好', 4, 2],
    ['abc def ghi', 7, 2],
    ['abcdefghijkl', 5, 3],
    ['字abcdefghij', 5, 3],
    ['ab     ', 2, 1],
  ])('%j in width %d', (text, width, lines) => expect(countLines(text, width, perCharacter)).toBe(lines));

  it('are never fewer in a narrower cell, nor fewer than the text fills', () => {
    const text = fc.string({ unit: fc.constantFrom('字', 'a', ' ', '，', '（', '\n') });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (content, width) => {
        const lines = countLines(content, width, perCharacter);
        const least = content
          .split('\n')
          .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.replace(/ /g, '').length / width)), 0);
        expect(lines).toBeGreaterThanOrEqual(least);
      }),
    );
  });
});
