import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAddress, parseRange } from '../../../../lib/model/address';
import type { CellEdit, CellValue } from '../../../../lib/model/cells';
import { type AppendColumns, fillWorkbook } from '../../../../lib/workbook/fill-workbook';
import { bookWith, changedParts, partText, readBack, sheetXml } from '../small-book';

const put = (cell: string, value: CellValue, sheet = 'Sheet1'): CellEdit => ({ sheet, ...parseAddress(cell)!, value });

const request = (range: string, rest: Partial<AppendColumns> = {}): AppendColumns => ({
  sheet: 'Sheet1',
  range: parseRange(range)!,
  headerRows: [2],
  repeatedHeaderRows: [],
  titleCells: ['A1'],
  columns: [
    { role: 'completion', heading: '完成情况' },
    { role: 'selfScore', heading: '自评分' },
  ],
  ...rest,
});

/** Title over A1:B1, header in row 2, two rows, a note over A5:B5. Styles tell where a cell came from. */
const TABLE =
  '<sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>项目表</t></is></c><c r="B1" s="1"/></row>' +
  '<row r="2"><c r="A2" s="2" t="inlineStr"><is><t>考评内容</t></is></c><c r="B2" s="3" t="inlineStr"><is><t>分值</t></is></c></row>' +
  '<row r="3" spans="1:2"><c r="A3" s="4" t="inlineStr"><is><t>建立平安创建工作机制，有部署、有考核。</t></is></c><c r="B3" s="5"><v>4</v></c></row>' +
  '<row r="4"><c r="A4" s="6" t="inlineStr"><is><t>开展矛盾纠纷排查化解，落实调解措施。</t></is></c><c r="B4" s="7"><v>3</v></c></row>' +
  '<row r="5"><c r="A5" s="8" t="inlineStr"><is><t>【说明】</t></is></c><c r="B5" s="9"/></row></sheetData>' +
  '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A5:B5"/></mergeCells>';
const wrapping = '<xf><alignment wrapText="1"/></xf>';
const STYLES = `<fonts><font><sz val="11"/></font></fonts><cellXfs count="11">${wrapping.repeat(11)}</cellXfs>`;
const book = (xml = TABLE, rest = {}) => bookWith(xml, { styles: STYLES, ...rest });

async function appended(bytes: Uint8Array, append: AppendColumns, edits: CellEdit[] = []) {
  return fillWorkbook(bytes, edits, { append });
}

describe('appended columns', () => {
  it('stand right of the table in its own look', async () => {
    const result = await appended(book(), request('A2:B5'), [put('C3', '已完成'), put('D3', 4)]);
    const xml = sheetXml(result.bytes);
    expect(result.appended).toEqual({ completion: 2, selfScore: 3 });
    expect(result.written.map(({ cell }) => cell)).toEqual(['C3', 'D3']);
    expect(xml).toContain(
      '<c r="C2" s="3" t="inlineStr"><is><t>完成情况</t></is></c><c r="D2" s="3" t="inlineStr"><is><t>自评分</t></is></c></row>',
    );
    expect(xml).toContain('<row r="3" spans="1:4">');
    expect(xml).toContain('<c r="C3" s="4" t="inlineStr"><is><t>已完成</t></is></c><c r="D3" s="5"><v>4</v></c></row>');
    expect(xml).toContain('<c r="C4" s="6"/><c r="D4" s="7"/></row>');
  });

  it('extend the title and the rows that go over the whole width', async () => {
    const xml = sheetXml((await appended(book(), request('A2:B5'))).bytes);
    expect(xml).toContain('<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A5:D5"/></mergeCells>');
    expect(xml).toContain('<c r="B1" s="1"/><c r="C1" s="1"/><c r="D1" s="1"/></row>');
    expect(xml).toContain('<c r="B5" s="9"/><c r="C5" s="9"/><c r="D5" s="9"/></row>');
  });

  it('have no heading where a title or column numbers are printed again with the header, and no merge across', async () => {
    const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows =
      `<row r="1">${text('A1', '项目表')}</row><row r="2">${text('A2', '考评内容')}${text('B2', '分值')}</row>` +
      `<row r="3">${text('A3', '1')}${text('B3', '2')}</row><row r="4">${text('A4', '甲')}<c r="B4"><v>4</v></c></row>` +
      `<row r="5">${text('A5', '项目表')}</row><row r="6">${text('A6', '考评内容')}${text('B6', '分值')}</row>` +
      `<row r="7">${text('A7', '乙')}<c r="B7"><v>4</v></c></row>`;
    const merges = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A5:B5"/></mergeCells>';
    const xml = `<sheetData>${rows}</sheetData>${merges}`;
    const { bytes } = await appended(bookWith(xml), request('A2:B7', { repeatedHeaderRows: [3, 5, 6] }));
    expect(['C2', 'C3', 'C5', 'C6'].map(cell => readBack(bytes).Sheets.Sheet1![cell]?.v)).toEqual([
      '完成情况',
      undefined,
      undefined,
      '完成情况',
    ]);
    expect(sheetXml(bytes)).toContain(
      '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A5:D5"/></mergeCells>',
    );
  });

  it('leave a title as it is that is wider already, or has something beside it', async () => {
    const wide = TABLE.replace('ref="A1:B1"', 'ref="A1:H1"');
    expect(sheetXml((await appended(book(wide), request('A2:B5'))).bytes)).toContain('<mergeCell ref="A1:H1"/>');
    const beside = TABLE.replace('</row><row r="2">', '<c r="D1"><v>2023</v></c></row><row r="2">');
    expect(sheetXml((await appended(book(beside), request('A2:B5'))).bytes)).toContain('<mergeCell ref="A1:B1"/>');
  });

  it('take their numbers from no column of dates', async () => {
    const dated = TABLE.replace(
      '<c r="B3" s="5"><v>4</v></c>',
      '<c r="B3" s="5"><v>4</v></c><c r="C3" s="9"><v>45291</v></c>',
    );
    const styles = STYLES.replace(wrapping.repeat(11), `${wrapping.repeat(9)}<xf numFmtId="31"/>${wrapping}`);
    const out = sheetXml((await appended(book(dated, { styles }), request('A2:C5'))).bytes);
    expect(out).toContain('<c r="C3" s="9"><v>45291</v></c><c r="D3" s="4"/><c r="E3" s="5"/>');
  });

  it('repeat a header that is printed again', async () => {
    const xml = TABLE.replace('开展矛盾纠纷排查化解，落实调解措施。', '考评 内容').replace(
      'B4" s="7"><v>3</v>',
      'B4" s="7" t="inlineStr"><is><t>分值</t></is>',
    );
    const out = sheetXml((await appended(book(xml), request('A2:B5', { repeatedHeaderRows: [4] }))).bytes);
    expect(out.match(/完成情况/g)).toHaveLength(2);
    expect(out).toContain('<c r="C4" s="7" t="inlineStr"><is><t>完成情况</t>');
  });

  it('merge their heading over a header of two levels, and their cells over the rows of one answer', async () => {
    const out = sheetXml(
      (await appended(book(), request('A2:B5', { headerRows: [2, 3], rowGroups: [{ first: 4, last: 4 }] }))).bytes,
    );
    expect(out).toContain('<mergeCell ref="C2:C3"/><mergeCell ref="D2:D3"/></mergeCells>');
    const grouped = await appended(book(), request('A2:B5', { rowGroups: [{ first: 3, last: 4 }] }), [put('C4', 'x')]);
    expect(sheetXml(grouped.bytes)).toContain('<mergeCells count="4">');
    expect(grouped.written[0]!.cell).toBe('C3');
  });

  it('get widths of their own, and settings that reach over them are split', async () => {
    const cols =
      '<cols><col min="1" max="1" width="40" customWidth="1"/><col min="2" max="16384" width="9" hidden="1" style="2"/></cols>';
    const out = sheetXml((await appended(book(cols + TABLE), request('A2:B5'))).bytes);
    expect(out).toContain(
      '<cols><col min="1" max="1" width="40" customWidth="1"/><col min="2" max="2" width="9" hidden="1" style="2"/><col min="3" max="3" width="42" customWidth="1"/><col min="4" max="4" width="10" customWidth="1"/><col min="5" max="16384" width="9" hidden="1" style="2"/></cols>',
    );
  });

  it('keep the table on one page in width', async () => {
    const plain = sheetXml((await appended(book(), request('A2:B5'))).bytes);
    expect(plain).toMatch(/^<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><cols>/);
    expect(plain).toMatch(
      /<\/mergeCells><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>$/,
    );
    const set = `<sheetPr><tabColor rgb="FFFF0000"/></sheetPr>${TABLE}<pageMargins left="1"/><pageSetup orientation="portrait" scale="80"/><headerFooter/>`;
    const out = sheetXml((await appended(book(set), request('A2:B5'))).bytes);
    expect(out).toContain('<sheetPr><tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(out).toContain(
      '<pageSetup orientation="portrait" scale="80" fitToWidth="1" fitToHeight="0"/><headerFooter/>',
    );
  });

  it.each([
    ['Sheet1!$A$1:$B$5', 'Sheet1!$A$1:$D$5'],
    ['Sheet1!$A:$B', 'Sheet1!$A:$D'],
    ["'Sheet1'!$A$1:$B$5,Sheet1!$H$1:$I$9", "'Sheet1'!$A$1:$D$5,Sheet1!$H$1:$I$9"],
    ['Sheet1!$A$1:$H$5', 'Sheet1!$A$1:$H$5'],
    ['Sheet1!$A$40:$B$50', 'Sheet1!$A$40:$B$50'],
    ['Sheet1!$C$1:$C$5', 'Sheet1!$C$1:$C$5'],
  ])('take the print area from %s to %s', async (before, after) => {
    const names = `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${before}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$2:$2</definedName></definedNames>`;
    const { bytes } = await appended(book(TABLE, { workbookEnd: names }), request('A2:B5'));
    expect(partText(bytes, 'xl/workbook.xml')).toContain(names.replace(before, after));
  });

  it('take a wrapping format for long text only where the table has none', async () => {
    const styles = `<cellXfs count="11">${'<xf fontId="0" borderId="0"/>'.repeat(11)}</cellXfs>`;
    const { bytes } = await appended(book(TABLE, { styles }), request('A2:B5'));
    expect(sheetXml(bytes)).toContain('<c r="C3" s="11"/><c r="D3" s="5"/>');
    expect(partText(bytes, 'xl/styles.xml')).toContain(
      '<cellXfs count="12">' +
        '<xf fontId="0" borderId="0"/>'.repeat(11) +
        '<xf fontId="0" borderId="0" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs>',
    );
    expect(changedParts(book(), (await appended(book(), request('A2:B5'))).bytes)).toEqual([
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('let rows grow for what is filled into them', async () => {
    const { grownRows } = await fillWorkbook(book(), [put('C3', '工作'.repeat(200))], {
      append: request('A2:B5'),
      growRows: true,
    });
    expect(grownRows.map(({ row }) => row)).toEqual([3]);
  });
});

describe('what stands in the way', () => {
  it.each([
    [
      'a value',
      TABLE.replace('<c r="B3" s="5"><v>4</v></c>', '<c r="B3" s="5"><v>4</v></c><c r="D3"><v>0</v></c>'),
      'D3',
    ],
    ['a formula', TABLE.replace('</row><row r="5">', '<c r="C4"><f>1</f></c></row><row r="5">'), 'C4'],
    ['a merge', TABLE.replace('</mergeCells>', '<mergeCell ref="D4:F4"/></mergeCells>'), 'D4'],
    ['a merge out of the table', TABLE.replace('</mergeCells>', '<mergeCell ref="B3:C3"/></mergeCells>'), 'C3'],
  ])('is named: %s', async (_, xml, cell) => {
    await expect(appended(book(xml), request('A2:B5'))).rejects.toMatchObject({
      code: 'append-blocked',
      details: { cell },
    });
  });

  it('is no cell that only has a style, and nothing below or beyond', async () => {
    const xml = TABLE.replace('<v>4</v></c>', '<v>4</v></c><c r="C3" s="9"/><c r="E3"><v>1</v></c>').replace(
      '</sheetData>',
      '<row r="9"><c r="C9"><v>1</v></c></row></sheetData>',
    );
    expect(sheetXml((await appended(book(xml), request('A2:B5'))).bytes)).toContain(
      '<c r="C3" s="4"/><c r="D3" s="5"/><c r="E3"><v>1</v></c>',
    );
  });
});

describe('a working copy of the 2023 table', () => {
  it('has the chosen columns and every value of the original', async () => {
    const received = new Uint8Array(readFileSync('tests/fixtures/workbooks/received-2023.xlsx'));
    const append = { ...request('A2:E21', { repeatedHeaderRows: [6, 12, 16] }), sheet: '个性指标' };
    const { bytes } = await appended(received, append, [put('F3', '已成立领导小组。', '个性指标')]);
    const [before, after] = [readBack(received).Sheets.个性指标!, readBack(bytes).Sheets.个性指标!];
    for (const address of Object.keys(before).filter(key => !key.startsWith('!'))) {
      expect(after[address].v).toEqual(before[address].v);
    }
    expect(['F2', 'G2', 'F6', 'F12', 'F16', 'F3'].map(a => after[a].v)).toEqual([
      '完成情况',
      '自评分',
      '完成情况',
      '完成情况',
      '完成情况',
      '已成立领导小组。',
    ]);
    expect(partText(bytes, 'xl/workbook.xml')).toContain("'个性指标'!$A$1:$G$21");
  });
});
