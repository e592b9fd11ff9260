import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../../lib/model/address';
import type { CellEdit, CellValue } from '../../../../lib/model/cells';
import { fillWorkbook } from '../../../../lib/workbook/fill-workbook';
import { bookWith, changedParts, partText, readBack, sheetXml } from '../small-book';

const put = (cell: string, value: CellValue, sheet = 'Sheet1'): CellEdit => ({ sheet, ...parseAddress(cell)!, value });

async function fill(xml: string, edits: CellEdit[], rest = {}): Promise<Uint8Array> {
  return (await fillWorkbook(bookWith(xml, rest), edits)).bytes;
}

/** A column of scores in A1:A3, and this formula, with this cached value, in C1. */
const scores = (formula: string, cached = '<v>99</v>', tag = '<f>') =>
  `<sheetData><row r="1"><c r="A1"><v>4</v></c><c r="C1" s="2">${tag}${formula}</f>${cached}</c></row><row r="2"><c r="A2"><v>3</v></c></row><row r="3"><c r="A3"/></row></sheetData>`;

describe('cached values of formulas that read a filled cell', () => {
  it('are computed', async () => {
    expect(sheetXml(await fill(scores('SUM(A1:A3)'), [put('A3', 2.5)]))).toContain(
      '<c r="C1" s="2"><f>SUM(A1:A3)</f><v>9.5</v></c>',
    );
  });

  it('change their type with the result', async () => {
    expect(sheetXml(await fill(scores('IF(A3&gt;1,"优&lt;",1)'), [put('A3', 2)]))).toContain(
      '<c r="C1" s="2" t="str"><f>IF(A3&gt;1,"优&lt;",1)</f><v>优&lt;</v></c>',
    );
    expect(sheetXml(await fill(scores('A3&gt;1'), [put('A3', 2)]))).toContain('t="b"><f>A3&gt;1</f><v>1</v></c>');
    expect(sheetXml(await fill(scores('1/A3'), [put('A3', 0)]))).toContain('t="e"><f>1/A3</f><v>#DIV/0!</v></c>');
  });

  it('are dropped where they cannot be computed', async () => {
    expect(sheetXml(await fill(scores('MEDIAN(A1:A3)'), [put('A3', 2)]))).toContain(
      '<c r="C1" s="2"><f>MEDIAN(A1:A3)</f></c>',
    );
    expect(sheetXml(await fill(scores('SUM(INDIRECT("A1:A3"))'), [put('B9', 2)]))).toContain(
      '<f>SUM(INDIRECT("A1:A3"))</f></c>',
    );
    expect(sheetXml(await fill(scores('SUM(表1[分值])'), [put('B9', 2)]))).toContain('<f>SUM(表1[分值])</f></c>');
    expect(sheetXml(await fill(scores('没有+1'), [put('B9', 2)]))).toContain('<f>没有+1</f></c>');
  });

  it('stay where nothing they read has changed', async () => {
    const xml = scores('MEDIAN(A1:A3)+[1]Sheet1!A9');
    expect(sheetXml(await fill(xml, [put('B9', 2)]))).toContain('<f>MEDIAN(A1:A3)+[1]Sheet1!A9</f><v>99</v></c>');
  });

  it('stay when the result is what was cached', async () => {
    const xml = scores('MAX(A1:A3)', '<v>4.0</v>');
    expect(sheetXml(await fill(xml, [put('A3', 2)]))).toContain('<f>MAX(A1:A3)</f><v>4.0</v>');
  });

  it('follow through other formulas and sheets', async () => {
    const total =
      '<sheetData><row r="1"><c r="A1"><f>Sheet1!C1*2</f><v>1</v></c><c r="B1" t="str"><f>A1&amp;"分"</f><v>1分</v></c></row></sheetData>';
    const book = bookWith(scores('SUM(A1:A3)'), { sheets: [{ name: '汇总', xml: total }] });
    const { bytes } = await fillWorkbook(book, [put('A3', 3)]);
    const sheet = readBack(bytes).Sheets.汇总!;
    expect([sheet.A1.v, sheet.B1.v]).toEqual([20, '20分']);
  });

  it('are computed for subtotals, which skip each other and hidden rows', async () => {
    const row = (r: number, formula: string, hidden = '') =>
      `<row r="${r}"${hidden}><c r="A${r}">${formula}<v>${r}</v></c></row>`;
    const rows = [
      row(1, ''),
      row(2, '', ' hidden="1"'),
      row(3, '<f>SUBTOTAL(109,A1:A2)</f>'),
      row(4, ''),
      row(5, '<f>SUBTOTAL(109,A1:A4)</f>'),
      row(6, '<f>SUBTOTAL(9,A1:A4)</f>'),
    ];
    const xml = sheetXml(await fill(`<sheetData>${rows.join('')}</sheetData>`, [put('A4', 40)]));
    expect(xml).toContain('<f>SUBTOTAL(109,A1:A2)</f><v>3</v>');
    expect(xml).toContain('<f>SUBTOTAL(109,A1:A4)</f><v>41</v>');
    expect(xml).toContain('<f>SUBTOTAL(9,A1:A4)</f></c>');
  });

  it('follow shared formulas, shifted to each cell', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*A$1+$A1</f><v>0</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>0</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>7</v></c></row></sheetData>';
    const out = sheetXml(await fill(xml, [put('A2', 5)]));
    expect(out).toContain('<c r="B2"><f t="shared" si="0"/><v>10</v></c>');
    expect(out).toContain('<c r="B1"><f t="shared" ref="B1:B3" si="0">A1*A$1+$A1</f><v>0</v></c>');
    expect(out).toContain('<c r="B3"><f t="shared" si="0"/><v>7</v></c>');
  });

  it('follow defined names', async () => {
    const names = {
      workbookEnd: '<definedNames><definedName name="得分">Sheet1!$A$1:$A$3</definedName></definedNames>',
    };
    expect(sheetXml(await fill(scores('SUM(得分)'), [put('A3', 3)], names))).toContain('<f>SUM(得分)</f><v>10</v>');
  });

  it('follow the name that belongs to the sheet before the one of the book', async () => {
    const names = {
      workbookEnd:
        '<definedNames><definedName name="得分">Sheet1!$Z$1</definedName><definedName name="得分" localSheetId="0">Sheet1!$A$1:$A$3</definedName></definedNames>',
    };
    expect(sheetXml(await fill(scores('SUM(得分)'), [put('A3', 3)], names))).toContain('<f>SUM(得分)</f><v>10</v>');
  });

  it('count cells that the file did not have', async () => {
    expect(sheetXml(await fill(scores('SUM(A1:A9)'), [put('A8', 3), put('D8', 100)]))).toContain(
      '<f>SUM(A1:A9)</f><v>10</v>',
    );
  });

  it('are given where the file had none', async () => {
    expect(sheetXml(await fill(scores('SUM(A1:A3)', ''), [put('A3', 3)]))).toContain('<f>SUM(A1:A3)</f><v>10</v>');
  });

  it('are dropped in all cells of an array formula', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2" s="1"><v>4</v></c></row></sheetData>';
    const out = sheetXml(await fill(xml, [put('A2', 3)]));
    expect(out).toContain('<f t="array" ref="B1:B2">A1:A2*2</f></c>');
    expect(out).toContain('<c r="B2" s="1"/>');
  });

  it('are dropped in a circle, and nothing hangs', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+C1</f><v>2</v></c><c r="C1"><f>B1</f><v>2</v></c></row></sheetData>';
    expect(sheetXml(await fill(xml, [put('A1', 3)]))).toContain('<c r="B1"><f>A1+C1</f></c><c r="C1"><f>B1</f></c>');
  });

  it('see emptied cells as empty', async () => {
    expect(sheetXml(await fill(scores('SUM(A1:A3)'), [put('A1', null)]))).toContain('<v>3</v></c></row><row r="2">');
  });
});

describe('the request to calculate on opening', () => {
  const formula = scores('SUM(A1:A3)');

  it('goes where the schema wants it', async () => {
    const rest = { workbookEnd: '<definedNames/><oleSize ref="A1"/><extLst/>' };
    expect(partText(await fill(formula, [put('A3', 1)], rest), 'xl/workbook.xml')).toContain(
      '<definedNames/><calcPr fullCalcOnLoad="1"/><oleSize ref="A1"/>',
    );
    expect(partText(await fill(formula, [put('A3', 1)]), 'xl/workbook.xml')).toContain(
      '</sheets><calcPr fullCalcOnLoad="1"/></workbook>',
    );
  });

  it('joins the settings that are there', async () => {
    const rest = { workbookEnd: '<calcPr calcId="191029" fullCalcOnLoad="0" iterate="1"/>' };
    expect(partText(await fill(formula, [put('A3', 1)], rest), 'xl/workbook.xml')).toContain(
      '<calcPr calcId="191029" fullCalcOnLoad="1" iterate="1"/>',
    );
  });

  it('is not made twice, nor in a book without formulas', async () => {
    const asked = bookWith(formula, { workbookEnd: '<calcPr fullCalcOnLoad="1"/>' });
    expect(changedParts(asked, (await fillWorkbook(asked, [put('A3', 1)])).bytes)).toEqual([
      'xl/worksheets/sheet1.xml',
    ]);
    const plain = bookWith('<sheetData/>');
    expect(changedParts(plain, (await fillWorkbook(plain, [put('A3', 1)])).bytes)).toEqual([
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('leaves the calculation chain alone', async () => {
    const book = bookWith(formula, { parts: { 'xl/calcChain.xml': '<calcChain><c r="C1" i="1"/></calcChain>' } });
    expect(changedParts(book, (await fillWorkbook(book, [put('A3', 1)])).bytes)).toEqual([
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });
});
