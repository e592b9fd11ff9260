import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../../lib/model/address';
import type { CellEdit, CellValue } from '../../../../lib/model/cells';
import { type FillResult, fillWorkbook } from '../../../../lib/workbook/fill-workbook';
import { bookWith, sheetXml } from '../small-book';

const put = (cell: string, value: CellValue): CellEdit => ({ sheet: 'Sheet1', ...parseAddress(cell)!, value });

/** Style 1 wraps, style 0 does not. Column A holds seven Chinese characters of 10 points, column B is hidden. */
const STYLES =
  '<fonts count="1"><font><sz val="10"/><name val="宋体"/></font></fonts><cellXfs count="2"><xf fontId="0"/><xf fontId="0"><alignment wrapText="1"/></xf></cellXfs>';
const COLS =
  '<cols><col min="1" max="1" width="18" customWidth="1"/><col min="2" max="2" width="99" hidden="1"/></cols>';

function fill(rows: string, edits: CellEdit[], after = '', options = {}): Promise<FillResult> {
  const xml = `<sheetFormatPr defaultRowHeight="14.25"/>${COLS}<sheetData>${rows}</sheetData>${after}`;
  return fillWorkbook(bookWith(xml, { styles: STYLES }), edits, { growRows: true, ...options });
}

const row = (n: number, attributes: string, cells = `<c r="A${n}" s="1"/>`) =>
  `<row r="${n}"${attributes}>${cells}</row>`;
const LONG = '字'.repeat(40);

describe('a row with a filled text', () => {
  it('grows to hold it, and says by how much', async () => {
    const { bytes, grownRows } = await fill(row(1, ' ht="20" hidden="0"'), [put('A1', LONG)]);
    expect(grownRows).toHaveLength(1);
    expect(grownRows[0]).toMatchObject({ sheet: 'Sheet1', row: 1, from: 20 });
    expect(grownRows[0]!.to).toBeGreaterThan(80);
    expect(sheetXml(bytes)).toContain(`<row r="1" ht="${grownRows[0]!.to}" hidden="0" customHeight="1">`);
  });

  it('stays where the text fits, and never shrinks', async () => {
    const { bytes, grownRows } = await fill(row(1, ' ht="200"'), [put('A1', LONG)]);
    expect(grownRows).toEqual([]);
    expect(sheetXml(bytes)).toContain('<row r="1" ht="200">');
  });

  it('stays when growing is not asked for', async () => {
    const { bytes, grownRows } = await fill(row(1, ' ht="20"'), [put('A1', LONG)], '', { growRows: false });
    expect(grownRows).toEqual([]);
    expect(sheetXml(bytes)).toContain('<row r="1" ht="20">');
  });

  it('stays for text that runs on in one line, for numbers, and for hidden rows', async () => {
    const rows = row(1, ' ht="20"', '<c r="A1" s="0"/>') + row(2, ' ht="20"') + row(3, ' ht="20" hidden="1"');
    expect((await fill(rows, [put('A1', LONG), put('A2', 1e300), put('A3', LONG)])).grownRows).toEqual([]);
  });

  it('is told of where its cell does not wrap and the next one is in the way', async () => {
    const beside = (n: number, next: string) => row(n, ' ht="20"', `<c r="A${n}" s="0"/>${next}`);
    const rows =
      beside(1, '<c r="B1"><v>1</v></c>') +
      beside(2, '<c r="B2"/>') +
      beside(3, '<c r="B3"><v>1</v></c>') +
      beside(4, '');
    const edits = [put('A1', LONG), put('A2', LONG), put('A3', '短'), put('A4', `${LONG}\n${LONG}`)];
    const { problems } = await fill(rows, edits);
    expect(problems.map(({ code, cell }) => [code, cell])).toEqual([
      ['text-overruns', 'A1'],
      ['text-overruns', 'A4'],
    ]);
  });

  it('stops at the tallest row there is, and warns', async () => {
    const { grownRows, problems } = await fill(row(1, ' ht="20"'), [put('A1', '字'.repeat(2_000))]);
    expect(grownRows[0]!.to).toBe(409.5);
    expect(problems.map(({ code }) => code)).toEqual(['row-too-tall']);
  });

  it('grows also where the file has no such row', async () => {
    const xml = '<cols><col min="1" max="1" width="18" style="1"/></cols><sheetData/>';
    const { bytes, grownRows } = await fillWorkbook(bookWith(xml, { styles: STYLES }), [put('A7', LONG)], {
      growRows: true,
    });
    expect(sheetXml(bytes)).toContain(`<row r="7" ht="${grownRows[0]!.to}" customHeight="1"><c r="A7" s="1"`);
  });

  it('keeps room for its other texts where the file leaves its height open', async () => {
    const cells = `<c r="A1" s="1"/><c r="D1" s="1" t="inlineStr"><is><t>${'字'.repeat(300)}</t></is></c>`;
    const { grownRows } = await fill(row(1, '', cells), [put('A1', LONG)]);
    expect(grownRows).toEqual([]);
  });
});

describe('a merged cell', () => {
  const merged = (ref: string) => `<mergeCells><mergeCell ref="${ref}"/></mergeCells>`;

  it('is as wide as its visible columns', async () => {
    const narrow = await fill(row(1, ' ht="20"'), [put('A1', LONG)], merged('A1:B1'));
    const wide = await fill(row(1, ' ht="20"'), [put('A1', LONG)], merged('A1:E1'));
    expect(narrow.grownRows[0]!.to).toBeGreaterThan(80);
    expect(wide.grownRows[0]!.to).toBeLessThan(narrow.grownRows[0]!.to);
  });

  it('over several rows shares out among them what it lacks', async () => {
    const rows = row(1, ' ht="20"') + row(2, ' ht="30"', '') + row(3, ' ht="20" hidden="1"', '');
    const { grownRows } = await fill(rows, [put('A1', LONG)], merged('A1:A3'));
    expect(grownRows.map(({ row: number }) => number)).toEqual([1, 2]);
    const [first, second] = grownRows.map(({ from, to }) => to - from);
    expect(Math.abs(first! - second!)).toBeLessThanOrEqual(0.25);
    expect(grownRows.reduce((sum, { to }) => sum + to, 0)).toBeGreaterThan(80);
  });

  it('uses the room that its rows have, or gain by other cells', async () => {
    const rows = row(1, ' ht="20"', '<c r="A1" s="1"/><c r="C1" s="1"/>') + row(2, ' ht="20"', '');
    const alone = await fill(rows, [put('C1', LONG)], merged('A1:A2'));
    const both = await fill(rows, [put('A1', '字'.repeat(20)), put('C1', LONG)], merged('A1:A2'));
    expect(both.grownRows).toEqual(alone.grownRows);
  });
});
