import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCellText, escapeAttribute, needsPreserve, textElement } from '../../../../lib/workbook/fill/cell-text';
import { unescapeText } from '../../../../lib/workbook/sheet/spreadsheet-text';

describe('text on its way into a cell', () => {
  it.each([
    ['_x000D_', '_x005F_x000D_'],
    ['_x0041_x0042_', '_x005F_x0041_x005F_x0042_'],
    ['_xZZZZ_ _x00_', '_xZZZZ_ _x00_'],
    ['_x00e9_', '_x005F_x00e9_'],
    ['a\r\nb', 'a_x000D_\nb'],
    ['<&>"\'', '&lt;&amp;&gt;"\''],
  ])('%j is written %j', (text, written) => expect(encodeCellText(text)).toBe(written));

  it('is read as it was', () => {
    const text = fc.string({ unit: fc.constantFrom('_', 'x', '0', 'D', '5', 'F', '\r', '\n', '字', '<', '&') });
    fc.assert(
      fc.property(text, content => {
        const read = encodeCellText(content).replaceAll('&lt;', '<').replaceAll('&amp;', '&');
        expect(unescapeText(read)).toBe(content);
      }),
    );
  });

  it.each([' a', 'a ', 'a\nb', 'a\tb', 'a  b', '\u3000字', '\n'])('%j keeps its white space', text => {
    expect(needsPreserve(text)).toBe(true);
  });

  it('says nothing of white space where there is none to lose', () => {
    expect(textElement('a b 字', 'x:')).toBe('<x:t>a b 字</x:t>');
    expect(textElement('a ', '')).toBe('<t xml:space="preserve">a </t>');
  });

  it('keeps line breaks and quotation marks in attributes', () => {
    expect(escapeAttribute('"a"\n<b>\t&')).toBe('&quot;a&quot;&#10;&lt;b&gt;&#9;&amp;');
  });
});
