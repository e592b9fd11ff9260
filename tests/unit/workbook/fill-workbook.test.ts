import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../lib/model/address';
import type { CellEdit, CellValue } from '../../../lib/model/cells';
import { SnapshotGrid } from '../../../lib/model/sheet-snapshot';
import { fillWorkbook } from '../../../lib/workbook/fill-workbook';
import { openWorkbook } from '../../../lib/workbook/open-workbook';
import { bookWith, changedParts, partBytes, partText, readBack, sheetXml, valueAt } from './small-book';

const put = (cell: string, value: CellValue, sheet = 'Sheet1'): CellEdit => ({ sheet, ...parseAddress(cell)!, value });

async function filled(xml: string, edits: CellEdit[], rest = {}, options = {}): Promise<Uint8Array> {
  return (await fillWorkbook(bookWith(xml, rest, options), edits)).bytes;
}

describe('what stays', () => {
  it('gives back the very bytes for an empty list of edits', async () => {
    const book = bookWith('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>');
    expect((await fillWorkbook(book, [])).bytes).toEqual(book);
  });

  it('gives back the very bytes when every edit is what is there already', async () => {
    const book = bookWith(
      '<sheetData><row r="1"><c r="A1"><v>1.50</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c></row></sheetData>',
      { sharedStrings: '<si><r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r><rPh sb="0" eb="1"><t>フ</t></rPh></si>' },
    );
    const edits = [
      put('A1', 1.5),
      put('B1', '富文本'),
      put('C1', true),
      put('D1', null),
      put('E9', ''),
      put('Z99', null),
    ];
    const result = await fillWorkbook(book, edits);
    expect(result.bytes).toEqual(book);
    expect(result.written).toEqual([]);
  });

  it('takes text "1" for something else than the number 1', async () => {
    const xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><v>1</v></c></row></sheetData>';
    const out = await filled(xml, [put('A1', '1'), put('B1', 1)]);
    expect(readBack(out).Sheets.Sheet1!.A1.t).toBe('s');
    expect(readBack(out).Sheets.Sheet1!.B1.t).toBe('n');
  });

  it('changes the sheet and the strings, and copies every other entry raw', async () => {
    const book = bookWith(
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>',
      {
        sharedStrings: '<si><t>a</t></si>',
        parts: { 'xl/media/image1.png': new Uint8Array([1, 2, 3]), 'xl/vbaProject.bin': 'macro' },
      },
      { descriptor: 'signed', comment: 'kept' },
    );
    const { bytes } = await fillWorkbook(book, [put('A1', 'b')]);
    expect(changedParts(book, bytes)).toEqual(['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml']);
  });

  it('leaves strings alone when only a number is filled', async () => {
    const book = bookWith('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', {
      sharedStrings: '<si><t>a</t></si>',
    });
    expect(changedParts(book, (await fillWorkbook(book, [put('A1', 3)])).bytes)).toEqual(['xl/worksheets/sheet1.xml']);
  });
});

describe('one cell', () => {
  it('keeps every attribute of a replaced cell but t, cm and vm', async () => {
    const xml =
      '<sheetData><row r="1"><c  r="A1" cm="1" s=\'7\' ph="1" vm="2" t="e" x:foo="a&amp;b" xmlns:x="urn:x"><v>#N/A</v></c></row></sheetData>';
    expect(sheetXml(await filled(xml, [put('A1', 5)]))).toBe(
      '<sheetData><row r="1"><c  r="A1" s=\'7\' ph="1" x:foo="a&amp;b" xmlns:x="urn:x"><v>5</v></c></row></sheetData>',
    );
  });

  it('empties a cell and keeps its style', async () => {
    const xml = '<sheetData><row r="1"><c r="A1" s="3" t="inlineStr"><is><t>x</t></is></c></row></sheetData>';
    expect(sheetXml(await filled(xml, [put('A1', null)]))).toBe(
      '<sheetData><row r="1"><c r="A1" s="3"/></row></sheetData>',
    );
  });

  it('writes booleans and numbers so that no digit is lost', async () => {
    const xml = '<sheetData><row r="1"><c r="A1"/><c r="B1"/><c r="C1"/><c r="D1"/></row></sheetData>';
    const out = await filled(xml, [put('A1', true), put('B1', 0.1 + 0.2), put('C1', -1e-300), put('D1', -0)]);
    expect(sheetXml(out)).toContain(
      '<c r="A1" t="b"><v>1</v></c><c r="B1"><v>0.30000000000000004</v></c><c r="C1"><v>-1e-300</v></c><c r="D1"><v>0</v></c>',
    );
  });

  it('keeps what extensions added to the cell', async () => {
    const xml = '<sheetData><row r="1"><c r="A1"><v>1</v><extLst><ext uri="u"/></extLst></c></row></sheetData>';
    expect(sheetXml(await filled(xml, [put('A1', 2)]))).toContain(
      '<c r="A1"><v>2</v><extLst><ext uri="u"/></extLst></c>',
    );
  });

  it('takes the last of several edits of one cell', async () => {
    const result = await fillWorkbook(bookWith('<sheetData/>'), [put('A1', 1), put('A1', 2)]);
    expect(result.written).toEqual([{ sheet: 'Sheet1', cell: 'A1', before: null, after: 2 }]);
  });

  it('tells the value before, whatever its kind', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>0</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="d"><v>2023-12-31</v></c><c r="F1" t="inlineStr"><is><r><t>a_x000D_</t></r><r><t xml:space="preserve"> b</t></r></is></c></row></sheetData>';
    const { written } = await fillWorkbook(
      bookWith(xml, { sharedStrings: '<si><t>&#20107;<![CDATA[<]]></t></si>' }),
      ['A1', 'B1', 'C1', 'D1', 'E1', 'F1'].map(cell => put(cell, 'new')),
    );
    expect(written.map(({ before }) => before)).toEqual([1, '事<', false, '#N/A', '2023-12-31', 'a\r b']);
  });
});

describe('where a cell belongs', () => {
  const row = (cells: string, attributes = ' r="3"') => `<sheetData><row${attributes}>${cells}</row></sheetData>`;

  it('inserts between its neighbours and widens dimension and spans', async () => {
    const xml = `<dimension ref="B3:D3"/>${row('<c r="B3"><v>1</v></c><c r="D3"><v>2</v></c>', ' r="3" spans="2:4" x14ac:dyDescent="0.2" xmlns:x14ac="urn:a"')}`;
    expect(sheetXml(await filled(xml, [put('C3', 9), put('F3', 8), put('A3', 7)]))).toBe(
      '<dimension ref="A3:F3"/><sheetData><row r="3" spans="1:6" x14ac:dyDescent="0.2" xmlns:x14ac="urn:a"><c r="A3"><v>7</v></c><c r="B3"><v>1</v></c><c r="C3"><v>9</v></c><c r="D3"><v>2</v></c><c r="F3"><v>8</v></c></row></sheetData>',
    );
  });

  it('inserts before a neighbour that is filled as well, and widens spans to the left', async () => {
    const xml = row('<c r="C3"><v>1</v></c><c r="E3"><v>2</v></c>', ' r="3" spans="3:4"');
    expect(sheetXml(await filled(xml, [put('E3', 5), put('D3', 4), put('C3', 3), put('B3', 2)]))).toBe(
      row(
        '<c r="B3"><v>2</v></c><c r="C3"><v>3</v></c><c r="D3"><v>4</v></c><c r="E3"><v>5</v></c>',
        ' r="3" spans="2:5"',
      ),
    );
  });

  it('fills an empty sheetData, a self-closing row, and rows between and after others', async () => {
    expect(sheetXml(await filled('<sheetData/>', [put('B2', 1), put('A1', 2)]))).toBe(
      '<sheetData><row r="1"><c r="A1"><v>2</v></c></row><row r="2"><c r="B2"><v>1</v></c></row></sheetData>',
    );
    const xml = '<sheetData><row r="2" spans="1:1" ht="20"/><row r="5"></row></sheetData>';
    expect(sheetXml(await filled(xml, [put('C2', 1), put('A4', 2), put('A5', 3), put('A9', 4), put('A1', 5)]))).toBe(
      '<sheetData><row r="1"><c r="A1"><v>5</v></c></row><row r="2" spans="1:3" ht="20"><c r="C2"><v>1</v></c></row><row r="4"><c r="A4"><v>2</v></c></row><row r="5"><c r="A5"><v>3</v></c></row><row r="9"><c r="A9"><v>4</v></c></row></sheetData>',
    );
  });

  it('keeps a new row hidden where rows are unless the file has them', async () => {
    const xml = '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><sheetData/>';
    expect(sheetXml(await filled(xml, [put('A2', 1)]))).toContain('<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>');
  });

  it('counts rows and cells that state no place', async () => {
    const xml =
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row><row r="7"><c r="C7"/><c><v>4</v></c></row></sheetData>';
    const out = await filled(xml, [put('B1', 20), put('A2', 30), put('D7', 40), put('C2', 50), put('B7', 60)]);
    expect(sheetXml(out)).toBe(
      '<sheetData><row><c><v>1</v></c><c><v>20</v></c></row><row><c><v>30</v></c><c r="C2"><v>50</v></c></row><row r="7"><c r="B7"><v>60</v></c><c r="C7"/><c><v>40</v></c></row></sheetData>',
    );
  });

  it('finds rows and cells that are out of order', async () => {
    const xml =
      '<sheetData><row r="5"><c r="B5"><v>1</v></c><c r="A5"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row></sheetData>';
    const out = await filled(xml, [put('A5', 20), put('A2', 30)]);
    expect(sheetXml(out)).toBe(
      '<sheetData><row r="5"><c r="B5"><v>1</v></c><c r="A5"><v>20</v></c></row><row r="2"><c r="A2"><v>30</v></c></row></sheetData>',
    );
    expect(valueAt(await filled(xml, [put('C5', 7), put('B2', 8)]), 'C5')).toBe(7);
  });

  it('takes the later of two cells at one place, as readers do', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row><row r="3"/><row r="1"><c r="B1"><v>3</v></c></row></sheetData>';
    const result = await fillWorkbook(bookWith(xml), [put('A1', 9), put('B1', 8)]);
    expect(result.written.map(({ before }) => before)).toEqual([2, 3]);
    expect(sheetXml(result.bytes)).toBe(xml.replace('<v>2</v>', '<v>9</v>').replace('<v>3</v>', '<v>8</v>'));
  });

  it('refuses a row whose cell names another row', async () => {
    const xml = '<sheetData><row r="1"><c r="A7"><v>1</v></c></row><row r="2"/></sheetData>';
    await expect(filled(xml, [put('A1', 9)])).rejects.toMatchObject({
      code: 'misplaced-cell',
      details: { cell: 'A7', row: 1 },
    });
    expect(sheetXml(await filled(xml, [put('A2', 9)]))).toContain('<c r="A2"><v>9</v></c>');
  });

  it('keeps comments, CDATA and instructions between cells', async () => {
    const xml =
      '<!--a--><sheetData><!-- <c r="A1"> --><row r="1"><!--b--><c r="A1"><v><![CDATA[1]]></v></c><?x y?><c r="C1"/></row ></sheetData>';
    expect(sheetXml(await filled(xml, [put('B1', 2), put('D1', 3)]))).toBe(
      '<!--a--><sheetData><!-- <c r="A1"> --><row r="1"><!--b--><c r="A1"><v><![CDATA[1]]></v></c><?x y?><c r="B1"><v>2</v></c><c r="C1"/><c r="D1"><v>3</v></c></row ></sheetData>',
    );
  });

  it('leaves an alternative content block alone', async () => {
    const xml =
      '<sheetData/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><sheetData><row r="1"/></sheetData></mc:Choice></mc:AlternateContent>';
    expect(sheetXml(await filled(xml, [put('A1', 2)]))).toBe(
      xml.replace('<sheetData/>', '<sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData>'),
    );
  });

  it('writes to the anchor of a merge', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1" s="1"/><c r="B1" s="2"/></row></sheetData><mergeCells count="1"><mergeCell ref="A1:C4"/></mergeCells>';
    const result = await fillWorkbook(bookWith(xml), [put('C4', 'x')]);
    expect(result.written[0]!.cell).toBe('A1');
    expect(sheetXml(result.bytes)).toContain(
      '<c r="A1" s="1" t="inlineStr"><is><t>x</t></is></c><c r="B1" s="2"/></row></sheetData>',
    );
  });

  it('gives a new cell the style of its row, else of its column', async () => {
    const xml =
      '<cols><col min="2" max="3" width="9" style="4"/></cols><sheetData><row r="1" s="6" customFormat="1"/><row r="2" s="6"/></sheetData>';
    const out = sheetXml(await filled(xml, [put('B1', 1), put('B2', 2), put('A2', 3), put('C9', 4)]));
    expect(out).toContain('<c r="B1" s="6"><v>1</v></c>');
    expect(out).toContain('<c r="A2"><v>3</v></c><c r="B2" s="4"><v>2</v></c>');
    expect(out).toContain('<c r="C9" s="4"><v>4</v></c>');
  });
});

describe('other ways to write XML', () => {
  it('keeps prefixes, in the sheet as in the strings', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const book = bookWith('', {
      sharedStrings: '<si/>',
      parts: {
        'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
        'xl/sharedStrings.xml': `<x:sst xmlns:x="${main}" count="1" uniqueCount="99"><x:si><x:t>old</x:t></x:si></x:sst>`,
      },
    });
    const { bytes } = await fillWorkbook(book, [put('A1', '新'), put('B2', 'b')]);
    expect(sheetXml(bytes)).toBe(
      '<x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>1</x:v></x:c></x:row><x:row r="2"><x:c r="B2" t="s"><x:v>2</x:v></x:c></x:row></x:sheetData>',
    );
    expect(partText(bytes, 'xl/sharedStrings.xml')).toContain(
      ' uniqueCount="3"><x:si><x:t>old</x:t></x:si><x:si><x:t>新</x:t></x:si><x:si><x:t>b</x:t></x:si></x:sst>',
    );
    expect([valueAt(bytes, 'A1'), valueAt(bytes, 'B2')]).toEqual(['新', 'b']);
  });

  it('fills strict workbooks', async () => {
    const book = bookWith('', {
      parts: {
        'xl/worksheets/sheet1.xml':
          '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
      },
    });
    expect(sheetXml((await fillWorkbook(book, [put('A1', 2)])).bytes)).toContain('<c r="A1"><v>2</v></c>');
  });

  it('keeps a byte order mark', async () => {
    const text =
      '\ufeff<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>';
    const book = bookWith('', { parts: { 'xl/worksheets/sheet1.xml': text } });
    const { bytes } = await fillWorkbook(book, [put('A1', '字')]);
    expect([...partBytes(bytes, 'xl/worksheets/sheet1.xml').subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x3c]);
    expect(valueAt(bytes, 'A1')).toBe('字');
  });

  it('fills a sheet in UTF-16', async () => {
    const text =
      '\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>平安</t></is></c></row></sheetData></worksheet>';
    const book = bookWith('', { parts: { 'xl/worksheets/sheet1.xml': new Uint8Array(Buffer.from(text, 'utf16le')) } });
    const { bytes } = await fillWorkbook(book, [put('B1', '创建')]);
    expect([valueAt(bytes, 'A1'), valueAt(bytes, 'B1')]).toEqual(['平安', '创建']);
  });

  it('keeps a stored entry stored', async () => {
    const out = await filled('<sheetData/>', [put('A1', 'x')], {}, { stored: true });
    expect(valueAt(out, 'A1')).toBe('x');
  });
});

describe('text', () => {
  const strings = { sharedStrings: '<si><t>0</t></si>' };
  const difficult = [
    '=1+1',
    '+86',
    '-',
    '@SUM(A1)',
    '4分',
    '007',
    ' 前后空格 ',
    '两行\n三行\n',
    '回车\r\n换行',
    '制表\t符',
    '_x000D_ 与 _x005F_ 与 _x0041_x0042_',
    '<b>&amp;</b> "引号" \'撇\'',
    ']]>',
    '😀👨‍👩‍👧 𠀀𪚥',
    'true',
    '1e5',
    '\u00a0\u3000',
    '\u0085\u2028',
  ];

  it.each([
    ['in the table of strings', strings],
    ['in the cell', {}],
  ])('comes back as it was typed, %s', async (_, rest) => {
    const out = await filled(
      '<sheetData/>',
      difficult.map((text, i) => put(`A${i + 1}`, text)),
      rest,
    );
    const grid = new SnapshotGrid(await (await openWorkbook(out)).snapshot('Sheet1'));
    expect(difficult.map((_, i) => grid.cell(i, 0)!.text)).toEqual(difficult);
    const sheet = readBack(out).Sheets.Sheet1!;
    // SheetJS reads CR LF as LF.
    expect(difficult.map((_, i) => sheet[`A${i + 1}`].v)).toEqual(difficult.map(text => text.replace('\r\n', '\n')));
    expect(difficult.every((_, i) => sheet[`A${i + 1}`].t === 's' && sheet[`A${i + 1}`].f === undefined)).toBe(true);
  });

  it('takes 32,767 characters and refuses one more', async () => {
    const out = await filled('<sheetData/>', [put('A1', '字'.repeat(32_767))]);
    expect(String(valueAt(out, 'A1')).length).toBe(32_767);
    await expect(filled('<sheetData/>', [put('A1', '字'.repeat(32_768))])).rejects.toMatchObject({
      code: 'text-too-long',
      details: { cell: 'A1' },
    });
    await expect(filled('<sheetData/>', [put('A1', '😀'.repeat(16_384))])).rejects.toMatchObject({
      code: 'text-too-long',
    });
  });

  it.each([
    ['\u0000', 'control-character'],
    ['a\u000b', 'control-character'],
    ['\u001f', 'control-character'],
    ['\uffff', 'control-character'],
    ['\ud83d', 'lone-surrogate'],
    ['\ude00\ud83d', 'lone-surrogate'],
  ])('refuses %j', async (text, code) => {
    await expect(filled('<sheetData/>', [put('B2', text)])).rejects.toMatchObject({
      code,
      details: { sheet: 'Sheet1', cell: 'B2' },
    });
  });

  it('numbers new strings by those in the table, not by what the table claims', async () => {
    const book = bookWith('<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData>', {
      sharedStrings: '<si/><si><t/></si><si><r><t>c</t></r></si>',
    });
    const { bytes } = await fillWorkbook(book, [put('B1', 'd'), put('C1', 'd'), put('D1', 'e')]);
    expect(sheetXml(bytes)).toContain(
      '<c r="B1" t="s"><v>3</v></c><c r="C1" t="s"><v>3</v></c><c r="D1" t="s"><v>4</v></c>',
    );
    expect(partText(bytes, 'xl/sharedStrings.xml')).not.toContain('ount=');
  });
});

describe('refusals', () => {
  const formulas =
    '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1</f><v>2</v></c><c r="C1"><f t="array" ref="C1:C3">A1:A3</f><v>2</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><f t="shared" si="0"/></c><c r="C2"><v>0</v></c></row><row r="5"><c r="A5"><f t="dataTable" ref="A5:B6" dt2D="1" dtr="1" r1="A1" r2="A2"/><v>1</v></c></row></sheetData>';

  it.each(['A1', 'B1', 'B2', 'C1', 'C2', 'C3', 'A5', 'B6'])('refuses the formula cell %s', async cell => {
    await expect(filled(formulas, [put('A2', 5), put(cell, 1)])).rejects.toMatchObject({
      code: 'formula-cell',
      details: { sheet: 'Sheet1', cell },
    });
  });

  it('refuses a merge whose anchor is a formula', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><f>1</f></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>';
    await expect(filled(xml, [put('B2', 1)])).rejects.toMatchObject({ code: 'formula-cell', details: { cell: 'A1' } });
  });

  it('refuses places that no sheet has', async () => {
    for (const place of [
      { row: -1, column: 0 },
      { row: 1_048_576, column: 0 },
      { row: 0, column: 16_384 },
      { row: 0.5, column: 0 },
    ]) {
      await expect(filled('<sheetData/>', [{ sheet: 'Sheet1', value: 1, ...place }])).rejects.toMatchObject({
        code: 'cell-outside-sheet',
      });
    }
    expect(valueAt(await filled('<sheetData/>', [put('XFD1048576', 1)]), 'XFD1048576')).toBe(1);
  });

  it('refuses unknown sheets and sheets of charts', async () => {
    await expect(filled('<sheetData/>', [put('A1', 1, '没有')])).rejects.toMatchObject({
      code: 'no-such-sheet',
      details: { sheet: '没有' },
    });
    const book = bookWith('<sheetData/>', { sheets: [{ name: '图', xml: '' }] });
    const rels = partText(book, 'xl/_rels/workbook.xml.rels').replace(
      /worksheet"( Target="worksheets\/sheet2)/,
      'chartsheet"$1',
    );
    const chart = bookWith('<sheetData/>', {
      sheets: [{ name: '图', xml: '' }],
      parts: { 'xl/_rels/workbook.xml.rels': rels },
    });
    await expect(fillWorkbook(chart, [put('A1', 1, '图')])).rejects.toMatchObject({ code: 'not-a-worksheet' });
  });

  it('refuses numbers that are none', async () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(filled('<sheetData/>', [put('A1', value)])).rejects.toMatchObject({ code: 'number-not-finite' });
    }
  });

  it('finds a sheet whatever the case of its name', async () => {
    expect(valueAt(await filled('<sheetData/>', [put('A1', 1, 'SHEET1')]), 'A1')).toBe(1);
  });
});

describe('what the user is told', () => {
  const styles = '<cellXfs count="2"><xf/><xf><protection locked="0"/></xf></cellXfs>';

  it('fills a locked cell and says so', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"/><c r="B1" s="1"/></row></sheetData><sheetProtection sheet="1" password="CC1A"/>';
    const { problems, bytes } = await fillWorkbook(bookWith(xml, { styles }), [put('A1', 1), put('B1', 2)]);
    expect(problems.map(({ code, cell }) => [code, cell])).toEqual([['locked-cell', 'A1']]);
    expect(sheetXml(bytes)).toContain('<sheetProtection sheet="1" password="CC1A"/>');
  });

  it('says nothing of locked cells on a sheet that is not protected', async () => {
    for (const xml of ['<sheetData/>', '<sheetData/><sheetProtection objects="1"/>']) {
      expect((await fillWorkbook(bookWith(xml, { styles }), [put('A1', 1)])).problems).toEqual([]);
    }
  });

  it('warns that a signature breaks, and only when it does', async () => {
    const book = bookWith('<sheetData/>', { parts: { '_xmlsignatures/sig1.xml': '<Signature/>' } });
    expect((await fillWorkbook(book, [])).problems).toEqual([]);
    expect((await fillWorkbook(book, [put('A1', 1)])).problems.map(({ code }) => code)).toEqual(['signature-broken']);
  });
});

describe('the 2023 table as an office received it', () => {
  const received = new Uint8Array(readFileSync('tests/fixtures/workbooks/received-2023.xlsx'));

  it('differs in the filled cells and nowhere else', async () => {
    const { bytes } = await fillWorkbook(received, [put('C3', '已完成。', '个性指标')]);
    expect(changedParts(received, bytes)).toEqual(['xl/worksheets/sheet1.xml']);
    const [before, after] = [
      partText(received, 'xl/worksheets/sheet1.xml'),
      partText(bytes, 'xl/worksheets/sheet1.xml'),
    ];
    const start = before.indexOf('<c r="C3"');
    const end = before.indexOf('<c r="D3"');
    expect(after).toBe(
      `${before.slice(0, start)}<c r="C3" s="4" t="inlineStr"><is><t>已完成。</t></is></c>${before.slice(end)}`,
    );
  });
});
