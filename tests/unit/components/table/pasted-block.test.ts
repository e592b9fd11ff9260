import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTabbedText, parseTabbedText } from '../../../../components/table/pasted-block';

const cell = fc.string({ unit: fc.constantFrom('平', 'a', '"', '\t', '\n', ' ', '=', '1', '，', '😀'), maxLength: 8 });

describe('a block on the clipboard', () => {
  it('comes back as it was copied, whatever stands in its cells', () => {
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain(width => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(block, rows => {
        expect(parseTabbedText(formatTabbedText(rows))).toEqual(rows);
      }),
    );
  });

  it('is read as Excel writes it: CRLF between rows and one at the end, quoted cells of several lines', () => {
    expect(parseTabbedText('一\t二\r\n"第一行\n第二行"\t4\r\n')).toEqual([
      ['一', '二'],
      ['第一行\n第二行', '4'],
    ]);
  });

  it('keeps empty cells and empty rows in their place', () => {
    expect(parseTabbedText('\t\t三\r\n\t\r\n\r\n完\r\n')).toEqual([['', '', '三'], ['', ''], [''], ['完']]);
  });

  it('takes a quotation mark that opens no quoted cell for text', () => {
    expect(parseTabbedText('"平安"创建\t5"')).toEqual([['"平安"创建', '5"']]);
    expect(parseTabbedText('"没有结束\t下一格')).toEqual([['"没有结束', '下一格']]);
  });

  it('reads any number of cells that begin with a lone mark', () => {
    // Looked through to the end for each of them, this many would take minutes.
    expect(parseTabbedText('"x\n'.repeat(200_000))).toHaveLength(200_000);
  });
});
