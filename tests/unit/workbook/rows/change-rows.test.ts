import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../lib/model/app-error';
import { changeRows, type RowOperation } from '../../../../lib/workbook/rows/change-rows';
import type { WorkbookInput } from '../../../fixtures/build-package';
import { bookWith, changedParts, partText, readBack, sheetXml, valueAt } from '../small-book';

const text = (cell: string, value: string, s = 0) =>
  `<c r="${cell}" s="${s}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** Header, section 一 in rows 2–3, its subtotal, section 二 in rows 5–7, its subtotal, the total. Styles tell rows apart. */
const TABLE =
  '<sheetData>' +
  `<row r="1" ht="30" customHeight="1">${text('A1', '项目', 1)}${text('B1', '考评内容', 1)}${text('C1', '分值', 1)}</row>` +
  `<row r="2" spans="1:3" ht="60" customHeight="1">${text('A2', '一', 2)}${text('B2', '甲', 3)}<c r="C2" s="4"><v>4</v></c></row>` +
  `<row r="3"><c r="A3" s="2"/>${text('B3', '乙', 3)}<c r="C3" s="4"><v>6</v></c></row>` +
  `<row r="4">${text('A4', '小计', 5)}<c r="B4" s="5"/><c r="C4" s="5"><f>SUM(C2:C3)</f><v>10</v></c></row>` +
  `<row r="5" ht="70" customHeight="1">${text('A5', '二', 2)}${text('B5', '丙', 6)}<c r="C5" s="7"><v>1</v></c></row>` +
  `<row r="6"><c r="A6" s="2"/>${text('B6', '丁', 6)}<c r="C6" s="7"><v>2</v></c></row>` +
  `<row r="7"><c r="A7" s="2"/>${text('B7', '戊', 6)}<c r="C7" s="7"><v>3</v></c></row>` +
  `<row r="8">${text('A8', '小计', 5)}<c r="B8" s="5"/><c r="C8" s="5"><f>SUM(C5:C7)</f><v>6</v></c></row>` +
  `<row r="9">${text('A9', '合计', 5)}<c r="B9" s="5"/><c r="C9" s="5"><f>C4+C8</f><v>16</v></c></row></sheetData>`;
const MERGES =
  '<mergeCells count="5"><mergeCell ref="A2:A3"/><mergeCell ref="A4:B4"/><mergeCell ref="A5:A7"/><mergeCell ref="A8:B8"/><mergeCell ref="A9:B9"/></mergeCells>';
const table = (rest = '', input: Partial<WorkbookInput> = {}, before = '') =>
  bookWith(before + TABLE + MERGES + rest, input);

const insert = (
  after: number | string,
  like: number,
  values: [number, string | number][] = [],
  id = 'new',
): RowOperation => ({
  kind: 'insert',
  id,
  after,
  like,
  values: values.map(([column, value]) => ({ column, value })),
});
const remove = (row: number): RowOperation => ({ kind: 'remove', row });
const move = (row: number, after: number): RowOperation => ({ kind: 'move', row, after });

const change = (bytes: Uint8Array, ...operations: RowOperation[]) => changeRows(bytes, { sheet: 'Sheet1', operations });

async function refusal(bytes: Uint8Array, ...operations: RowOperation[]) {
  const error = await change(bytes, ...operations).catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error('not refused');
  return `${error.code} ${error.details.obstacle ?? ''} ${error.details.where ?? ''}`.trim();
}

const merges = (bytes: Uint8Array) => [...sheetXml(bytes).matchAll(/mergeCell ref="([^"]+)"/g)].map(match => match[1]);
const column = (bytes: Uint8Array, name: string, rows: number) =>
  Array.from({ length: rows }, (_, i) => valueAt(bytes, `${name}${i + 1}`) ?? null);

describe('an inserted row', () => {
  it('looks like its model, holds its values, and moves down what stands below', async () => {
    const { bytes, inserted, rowMap } = await change(
      table(),
      insert(5, 5, [
        [1, '新'],
        [2, 9],
      ]),
    );
    expect(inserted.get('new')).toBe(6);
    expect([rowMap(5), rowMap(6), rowMap(9)]).toEqual([5, 7, 10]);
    expect(sheetXml(bytes)).toContain(
      '<row r="6" ht="70" customHeight="1"><c r="A6" s="2"/><c r="B6" s="6" t="inlineStr"><is><t>新</t></is></c><c r="C6" s="7"><v>9</v></c></row>',
    );
    expect(column(bytes, 'B', 9)).toEqual(['考评内容', '甲', '乙', null, '丙', '新', '丁', '戊', null]);
    expect(merges(bytes)).toEqual(['A2:A3', 'A4:B4', 'A5:A8', 'A9:B9', 'A10:B10']);
    expect(valueAt(bytes, 'C9')).toBe(15);
    expect(valueAt(bytes, 'C10')).toBe(25);
  });

  it('below the last row of a section belongs to it, and is summed, and that is said', async () => {
    const { bytes, problems } = await change(table(), insert(7, 7, [[2, 5]]));
    expect(merges(bytes)).toContain('A5:A8');
    expect(sheetXml(bytes)).toContain('<f>SUM(C5:C8)</f><v>11</v>');
    expect(problems.map(({ code, cell }) => [code, cell])).toEqual([['range-extended', 'C9']]);
  });

  it('above the first row of a section takes over the section’s title', async () => {
    const { bytes } = await change(table(), insert(4, 5, [[2, 5]]));
    expect(merges(bytes)).toContain('A5:A8');
    expect([valueAt(bytes, 'A5'), valueAt(bytes, 'A6')]).toEqual(['二', undefined]);
    expect(sheetXml(bytes)).toContain('<f>SUM(C5:C8)</f><v>11</v>');
  });

  it('between two sections belongs to the one of its model', async () => {
    const joined = TABLE.replace(/<row r="4">.*?<\/row>/, '').replace('C4+C8', 'C2+C8');
    const bytes = bookWith(`${joined}<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A5:A7"/></mergeCells>`);
    expect(merges((await change(bytes, insert(4, 3))).bytes)).toEqual(['A2:A3', 'A6:A8']);
    expect(merges((await change(bytes, insert(3, 3))).bytes)).toEqual(['A2:A4', 'A6:A8']);
    expect(merges((await change(bytes, insert(4, 5))).bytes)).toEqual(['A2:A3', 'A5:A8']);
  });

  it('shares its model’s cell where asked: a title that stood on one row so far', async () => {
    const shared: RowOperation = { kind: 'insert', id: 'new', after: 1, like: 2, shares: [0], values: [] };
    const bytes = bookWith(
      `<sheetData><row r="1">${text('A1', '项目')}</row><row r="2">${text('A2', '一')}${text('B2', '甲')}</row></sheetData>`,
    );
    const { bytes: after } = await change(bytes, shared);
    expect(sheetXml(after)).toContain('<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>');
    expect([valueAt(after, 'A2'), valueAt(after, 'A3'), valueAt(after, 'B3')]).toEqual(['一', undefined, '甲']);
  });

  it('may take the place of all rows of its section', async () => {
    const { bytes } = await change(table(), remove(5), remove(6), remove(7), insert(7, 7, [[2, 5]]));
    expect([valueAt(bytes, 'A5'), valueAt(bytes, 'C6')]).toEqual(['二', 5]);
    expect(sheetXml(bytes)).toContain('<f>SUM(C5:C5)</f><v>5</v>');
  });

  it('gets the merges that lie within its model', async () => {
    expect(merges((await change(table(), insert(9, 9))).bytes)).toContain('A10:B10');
  });

  it('is visible even where its model is hidden', async () => {
    const hidden = bookWith(
      '<sheetData><row r="1" hidden="1" s="3" customFormat="1"><c r="A1" s="2"/></row></sheetData>',
    );
    expect(sheetXml((await change(hidden, insert(1, 1))).bytes)).toContain(
      '<row r="2" s="3" customFormat="1"><c r="A2" s="2"/></row>',
    );
  });

  it('is named where a formula lists rows one by one, or its model has a formula', async () => {
    const { problems } = await change(table(), insert(8, 8));
    expect(problems.map(({ code, cell }) => [code, cell])).toEqual([
      ['row-not-included', 'C10'],
      ['formula-not-copied', 'C9'],
    ]);
  });

  it('cannot be given a value under the section’s merge', async () => {
    expect(await refusal(table(), insert(5, 5, [[0, 'x']]))).toBe('rows-not-shiftable merged-value A6');
  });
});

describe('a removed row', () => {
  it('takes its content away, and the sums follow', async () => {
    const { bytes, rowMap } = await change(table(), remove(6));
    expect([rowMap(5), rowMap(6), rowMap(7)]).toEqual([5, null, 6]);
    expect(merges(bytes)).toEqual(['A2:A3', 'A4:B4', 'A5:A6', 'A7:B7', 'A8:B8']);
    expect(sheetXml(bytes)).toContain('<f>SUM(C5:C6)</f><v>4</v>');
    expect(sheetXml(bytes)).toContain('<f>C4+C7</f><v>14</v>');
  });

  it('leaves its section’s title to the next one', async () => {
    const { bytes } = await change(table(), remove(5));
    expect([valueAt(bytes, 'A5'), valueAt(bytes, 'B5')]).toEqual(['二', '丁']);
    const single = await change(table(), remove(2));
    expect([valueAt(single.bytes, 'A2'), valueAt(single.bytes, 'B2')]).toEqual(['一', '乙']);
    expect(merges(single.bytes)).not.toContain('A2:A3');
  });

  it('is refused where a formula names it', async () => {
    expect(await refusal(table(), remove(8))).toBe('rows-not-shiftable reference-removed Sheet1!C9');
    expect(await refusal(table(), remove(2), remove(3))).toBe('rows-not-shiftable reference-removed Sheet1!C4');
  });
});

describe('a moved row', () => {
  it('keeps its content and look, and its section keeps its title', async () => {
    const { bytes } = await change(table(), move(5, 7));
    expect(column(bytes, 'B', 8)).toEqual(['考评内容', '甲', '乙', null, '丁', '戊', '丙', null]);
    expect(column(bytes, 'A', 8).slice(4, 7)).toEqual(['二', null, null]);
    expect(sheetXml(bytes)).toContain('<row r="7" ht="70" customHeight="1"><c r="A7" s="2"/>');
    expect(sheetXml(bytes)).toContain('<f>SUM(C5:C7)</f><v>6</v>');
  });

  it('into another section is summed there', async () => {
    const { bytes } = await change(table(), move(6, 2));
    expect(merges(bytes)).toEqual(['A2:A4', 'A5:B5', 'A6:A7', 'A8:B8', 'A9:B9']);
    expect(sheetXml(bytes)).toContain('<f>SUM(C2:C4)</f><v>12</v>');
    expect(sheetXml(bytes)).toContain('<f>SUM(C6:C7)</f><v>4</v>');
  });

  it('goes along with the others of its merge', async () => {
    const bytes = bookWith(
      `<sheetData>${[1, 2, 3, 4].map(r => `<row r="${r}">${text(`A${r}`, `${r}`)}</row>`).join('')}</sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells>`,
    );
    expect(merges((await change(bytes, move(2, 4), move(3, 2))).bytes)).toEqual(['B3:B4']);
    expect(await refusal(bytes, move(2, 4), move(3, 1))).toBe('rows-not-shiftable merge B2:B3');
  });
});

describe('what stands on rows', () => {
  it('moves along: names, filter, rules, links, breaks, views', async () => {
    const views =
      '<dimension ref="A1:C9"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B6" sqref="B6"/></sheetView></sheetViews>';
    const rest =
      '<conditionalFormatting sqref="C2:C7"><cfRule type="expression" priority="1"><formula>C2&gt;$C$9</formula></cfRule><cfRule type="expression" priority="2"><formula>C2=C1</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="2"><dataValidation type="decimal" sqref="C6"><formula1>0</formula1><formula2>B6</formula2></dataValidation><dataValidation type="list" sqref="B2:B7"><formula1>$A$8:$A$9</formula1></dataValidation></dataValidations>' +
      '<hyperlinks><hyperlink ref="B7" location="Sheet1!C9"/><hyperlink ref="A5" location="Sheet1!A5"/></hyperlinks>' +
      '<rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks>';
    const names =
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!$A$1:$C$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$1:$1</definedName><definedName name="总分">Sheet1!$C$9</definedName></definedNames>';
    const before = table(rest, { workbookEnd: names }, views);
    const { bytes } = await change(before, insert(4, 5, [[2, 1]], 'a'), insert(6, 6, [[2, 1]], 'b'));
    const xml = sheetXml(bytes);
    expect(xml).toContain('<dimension ref="A1:C11"/>');
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2"');
    expect(xml).toContain('activeCell="B7" sqref="B7"');
    expect(xml).toContain('sqref="C2:C9"');
    expect(xml).toContain('<formula>C2&gt;$C$11</formula>');
    expect(xml).toContain('<formula>C2=C1</formula>');
    expect(xml).toContain('sqref="C7:C8"><formula1>0</formula1><formula2>B7</formula2>');
    expect(xml).toContain('sqref="B2:B9"><formula1>$A$10:$A$11</formula1>');
    expect(xml).toContain('<hyperlink ref="B9" location="Sheet1!C11"/><hyperlink ref="A5" location="Sheet1!A5"/>');
    expect(xml).toContain('<brk id="4" max="16383" man="1"/>');
    const book = partText(bytes, 'xl/workbook.xml');
    expect(book).toContain('Sheet1!$A$1:$C$11<');
    expect(book).toContain('Sheet1!$1:$1<');
    expect(book).toContain('Sheet1!$C$11<');
    expect(book).toContain('fullCalcOnLoad="1"');
  });

  it('goes with a removed row where it is for that row only', async () => {
    const rest =
      '<conditionalFormatting sqref="C6"><cfRule type="top10" priority="1"/></conditionalFormatting>' +
      '<dataValidations count="2"><dataValidation sqref="C6"/><dataValidation sqref="C7"/></dataValidations>' +
      '<hyperlinks><hyperlink ref="B6" location="Sheet1!A1"/></hyperlinks>';
    const xml = sheetXml((await change(table(rest), remove(6))).bytes);
    expect(xml).not.toContain('conditionalFormatting');
    expect(xml).not.toContain('hyperlink');
    expect(xml).toContain('<dataValidations count="1"><dataValidation sqref="C6"/></dataValidations>');
  });

  it('follows a moved row to where it went', async () => {
    const rest = '<dataValidations><dataValidation sqref="C5:C7"/></dataValidations>';
    const xml = sheetXml((await change(table(rest), move(6, 2))).bytes);
    expect(xml).toContain('<dataValidation sqref="C3 C6:C7"/>');
  });

  it('a page break stays between the sections, on which side the new row stands', async () => {
    const rest = '<rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks>';
    const breaks = async (...operations: RowOperation[]) =>
      /<brk id="(\d+)"/.exec(sheetXml((await change(table(rest), ...operations)).bytes))?.[1];
    expect(await breaks(insert(4, 4))).toBe('5');
    expect(await breaks(insert(4, 5))).toBe('4');
    expect(await breaks(move(7, 4))).toBe('4');
    expect(await breaks(remove(5))).toBe('4');
  });

  it('formulas of other sheets, with quoted names, whole rows and absolute corners', async () => {
    const other =
      '<sheetData><row r="1"><c r="A1"><f>SUM(Sheet1!$C$5:C7)+\'Sheet1\'!C9+Sheet1!8:8</f><v>1</v></c><c r="B1"><f>A1+C9</f><v>1</v></c></row></sheetData>';
    const bytes = table('', { sheets: [{ name: '汇总', xml: other }] });
    const xml = sheetXml((await change(bytes, insert(6, 6, [[2, 1]]))).bytes, 2);
    expect(xml).toContain("<f>SUM(Sheet1!$C$5:C8)+'Sheet1'!C10+Sheet1!9:9</f>");
    expect(xml).toContain('<f>A1+C9</f>');
  });

  it('shared formulas become ordinary ones where their rows part', async () => {
    const rows = [1, 2, 3]
      .map(
        r =>
          `<row r="${r}"><c r="A${r}"><v>${r}</v></c><c r="B${r}"><f t="shared" ${r === 1 ? 'ref="B1:B3" ' : ''}si="0">${r === 1 ? 'A1*2' : ''}</f><v>${r * 2}</v></c></row>`,
      )
      .join('');
    const { bytes } = await change(
      bookWith(`<sheetData>${rows.replaceAll('"0"></f>', '"0"/>')}</sheetData>`),
      insert(1, 1),
    );
    const { B1, B3, B4 } = readBack(bytes).Sheets.Sheet1!;
    expect([B1.f, B3.f, B4.f, B4.v]).toEqual(['A1*2', 'A3*2', 'A4*2', 6]);
  });

  it('a calculation chain is dropped with all that names it', async () => {
    const bytes = table('', {
      parts: {
        'xl/calcChain.xml': '<calcChain><c r="C9" i="1"/></calcChain>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
      },
    });
    const { bytes: after } = await change(bytes, insert(5, 5));
    expect(changedParts(bytes, after)).toEqual([
      'xl/_rels/workbook.xml.rels',
      'xl/calcChain.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(partText(after, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });

  it('every other part stays byte for byte', async () => {
    const before = readFileSync('templates/quanzhou-2023/self-assessment.xlsx');
    const { bytes } = await changeRows(new Uint8Array(before), {
      sheet: '自评表',
      operations: [insert(11, 11, [[4, 2]])],
    });
    expect(changedParts(new Uint8Array(before), bytes)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  });

  it('nothing is written where nothing changes', async () => {
    const bytes = table();
    expect((await change(bytes, move(5, 4))).bytes).toBe(bytes);
  });
});

describe('parts beside the sheet', () => {
  const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const related = (kind: string, part: string, xml: string) =>
    table('', {
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/${kind}" Target="../${part}"/></Relationships>`,
        [`xl/${part}`]: xml,
      },
    });

  it('drawings keep to their rows', async () => {
    const anchor = (name: string, from: number, to: number, more = '') =>
      `<d:${name}${more}><d:from><d:row>${from}</d:row></d:from><d:to><d:row>${to}</d:row></d:to></d:${name}>`;
    const xml = `<d:wsDr xmlns:d="d">${anchor('twoCellAnchor', 4, 7)}${anchor('twoCellAnchor', 4, 7, ' editAs="oneCell"')}${anchor('twoCellAnchor', 6, 7)}</d:wsDr>`;
    const { bytes } = await change(related('drawing', 'drawings/drawing1.xml', xml), insert(6, 6));
    const rows = [...partText(bytes, 'xl/drawings/drawing1.xml').matchAll(/row>(\d+)</g)].map(match => match[1]);
    expect(rows).toEqual(['4', '8', '4', '7', '7', '8']);
  });

  it('comments go with their cell, the title’s with the title, and hold on to their row', async () => {
    const xml = '<comments><commentList><comment ref="B7"/><comment ref="A5"/></commentList></comments>';
    const bytes = related('comments', 'comments1.xml', xml);
    expect(partText((await change(bytes, remove(5))).bytes, 'xl/comments1.xml')).toContain(
      '<comment ref="B6"/><comment ref="A5"/>',
    );
    expect(await refusal(bytes, remove(7))).toBe('rows-not-shiftable comment B7');
  });

  it('boxes of comments move; controls are refused', async () => {
    const box = (type: string) =>
      `<xml><v:shape><br><x:ClientData ObjectType="${type}"><x:Anchor>3, 15, 5, 2, 5, 31, 8, 9</x:Anchor><x:Row>6</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>`;
    const note = await change(related('vmlDrawing', 'drawings/vmlDrawing1.vml', box('Note')), insert(5, 5));
    expect(partText(note.bytes, 'xl/drawings/vmlDrawing1.vml')).toContain(
      '<x:Anchor>3, 15, 6, 2, 5, 31, 9, 9</x:Anchor><x:Row>7</x:Row>',
    );
    expect(await refusal(related('vmlDrawing', 'drawings/vmlDrawing1.vml', box('Button')), insert(5, 5))).toContain(
      'controls',
    );
  });

  it('tables grow, but keep their heading and their totals', async () => {
    const xml = '<table ref="A4:C8" totalsRowCount="1"><autoFilter ref="A4:C7"/></table>';
    const bytes = related('table', 'tables/table1.xml', xml);
    const grown = await change(bytes, insert(7, 7));
    expect(partText(grown.bytes, 'xl/tables/table1.xml')).toBe(
      '<table ref="A4:C9" totalsRowCount="1"><autoFilter ref="A4:C8"/></table>',
    );
    expect(await refusal(bytes, move(6, 2))).toBe('rows-not-shiftable table A4:C8');
    expect(await refusal(bytes, move(5, 3))).toContain('table');
  });

  it('a chart’s copy of its data is left out where its rows change', async () => {
    const xml =
      '<c:c xmlns:c="c"><c:numRef><c:f>Sheet1!$C$5:$C$7</c:f><c:numCache/></c:numRef><c:numRef><c:f>Sheet1!$C$8:$C$9</c:f><c:numCache/></c:numRef></c:c>';
    const bytes = table('', { parts: { 'xl/charts/chart1.xml': xml } });
    expect(partText((await change(bytes, insert(6, 6))).bytes, 'xl/charts/chart1.xml')).toBe(
      '<c:c xmlns:c="c"><c:numRef><c:f>Sheet1!$C$5:$C$8</c:f></c:numRef><c:numRef><c:f>Sheet1!$C$9:$C$10</c:f><c:numCache/></c:numRef></c:c>',
    );
  });

  it('of a kind that is not known refuse the change', async () => {
    expect(await refusal(related('pivotTable', 'pivotTables/p.xml', '<p/>'), insert(5, 5))).toBe(
      'rows-not-shiftable pivot pivotTable',
    );
    expect(await refusal(related('novelty', 'novelty.xml', '<n/>'), insert(5, 5))).toBe(
      'rows-not-shiftable element novelty',
    );
  });
});

describe('rows are not touched', () => {
  const one = (formula: string) =>
    bookWith(
      `<sheetData><row r="1"><c r="A1"><f>${formula}</f><v>1</v></c></row><row r="2"><c r="A2"/></row></sheetData>`,
    );
  it.each([
    ['INDIRECT("A2")', 'computed-reference'],
    ['OFFSET(B1,3,0)', 'computed-reference'],
    ['表[分值+B1', 'formula'],
    ['Sheet1!!A2', 'formula'],
  ])('where a formula cannot be followed: %s', async (formula, obstacle) => {
    expect(await refusal(one(formula), insert(1, 2))).toBe(`rows-not-shiftable ${obstacle} Sheet1!A1`);
  });

  it.each<[string, string, RowOperation]>([
    ['rows-unnumbered', '<sheetData><row><c r="A1"/></row></sheetData>', insert(1, 1)],
    ['rows-unnumbered', '<sheetData><row r="1"/><row r="2"><c/></row></sheetData>', insert(1, 1)],
    ['rows-unordered', '<sheetData><row r="2"/><row r="1"/></sheetData>', insert(1, 1)],
    ['sheet-full', '<sheetData><row r="1048576"/></sheetData>', insert(1, 1)],
    ['controls', '<sheetData/><controls/>', insert(1, 1)],
    ['views', '<sheetData/><customSheetViews/>', insert(1, 1)],
    ['element', '<sheetData/><novelty/>', insert(1, 1)],
    ['filter', '<sheetData/><autoFilter ref="A1:B9"/>', remove(1)],
    [
      'array-formula',
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f></c></row></sheetData>',
      insert(2, 2),
    ],
    [
      'data-table',
      '<sheetData><row r="1"><c r="A1"><f t="dataTable" ref="A1:A3" r1="B1"/></c></row></sheetData>',
      insert(2, 2),
    ],
    [
      'relative-reference',
      '<sheetData/><dataValidations><dataValidation sqref="A2:A9"><formula1>A5</formula1></dataValidation></dataValidations>',
      insert(6, 6),
    ],
  ])('where something stands in the way: %s', async (obstacle, xml, operation) => {
    expect(await refusal(bookWith(xml), operation)).toMatch(new RegExp(`^rows-not-shiftable ${obstacle}`));
  });

  it('in the older formats', async () => {
    const bytes = new Uint8Array(readFileSync('tests/fixtures/workbooks/received-2023.xls'));
    expect(await refusal(bytes, insert(1, 1))).toMatch(/^rows-not-shiftable old-format/);
  });
});
