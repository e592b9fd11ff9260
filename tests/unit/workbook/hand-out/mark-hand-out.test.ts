import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type CellObject, read } from 'xlsx';
import { parseAddress } from '../../../../lib/model/address';
import { SnapshotGrid } from '../../../../lib/model/sheet-snapshot';
import { readDocument } from '../../../../lib/workbook/document/read-document';
import { fillWorkbook } from '../../../../lib/workbook/fill-workbook';
import { markHandOut } from '../../../../lib/workbook/hand-out/mark-hand-out';
import { openWorkbook } from '../../../../lib/workbook/open-workbook';

const fixtures = path.join(import.meta.dirname, '../../../fixtures/workbooks');
const received = new Uint8Array(readFileSync(path.join(fixtures, 'received-2023.xlsx')));
const id = '0123456789abcdef0123456789abcdef';

const marks = {
  open: new Map([
    [
      '个性指标',
      [
        { row: 2, column: 2 },
        { row: 3, column: 7 },
      ],
    ],
  ]),
  properties: new Map([
    ['pingan-fill.hand-out', id],
    ['科室 & 人', '<综合科>'],
  ]),
  names: [{ name: `_pa.${id}.m0.3`, sheet: '个性指标', row: 2, column: 1 }],
};

describe('a workbook marked for handing out', () => {
  it('opens and tints the chosen cells, protects the others, and changes no other part', async () => {
    const marked = await markHandOut(received, marks);
    const before = unzipSync(received);
    const after = unzipSync(marked);
    const changed = Object.keys(after).filter(
      name => Buffer.compare(after[name]!, before[name] ?? new Uint8Array()) !== 0,
    );
    expect(changed.sort()).toEqual(
      [
        '[Content_Types].xml',
        '_rels/.rels',
        'docProps/custom.xml',
        'xl/styles.xml',
        'xl/workbook.xml',
        'xl/worksheets/sheet1.xml',
      ].sort(),
    );
    const sheet = Buffer.from(after['xl/worksheets/sheet1.xml']!).toString('utf8');
    expect(sheet).toMatch(/<\/sheetData><sheetProtection sheet="1"[^>]*\/>/);
    const [was, is] = await Promise.all([received, marked].map(bytes => openWorkbook(bytes)));
    const snapshots = await Promise.all([was!, is!].map(book => book.snapshot('个性指标')));
    expect(snapshots[1]!.textBytes).toEqual(snapshots[0]!.textBytes);
    const styled = read(marked, { cellStyles: true }).Sheets.个性指标!;
    expect(styled.C3!.s).toMatchObject({ fgColor: { rgb: 'FFF8D6' } });
    expect(styled.C4!.s?.fgColor?.rgb).not.toBe('FFF8D6');
  });

  it('carries its identity in two places that are read back', async () => {
    const { custom, cellNames } = await readDocument(await markHandOut(received, marks));
    expect(custom.get('pingan-fill.hand-out')).toBe(id);
    expect(custom.get('科室 & 人')).toBe('<综合科>');
    expect(cellNames).toContainEqual({ name: `_pa.${id}.m0.3`, sheet: '个性指标', row: 2, column: 1 });
  });

  it('can be marked again beside what is there', async () => {
    const twice = await markHandOut(await markHandOut(received, marks), {
      ...marks,
      properties: new Map([['another', 'x']]),
      names: [],
    });
    expect([...(await readDocument(twice)).custom.keys()]).toEqual(['pingan-fill.hand-out', '科室 & 人', 'another']);
  });

  it('may be an .xls: the same cells open and tinted, the sheet protected, all values as they were', async () => {
    for (const [file, sheet, open, locked] of [
      ['received-2023.xls', '个性指标', 'C3', 'B3'],
      ['score-sheet.xls', '自评打分', 'D5', 'B5'],
    ] as const) {
      const xls = new Uint8Array(readFileSync(path.join(fixtures, file)));
      const { row, column } = parseAddress(open)!;
      const missing = { row: 60, column: 9 };
      const marked = await markHandOut(xls, {
        open: new Map([[sheet, [{ row, column }, missing]]]),
        properties: new Map(),
        names: [3, 4, 5].map(at => ({ name: `_pa.${id}.m0.${at + 1}`, sheet, row: at, column: 1 })),
      });
      const [was, is] = await Promise.all([xls, marked].map(bytes => openWorkbook(bytes)));
      const [before, after] = await Promise.all([was!, is!].map(book => book.snapshot(sheet)));
      expect(after!.textBytes).toEqual(before!.textBytes);
      const lookAt = (book: typeof is, snapshot: typeof after, address: string) => {
        const place = parseAddress(address)!;
        return book!.looks[new SnapshotGrid(snapshot!).style(place.row, place.column)]!;
      };
      expect(lookAt(is, after, open)).toEqual({ ...lookAt(was, before, open), locked: false, fill: '#ffffcc' });
      expect(lookAt(is, after, locked)).toEqual(lookAt(was, before, locked));
      expect((await fillWorkbook(marked, [{ sheet, row: row - 1, column: 0, value: 'x' }])).problems).toEqual([
        expect.objectContaining({ code: 'locked-cell' }),
      ]);
      // A second reader follows every pointer.
      const [one, other] = [xls, marked].map(bytes => read(bytes));
      expect(other!.SheetNames).toEqual(one!.SheetNames);
      const valuesIn = (book: typeof one) =>
        book!.SheetNames.map(name =>
          Object.entries(book!.Sheets[name]!).flatMap(([at, cell]) => {
            const value = (cell as CellObject).v;
            return value === undefined ? [] : [[at, value]];
          }),
        );
      expect(valuesIn(other)).toEqual(valuesIn(one));
      const { cellNames } = await readDocument(marked);
      expect(cellNames.filter(({ name }) => name.startsWith('_pa.'))).toEqual([
        { name: `_pa.${id}.m0.4`, sheet, row: 3, column: 1 },
        { name: `_pa.${id}.m0.5`, sheet, row: 4, column: 1 },
        { name: `_pa.${id}.m0.6`, sheet, row: 5, column: 1 },
      ]);
      // Filled in and marked once more, as a department may send it on.
      const filled = await fillWorkbook(marked, [{ sheet, row, column, value: '填好了' }]);
      expect(read(filled.bytes).Sheets[sheet]![open]!.v).toBe('填好了');
      const twice = await markHandOut(filled.bytes, {
        open: new Map([[sheet, [{ row, column }]]]),
        properties: new Map(),
        names: [{ name: '_pa.second', sheet, row: 1, column: 1 }],
      });
      expect((await readDocument(twice)).cellNames).toHaveLength(cellNames.length + 1);
    }
  });
});
