import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { SnapshotGrid, snapshotLayout } from '../../../lib/model/sheet-snapshot';
import { openWorkbook } from '../../../lib/workbook/open-workbook';
import { plainCell } from '../../fixtures/read-package';

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map(raw => raw.replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, '·'));
const chinese = fc.constantFrom(
  '（一）领导责任',
  '4分',
  '2023年底前',
  '1.坚持；\n2.落实',
  '  前后有空格  ',
  '=SUM(A1)',
  '𠮷',
);
const value = fc.oneof(text, chinese, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
const cells = fc.dictionary(fc.stringMatching(/^[A-J](?:[1-9]|[12]\d)$/), value, { minKeys: 1, maxKeys: 30 });

async function firstGrid(bytes: Uint8Array): Promise<SnapshotGrid> {
  const workbook = await openWorkbook(bytes);
  return new SnapshotGrid(await workbook.snapshot(workbook.sheets[0]!.name));
}

function valuesOf(grid: SnapshotGrid): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (let row = 0; row < grid.rowCount; row++) {
    for (const column of grid.filledColumns(row)) {
      values[XLSX.utils.encode_cell({ r: row, c: column })] = grid.cell(row, column)!.value;
    }
  }
  return values;
}

const plain = (content: unknown) => (Object.is(content, -0) ? 0 : content);

describe('workbooks of other writers', () => {
  it('read the same as they were given to SheetJS, with and without shared strings', async () => {
    await fc.assert(
      fc.asyncProperty(cells, fc.boolean(), fc.boolean(), async (content, bookSST, compression) => {
        const sheet: XLSX.WorkSheet = { '!ref': 'A1:J29' };
        for (const [address, v] of Object.entries(content)) {
          sheet[address] = { v, t: { string: 's', number: 'n', boolean: 'b' }[typeof v as 'string'] };
        }
        const book = XLSX.utils.book_new(sheet, '表');
        const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', bookSST, compression }));
        const expected = Object.fromEntries(Object.entries(content).map(([address, v]) => [address, plain(v)]));
        expect(valuesOf(await firstGrid(bytes))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('read the same as SheetJS reads what exceljs wrote, merges included', async () => {
    await fc.assert(
      fc.asyncProperty(cells, fc.integer({ min: 1, max: 5 }), async (content, width) => {
        const book = new ExcelJS.Workbook();
        const sheet = book.addWorksheet('表');
        for (const [address, v] of Object.entries(content)) sheet.getCell(address).value = v;
        sheet.mergeCells(40, 1, 41, 1 + width);
        sheet.getCell('A40').value = '签名';
        const bytes = new Uint8Array(await book.xlsx.writeBuffer());
        const grid = await firstGrid(bytes);
        const theirs = XLSX.read(bytes).Sheets.表!;
        const expected = Object.fromEntries(
          Object.entries(theirs)
            .filter(([address, cell]) => address[0] !== '!' && cell.v !== undefined && cell.t !== 'z')
            .map(([address, cell]) => [address, cell.v]),
        );
        expect(valuesOf(grid)).toEqual(expected);
        expect(grid.merges).toEqual([{ top: 39, left: 0, bottom: 40, right: width }]);
      }),
      { numRuns: 30 },
    );
  });

  it('have the looks and sizes that exceljs was given', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('表', { views: [{ state: 'frozen', ySplit: 2, xSplit: 1 }] });
    sheet.getColumn(2).width = 30;
    sheet.getRow(1).height = 48;
    sheet.getCell('A3').value = '隐藏';
    sheet.getRow(3).hidden = true;
    const cell = sheet.getCell('B1');
    cell.value = new Date(Date.UTC(2023, 11, 31));
    cell.numFmt = 'yyyy"年"m"月"d"日"';
    cell.font = { name: '黑体', size: 16, bold: true, color: { argb: 'FFC00000' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = { top: { style: 'thin' }, bottom: { style: 'double', color: { argb: 'FF0000FF' } } };
    cell.protection = { locked: false };
    const workbook = await openWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
    const snapshot = await workbook.snapshot('表');
    const grid = new SnapshotGrid(snapshot);
    expect(plainCell(grid.cell(0, 1))).toEqual({
      kind: 'date',
      text: '2023年12月31日',
      value: 45291,
      iso: '2023-12-31',
    });
    expect(workbook.looks[grid.style(0, 1)]).toMatchObject({
      font: { name: '黑体', size: 16, bold: true, color: '#c00000' },
      fill: '#fff2cc',
      borders: { top: { style: 'thin' }, bottom: { style: 'double', color: '#0000ff' }, left: { style: 'none' } },
      horizontal: 'center',
      vertical: 'center',
      wrap: true,
      locked: false,
    });
    const layout = snapshotLayout(snapshot);
    expect(layout.freeze).toEqual({ rows: 2, columns: 1 });
    expect(layout.columns.find(({ first }) => first === 1)?.width).toBe(30);
    expect([layout.rows.get(0)?.height, layout.rows.get(2)?.hidden]).toEqual([48, true]);
  });
});
