import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read } from 'xlsx';
import { readDocument } from '../../../../lib/workbook/document/read-document';
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

  it('cannot be an .xls, and says what can be done', async () => {
    const xls = new Uint8Array(readFileSync(path.join(fixtures, 'received-2023.xls')));
    await expect(markHandOut(xls, marks)).rejects.toMatchObject({ code: 'hand-out-needs-xlsx' });
    expect((await readDocument(xls)).custom).toBeInstanceOf(Map);
  });
});
