import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../../../lib/model/address';
import { openPackage } from '../../../../lib/workbook/package/open-package';
import { buildPackage, escapeXml, workbookParts } from '../../../fixtures/build-package';
import { gridOf, plainCell, sheetGrid, textsOf } from '../../../fixtures/read-package';

const data = (rows: string) => `<sheetData>${rows}</sheetData>`;
const STYLES =
  '<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs>' +
  [0, 14, 10, 49, 31].map(id => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0"/>`).join('') +
  '</cellXfs>';

describe('the kinds of cells', () => {
  it('reads shared, inline and formula strings, numbers, booleans, errors and dates', async () => {
    const grid = await sheetGrid(
      data(
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>内联</t></is></c><c r="C1" t="str"><f>B1&amp;"x"</f><v>内联x</v></c>' +
          '<c r="D1"><v>4.50</v></c><c r="E1" t="n" s="2"><v>0.155</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#N/A</v></c>' +
          '<c r="H1" s="1"><v>45291</v></c><c r="I1" t="d"><v>2023-12-31T08:30:00</v></c><c r="J1" s="3"><v>42</v></c></row>',
      ),
      { styles: STYLES, sharedStrings: '<si><t>甲</t></si><si><t>乙</t></si>' },
    );
    const cells = grid.filledColumns(0).map(column => plainCell(grid.cell(0, column)));
    expect(cells).toEqual([
      { kind: 'text', text: '乙', value: '乙' },
      { kind: 'text', text: '内联', value: '内联' },
      { kind: 'text', text: '内联x', value: '内联x', formula: 'B1&"x"' },
      { kind: 'number', text: '4.5', value: 4.5 },
      { kind: 'number', text: '15.50%', value: 0.155 },
      { kind: 'boolean', text: 'TRUE', value: true },
      { kind: 'error', text: '#N/A', value: '#N/A' },
      { kind: 'date', text: '2023/12/31', value: 45291, iso: '2023-12-31' },
      { kind: 'date', text: '2023-12-31T08:30:00', value: 45291.354166666664, iso: '2023-12-31T08:30:00' },
      { kind: 'number', text: '42', value: 42 },
    ]);
  });

  it('applies the 1904 date system', async () => {
    const grid = await sheetGrid(data('<row r="1"><c r="A1" s="4"><v>43829</v></c></row>'), {
      styles: STYLES,
      workbookStart: '<workbookPr date1904="1"/>',
    });
    expect(plainCell(grid.cell(0, 0))).toEqual({
      kind: 'date',
      text: '2023年12月31日',
      value: 43829,
      iso: '2023-12-31',
    });
  });

  it('joins rich text, skips phonetic runs, resolves escapes and keeps spaces and line breaks', async () => {
    const shared = [
      '<si><r><t>一、</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 领导 </t></r><rPh sb="0" eb="1"><t>yi</t></rPh><phoneticPr fontId="1"/></si>',
      '<si/>',
      '<si><t>a_x000D_\nb_x005F_x0041_ &lt;p&gt;&#10;𠀀😀</t></si>',
      '<si><t><![CDATA[<b>&amp;]]></t></si>',
      '<si><t/></si>',
    ].join('');
    const grid = await sheetGrid(
      data(
        `<row r="1">${[0, 1, 2, 3, 4, 9].map((index, at) => `<c r="${'ABCDEF'[at]}1" t="s"><v>${index}</v></c>`).join('')}</row>`,
      ),
      { sharedStrings: shared },
    );
    expect(textsOf(grid)).toEqual({ A1: '一、 领导 ', C1: 'a\r\nb_x0041_ <p>\n𠀀😀', D1: '<b>&amp;' });
  });

  it('gives formulas, and marks the cells that only share one', async () => {
    const grid = await sheetGrid(
      data(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c><c r="B1"><f>SUM(&quot;a&quot;)</f></c></row>' +
          '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c><c r="B2"><v>7</v></c></row>' +
          '<row r="3"><c r="A3"><f t="array" ref="A3:B4">C1:D2</f><v>1</v></c><c r="B3"><v>2</v></c></row>' +
          '<row r="4"><c r="A4"><v>3</v></c><c r="C4"><v>5</v></c></row>',
      ),
    );
    const formula = (row: number, column: number) => grid.cell(row, column)?.formula;
    expect([formula(0, 0), formula(1, 0), formula(0, 1), formula(1, 1)]).toEqual(['B1*2', '', 'SUM("a")', undefined]);
    expect([formula(2, 0), formula(2, 1), formula(3, 0), formula(3, 2)]).toEqual(['C1:D2', '', '', undefined]);
    expect(plainCell(grid.cell(0, 1))).toEqual({ kind: 'text', text: '', value: '', formula: 'SUM("a")' });
  });
});

describe('sheets as odd writers leave them', () => {
  it('counts rows and cells that have no reference', async () => {
    const grid = await sheetGrid(
      data(
        '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c><v>3</v></c><c r="D5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>',
      ),
    );
    expect(textsOf(grid)).toEqual({ A1: '1', B1: '2', A5: '3', D5: '4', E5: '5', A6: '6' });
  });

  it('puts rows and cells in order, and lets the later of two stand', async () => {
    const grid = await sheetGrid(
      data(
        '<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="C1"><f>A3</f><v>3</v></c></row><row r="3"><c r="A3"><v>9</v></c></row>',
      ),
    );
    expect(textsOf(grid)).toEqual({ C1: '3', A3: '9', B3: '1' });
    expect(grid.cell(0, 2)!.formula).toBe('A3');
  });

  it('reads prefixed, strict, CDATA and self-closing forms', async () => {
    const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const xml =
      `<?xml version="1.0"?><x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1" spans="1:3"/><x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>文</x:t></x:is></x:c>` +
      '<x:c r="B2"><x:v><![CDATA[7]]></x:v></x:c><x:c r="C2"/><x:c r="D2" t="s"/></x:row></x:sheetData></x:worksheet>';
    const grid = await gridOf({ sheets: [{ name: 'S', xml: '' }], parts: { 'xl/worksheets/sheet1.xml': xml } });
    expect(textsOf(grid)).toEqual({ A2: '文', B2: '7' });
    expect([grid.rowCount, grid.columnCount]).toEqual([2, 2]);
  });

  it('ignores foreign elements, and values of a kind that cannot be', async () => {
    const grid = await sheetGrid(
      data(
        '<row r="1"><c r="A1"><v>1</v><extLst><ext><v>2</v></ext></extLst></c><x xmlns="urn:other"><c r="B1"><v>3</v></c></x></row>' +
          '<row r="2"><c r="A2"><v>abc</v></c><c r="B2" t="d"><v>soon</v></c><c r="C2" t="s"><v>-1</v></c><c r="D2" s="99999"><v>1</v></c></row>',
      ),
    );
    expect(textsOf(grid)).toEqual({ A1: '1', A2: 'abc', B2: 'soon', D2: '1' });
    expect(grid.style(1, 3)).toBe(0);
  });

  it('has no cells without sheet data', async () => {
    const grid = await sheetGrid('<sheetFormatPr defaultRowHeight="14.25"/>');
    expect([grid.rowCount, grid.columnCount, grid.merges.length]).toEqual([0, 0, 0]);
  });
});

describe('the size of a sheet', () => {
  it('follows its content, whatever dimension, columns and looks claim', async () => {
    const grid = await sheetGrid(
      '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="2147483647" width="9" style="1"/></cols>' +
        data(
          '<row r="2"><c r="B2"><v>1</v></c><c r="Z2" s="1"/></row><row r="1048576"><c r="XFD1048576" s="1"/></row>',
        ),
      { styles: STYLES },
    );
    expect([grid.rowCount, grid.columnCount]).toEqual([2, 2]);
    expect(grid.style(1_048_575, 16_383)).toBe(1);
  });

  it('reaches as far as merges that begin in it, and clamps those that claim everything', async () => {
    const merges = (refs: string[]) =>
      `<mergeCells>${refs.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const cells = data('<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>');
    const title = await sheetGrid(cells + merges(['A1:F1', 'H9:J12', 'A3:A3']));
    expect([title.rowCount, title.columnCount, title.merges]).toEqual([
      3,
      6,
      [{ top: 0, left: 0, bottom: 0, right: 5 }],
    ]);
    const hostile = await sheetGrid(cells + merges(['A1:XFD1048576']));
    expect([hostile.rowCount, hostile.columnCount]).toEqual([3, 2]);
  });

  it('drops a merge that overlaps another and hides what a merge covers', async () => {
    const grid = await sheetGrid(
      data(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c></row>',
      ) +
        '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:C2"/><mergeCell ref="A2:B2"/><mergeCell ref="nonsense"/></mergeCells>',
    );
    expect(grid.merges).toHaveLength(2);
    expect(textsOf(grid)).toEqual({ A1: '1', C1: '3', A2: '4' });
  });

  it.each([
    ['a row number', data('<row r="10000000"><c><v>1</v></c></row>')],
    ['a cell reference', data('<row><c r="A10000000"><v>1</v></c></row>')],
    ['a column', data('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
    ['its dimension', `<dimension ref="A1:T10000000"/>${data('')}`],
  ])('refuses a claim beyond any sheet by %s', async (_, xml) => {
    await expect(sheetGrid(xml)).rejects.toThrow('too-many-rows');
  });

  it.each([
    '<row r="x"><c/></row>',
    '<row r="0"/>',
    '<row r="1"><c r="1A"><v>1</v></c></row>',
    '<row r="1"><c r=""/></row>',
  ])('refuses %s', async rows => {
    await expect(sheetGrid(data(rows))).rejects.toThrow('broken-xml');
  });
});

describe('looks and layout of a sheet', () => {
  it('takes a cell’s own style, then its row’s, then its column’s', async () => {
    const grid = await sheetGrid(
      `<cols><col min="2" max="3" width="20" style="3"/></cols>${data('<row r="1" s="2" customFormat="1" ht="30"><c r="B1" s="1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>')}`,
      { styles: STYLES },
    );
    expect([grid.style(0, 1), grid.style(0, 2), grid.style(1, 1), grid.style(1, 0), grid.style(50, 2)]).toEqual([
      1, 2, 3, 0, 3,
    ]);
  });
});

describe('any sheet', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map(raw => raw.replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, ''));
  const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean());
  const cell = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 25 }), value, fc.boolean());

  it('comes back as it was written, shared or inline, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(cell, { selector: ([row, column]) => row * 100 + column, maxLength: 40 }),
        async cells => {
          const shared: string[] = [];
          const xml = cells.map(([row, column, content, share]) => {
            const open = `<row r="${row + 1}"><c r="${formatAddress({ row, column })}"`;
            if (typeof content === 'boolean') return `${open} t="b"><v>${Number(content)}</v></c></row>`;
            if (typeof content === 'number') return `${open}><v>${content}</v></c></row>`;
            const escaped = escapeXml(content.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));
            if (!share) return `${open} t="inlineStr"><is><t>${escaped}</t></is></c></row>`;
            return `${open} t="s"><v>${shared.push(`<si><t>${escaped}</t></si>`) - 1}</v></c></row>`;
          });
          const grid = await sheetGrid(data(xml.join('')), { sharedStrings: shared.join('') });
          const expected = cells.filter(([, , content]) => content !== '');
          for (const [row, column, content] of expected)
            expect(grid.cell(row, column)?.value).toBe(Object.is(content, -0) ? 0 : content);
          expect(Object.keys(textsOf(grid))).toHaveLength(expected.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('refuses a sheet of more than five million cells', async () => {
    const row = `<row>${'<c/>'.repeat(16_384)}</row>`;
    const parts = workbookParts({ sheets: [{ name: 'S', xml: data(row.repeat(310)) }] });
    const workbook = await openPackage(buildPackage(parts, { stored: true }), {});
    await expect(workbook.snapshot('S')).rejects.toThrow('too-many-cells');
  });
});
