import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writePlainWorkbook } from '../../../lib/workbook/write-plain';
import { readBack } from './small-book';

describe('a plain workbook', () => {
  it('keeps the type of every value, and formulas out', () => {
    const rows = [
      ['单元格', '=1+1', '+86', '-', '@x', '2023-12-31', '007'],
      [1.5, true, null, -3],
    ];
    const sheet = readBack(writePlainWorkbook([{ name: '修改清单', rows }])).Sheets.修改清单!;
    expect(['A1', 'B1', 'C1', 'D1', 'E1', 'F1', 'G1'].map(a => [sheet[a].t, sheet[a].v, sheet[a].f])).toEqual(
      rows[0]!.map(text => ['s', text, undefined]),
    );
    expect([sheet.A2.v, sheet.B2.v, sheet.C2, sheet.D2.v]).toEqual([1.5, true, undefined, -3]);
  });

  it('reads and prints like a list: ruled, headings kept in sight and on every page', () => {
    const rows = [['表.xlsx 更改清单'], ['单元格', '内容'], ['C3', '很长的内容'.repeat(50)]];
    const bytes = writePlainWorkbook([{ name: "清单's", rows, widths: [10, 40] }]);
    const parts = unzipSync(bytes);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toMatch(/<c r="A1" s="2"[\s\S]*<c r="B2" s="3"[\s\S]*<c r="B3" s="1"/);
    expect(sheet).toContain('<row r="3" ht="195"');
    expect(sheet.indexOf('<pageSetup ')).toBeLessThan(sheet.indexOf('<ignoredErrors'));
    expect(strFromU8(parts['xl/workbook.xml']!)).toContain('&apos;清单&apos;&apos;s&apos;!$1:$2');
    expect(readBack(bytes).Sheets["清单's"]!.B3.v).toBe(rows[2]![1]);
  });

  it('sets widths and takes any name for a sheet', () => {
    const names = ['a/b:c', 'A/b:c', '很长'.repeat(20), ''];
    const book = readBack(writePlainWorkbook(names.map(name => ({ name, rows: [['x']], widths: [30] }))));
    expect(book.SheetNames).toEqual(['a b c', 'A b c (2)', '很长'.repeat(20).slice(0, 31), 'Sheet']);
  });
});
