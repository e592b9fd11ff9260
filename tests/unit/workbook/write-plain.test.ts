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

  it('sets widths and takes any name for a sheet', () => {
    const names = ['a/b:c', 'A/b:c', '很长'.repeat(20), ''];
    const book = readBack(writePlainWorkbook(names.map(name => ({ name, rows: [['x']], widths: [30] }))));
    expect(book.SheetNames).toEqual(['a b c', 'A b c (2)', '很长'.repeat(20).slice(0, 31), 'Sheet']);
  });
});
