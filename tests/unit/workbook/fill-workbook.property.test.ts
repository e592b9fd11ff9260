import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import XlsxPopulate from 'xlsx-populate';
import { formatAddress } from '../../../lib/model/address';
import type { CellEdit, CellValue } from '../../../lib/model/cells';
import { fillWorkbook } from '../../../lib/workbook/fill-workbook';
import { bookWith, changedParts, partText, readBack } from './small-book';

const ROWS = 8;
const COLUMNS = 6;

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('字', 'a', '1', ' ', '\n', '=', '<', '&', '_x000D_', '😀', '𠀀', '"', '\t') }),
  fc.constantFrom('4分', '=SUM(A1)', '-', '@', '+1', ' x ', '2023-12-31', 'TRUE', '1e9'),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const value = fc.oneof(text, number, fc.boolean(), fc.constant(null)) as fc.Arbitrary<CellValue>;
const position = fc.record({ row: fc.nat(ROWS + 2), column: fc.nat(COLUMNS + 2) });
const edits = fc.array(fc.tuple(position, value), { maxLength: 12 });
const table = fc.array(fc.array(value, { maxLength: COLUMNS }), { maxLength: ROWS });

type Table = CellValue[][];
type Values = Map<string, CellValue>;

/** Five writers of one and the same table. */
const writers: Record<string, (rows: Table) => Promise<Uint8Array>> = {
  'our own builder, tersely': async rows => bookWith(`<sheetData>${rows.map(terseRow).join('')}</sheetData>`),
  'our own builder, in full': async rows =>
    bookWith(`<dimension ref="A1"/><sheetData>${rows.map(fullRow).join('')}</sheetData>`, {
      sharedStrings: '<si><t>x</t></si>',
    }),
  SheetJS: async rows => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Sheet1');
    return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: true }));
  },
  exceljs: async rows => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Sheet1');
    for (const [address, cell] of filledCells(rows)) sheet.getCell(address).value = cell;
    return new Uint8Array(await book.xlsx.writeBuffer());
  },
  'xlsx-populate': async rows => {
    const book = await XlsxPopulate.fromBlankAsync();
    for (const [address, cell] of filledCells(rows)) book.sheet(0).cell(address).value(cell);
    return new Uint8Array(await book.outputAsync());
  },
};

function filledCells(rows: Table): [address: string, value: string | number | boolean][] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): [string, string | number | boolean][] =>
      cell === null ? [] : [[formatAddress({ row, column }), cell]],
    ),
  );
}

function terseRow(cells: CellValue[]): string {
  const sources = cells.map(cell => (cell === null ? '<c/>' : cellXml('', cell)));
  // SheetJS does not count a row that is empty and states no number.
  return `<row>${sources.join('') || '<c/>'}</row>`;
}

function fullRow(cells: CellValue[], row: number): string {
  const sources = cells.map((cell, column) =>
    cell === null ? '' : cellXml(` r="${formatAddress({ row, column })}"`, cell),
  );
  return `<row r="${row + 1}" spans="1:2">${sources.join('')}</row>`;
}

function cellXml(r: string, cell: string | number | boolean): string {
  if (typeof cell === 'number') return `<c${r}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c${r} t="b"><v>${Number(cell)}</v></c>`;
  const escaped = cell
    .replace(/_(?=x000D_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
  return `<c${r} t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

function valuesOf(bytes: Uint8Array): Values {
  const sheet = readBack(bytes).Sheets.Sheet1!;
  const values: Values = new Map();
  for (const [address, cell] of Object.entries(sheet)) {
    if (!address.startsWith('!') && cell.v !== undefined && cell.v !== '' && cell.t !== 'z')
      values.set(address, cell.v);
  }
  return values;
}

describe.each(Object.entries(writers))('a workbook by %s, filled at random', (_, build) => {
  it('reads back with the edits made and every other cell as it was', async () => {
    await fc.assert(
      fc.asyncProperty(table, edits, async (rows, changes) => {
        const book = await build(rows);
        const list: CellEdit[] = changes.map(([place, content]) => ({ sheet: 'Sheet1', ...place, value: content }));
        const expected = valuesOf(book);
        for (const { row, column, value: content } of list) {
          const address = formatAddress({ row, column });
          if (content === null || content === '') expected.delete(address);
          else expected.set(address, Object.is(content, -0) ? 0 : content);
        }
        const { bytes } = await fillWorkbook(book, list);
        expect(valuesOf(bytes)).toEqual(expected);
        const allowed = /^xl\/(worksheets\/sheet1|sharedStrings)\.xml$/;
        expect(changedParts(book, bytes).filter(part => !allowed.test(part))).toEqual([]);
        // Filling the same again changes nothing.
        expect((await fillWorkbook(bytes, list)).bytes).toEqual(bytes);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a sheet filled at random', () => {
  it('keeps the bytes of every row that no edit names', async () => {
    await fc.assert(
      fc.asyncProperty(table, edits, async (rows, changes) => {
        const book = await writers['our own builder, in full']!(rows);
        const { bytes, written } = await fillWorkbook(
          book,
          changes.map(([place, content]) => ({ sheet: 'Sheet1', ...place, value: content })),
        );
        const touched = new Set(written.map(({ cell }) => cell.replace(/\D/g, '')));
        const rowsOf = (file: Uint8Array) =>
          new Map(
            [...partText(file, 'xl/worksheets/sheet1.xml').matchAll(/<row r="(\d+)".*?<\/row>/gs)].map(m => [
              m[1]!,
              m[0],
            ]),
          );
        const after = rowsOf(bytes);
        for (const [number, source] of rowsOf(book)) if (!touched.has(number)) expect(after.get(number)).toBe(source);
      }),
      { numRuns: 40 },
    );
  });
});
