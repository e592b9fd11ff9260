import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, utils, type WorkSheet, write } from 'xlsx';
import { parseAddress } from '../../../../lib/model/address';
import type { CellEdit, CellValue } from '../../../../lib/model/cells';
import { fillBiff } from '../../../../lib/workbook/biff/fill-biff';
import { buildBiff, buildContainer, buildStream, record, u16 } from '../../../fixtures/build-biff';
import { cellsOf, recordsFrom, sheetStarts, untouchedRecords, workbookStream, wrongPointers } from './biff-comparison';

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/workbooks/${name}`));
const received = fixture('received-2023.xls');
const scores = fixture('score-sheet.xls');
const SHEET = '个性指标';

const edit = (sheet: string, address: string, value: CellValue): CellEdit => ({
  sheet,
  ...parseAddress(address)!,
  value,
});

async function filled(bytes: Uint8Array, ...edits: CellEdit[]): Promise<Uint8Array> {
  return (await fillBiff(bytes, edits)).bytes;
}

function sheetOf(bytes: Uint8Array, sheet: string): WorkSheet {
  return read(bytes, { type: 'array' }).Sheets[sheet]!;
}

/** With rows in blocks closed by DBCELL and found by INDEX, as Excel writes them; no row 3, 34 or 64 and on. */
const built = buildBiff([
  {
    name: 'Plan',
    rows: Array.from({ length: 60 }, (_, row) => row)
      .filter(row => row !== 3 && row !== 34)
      .map(row => ({
        row,
        cells:
          row % 4 === 1
            ? []
            : [
                { column: 0, kind: 'text' as const, value: `第${row}行` },
                { column: 1, kind: 'rks' as const, values: [row, row + 1, row + 2] },
                { column: 5, kind: 'blanks' as const, count: 4 },
                { column: 10, kind: 'number' as const, value: row / 3 },
                { column: 12, kind: 'blank' as const },
              ],
      })),
  },
  { name: 'Empty', rows: [] },
  { name: 'Last', rows: [{ row: 2, cells: [{ column: 2, kind: 'rk', value: 7 }] }] },
]);

function madeBySheetJs(bookSST: boolean): Uint8Array {
  const sheet = utils.aoa_to_sheet([['项目', 1, true], [null, '分值', 2.5], [], ['合计', null, null, '末']]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '表');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['别动', 9]]), '附表');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8', bookSST }) as ArrayBuffer);
}

describe('filling the table as an office received it', () => {
  it('changes the cells named and says what stood there', async () => {
    const { bytes, written } = await fillBiff(received, [
      edit(SHEET, 'C5', '新的措施😀\n𠀀第二行'),
      edit(SHEET, 'F5', 12.5),
      edit(SHEET, 'E5', true),
      edit(SHEET, 'B5', null),
    ]);
    const sheet = sheetOf(bytes, SHEET);
    expect([sheet.C5?.v, sheet.F5?.v, sheet.E5?.v, sheet.B5]).toEqual(['新的措施😀\n𠀀第二行', 12.5, true, undefined]);
    expect(written.map(({ cell, after }) => [cell, after])).toEqual([
      ['C5', '新的措施😀\n𠀀第二行'],
      ['F5', 12.5],
      ['E5', true],
      ['B5', null],
    ]);
    expect(written[2]?.before).toBe('3分');
  });

  it('keeps the look of what it fills', async () => {
    const bytes = await filled(received, edit(SHEET, 'C5', '改'), edit(SHEET, 'B5', null), edit(SHEET, 'D5', 5));
    const [before, after] = [received, bytes].map(book => {
      const stream = workbookStream(book);
      return cellsOf(recordsFrom(stream, sheetStarts(stream)[0]!));
    });
    for (const place of ['4,1', '4,2', '4,3']) {
      const format = (cell: string | undefined) => cell?.split(' ')[1]?.slice(0, 4);
      expect(format(after?.get(place))).toBe(format(before?.get(place)));
    }
  });

  it('writes into the first cell of a merge, whichever of its cells is named', async () => {
    const { bytes, written } = await fillBiff(received, [edit(SHEET, 'A5', '（一）')]);
    expect(written[0]?.cell).toBe('A3');
    expect(sheetOf(bytes, SHEET).A3?.v).toBe('（一）');
  });

  it('gives back the very bytes when nothing changes', async () => {
    const { bytes, written } = await fillBiff(received, [
      edit(SHEET, 'E5', '3分'),
      edit(SHEET, 'H9', ''),
      edit(SHEET, 'H9', null),
    ]);
    expect(bytes).toBe(received);
    expect(written).toEqual([]);
  });

  it('takes text of 32,767 characters, and text that looks like a formula as text', async () => {
    const long = '长'.repeat(32_767);
    const sheet = sheetOf(await filled(received, edit(SHEET, 'C5', long), edit(SHEET, 'C4', '=1+1')), SHEET);
    expect(sheet.C5?.v).toBe(long);
    expect([sheet.C4?.t, sheet.C4?.v, sheet.C4?.f]).toEqual(['s', '=1+1', undefined]);
  });

  it('lets the last of several values for one cell count', async () => {
    const bytes = await filled(received, edit(SHEET, 'A3', '一'), edit(SHEET, 'C5', '二'), edit(SHEET, 'A4', '三'));
    expect(sheetOf(bytes, SHEET).A3?.v).toBe('三');
  });

  it('can be filled again and again', async () => {
    let bytes: Uint8Array = received;
    for (let round = 0; round < 20; round++) bytes = await filled(bytes, edit(SHEET, 'C5', `第${round}次`.repeat(200)));
    expect(sheetOf(bytes, SHEET).C5?.v).toBe('第19次'.repeat(200));
    expect(sheetOf(bytes, SHEET).C4?.v).toBe(sheetOf(received, SHEET).C4?.v);
  });
});

describe('what cannot be filled', () => {
  it.each<[string, CellEdit, string]>([
    ['a formula', edit('自评打分', 'D43', 1), 'formula-cell'],
    ['a sheet that is not there', edit('没有', 'A1', 1), 'no-such-sheet'],
    ['a column beyond IV', edit('汇总', 'IW1', 1), 'cell-outside-xls'],
    ['a row beyond 65536', edit('汇总', 'A65537', 1), 'cell-outside-xls'],
    ['a control character', edit('汇总', 'A1', 'a\u0007'), 'control-character'],
    ['half a character', edit('汇总', 'A1', '\ud83d'), 'lone-surrogate'],
    ['too long a text', edit('汇总', 'A1', 'x'.repeat(32_768)), 'text-too-long'],
    ['a number that is none', edit('汇总', 'A1', Number.NaN), 'number-not-finite'],
  ])('%s is refused, and with it the whole fill', async (_, bad, code) => {
    await expect(fillBiff(scores, [edit('汇总', 'C1', 1), bad])).rejects.toMatchObject({ code });
  });

  it('columns are not appended: that needs .xlsx', async () => {
    const append = {
      sheet: SHEET,
      range: { top: 0, left: 0, bottom: 9, right: 4 },
      headerRows: [2],
      repeatedHeaderRows: [],
      titleCells: [],
      columns: [],
    };
    await expect(fillBiff(received, [], { append })).rejects.toMatchObject({ code: 'working-copy-needs-xlsx' });
  });
});

describe('rows in blocks, as Excel writes them', () => {
  it('are built as Excel would', () => {
    expect(wrongPointers(workbookStream(built))).toEqual([]);
  });

  it('stay findable when cells, rows and whole blocks come in', async () => {
    const bytes = await filled(
      built,
      edit('Plan', 'C1', '拆开一串数'),
      edit('Plan', 'G3', '拆开一串空格'),
      edit('Plan', 'D4', '缺的行'),
      edit('Plan', 'A35', '第二块缺的行'),
      edit('Plan', 'B6', '空行'),
      edit('Plan', 'A200', '新的块'),
      edit('Plan', 'Z230', '又一块'),
      edit('Empty', 'C40', 1),
      edit('Last', 'A1', false),
    );
    expect(wrongPointers(workbookStream(bytes))).toEqual([]);
    const sheet = sheetOf(bytes, 'Plan');
    expect(['B1', 'C1', 'D1', 'G3', 'D4', 'A35', 'B6', 'A200', 'Z230'].map(cell => sheet[cell]?.v)).toEqual([
      0,
      '拆开一串数',
      2,
      '拆开一串空格',
      '缺的行',
      '第二块缺的行',
      '空行',
      '新的块',
      '又一块',
    ]);
    expect(sheet['!ref']).toBe('A1:Z230');
    expect(sheetOf(bytes, 'Empty').C40?.v).toBe(1);
  });
});

describe('other layouts', () => {
  it('gives a book without a table of strings one', async () => {
    const bytes = await filled(madeBySheetJs(false), edit('表', 'B4', '新'), edit('附表', 'C1', '新'));
    expect(recordsFrom(workbookStream(bytes), 0).some(({ type }) => type === 0x00fc)).toBe(true);
    const { 表: sheet, 附表: other } = read(bytes, { type: 'array' }).Sheets;
    expect([sheet?.B4?.v, sheet?.A1?.v, other?.C1?.v, other?.A1?.v]).toEqual(['新', '项目', '新', '别动']);
  });

  it('leaves numbers and labels of a chart inside the sheet alone', async () => {
    const chart = [
      record(0x0809, [...u16(0x0600, 0x0020, 0, 0), 0, 0, 0, 0, 0, 0, 0, 0]),
      record(0x0203, [...u16(0, 0, 0), 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]),
      record(0x000a),
    ];
    const rows = [{ row: 1, cells: [{ column: 1, kind: 'rk' as const, value: 5 }] }];
    const book = buildBiff([{ name: 'S', rows, extra: chart }]);
    const bytes = await filled(book, edit('S', 'A1', 2), edit('S', 'B2', 3));
    expect(sheetOf(bytes, 'S').A1?.v).toBe(2);
    const stream = workbookStream(bytes);
    const records = recordsFrom(stream, sheetStarts(stream)[0]!);
    expect(records.filter(({ data }) => data.equals(chart[1]!.subarray(4)))).toHaveLength(1);
  });

  it('fills a sheet whose writer left out its size', async () => {
    const stream = buildStream([{ name: 'S', rows: [{ row: 0, cells: [{ column: 0, kind: 'rk', value: 1 }] }] }]);
    const view = new DataView(stream.buffer);
    for (let at = 0; at < stream.length; at += 4 + view.getUint16(at + 2, true)) {
      if (view.getUint16(at, true) === 0x0200) view.setUint16(at, 0x089c, true);
    }
    const book = buildContainer({ Workbook: stream });
    const bytes = await filled(book, edit('S', 'A1', 2), edit('S', 'C9', 3));
    expect([sheetOf(bytes, 'S').A1?.v, sheetOf(bytes, 'S').C9?.v]).toEqual([2, 3]);
  });

  it('keeps rows hidden that are hidden for not being mentioned', async () => {
    const hidden = record(0x0225, u16(0x02, 270));
    const bytes = await filled(buildBiff([{ name: 'S', rows: [], extra: [hidden] }]), edit('S', 'A9', 1));
    const stream = workbookStream(bytes);
    const row = recordsFrom(stream, sheetStarts(stream)[0]!).find(({ type }) => type === 0x0208);
    expect(row?.data.readUInt16LE(12)).toBe(0x0120);
  });

  it('fills a book in the mini stream, one with macros beside it, and leaves their streams as they are', async () => {
    const stream = buildStream([{ name: 'S', rows: [{ row: 0, cells: [{ column: 0, kind: 'rk', value: 1 }] }] }]);
    const vba = Uint8Array.from({ length: 900 }, (_, index) => index & 0xff);
    const book = buildContainer({ Workbook: stream, '_VBA_PROJECT_CUR/VBA/dir': vba, '\u0005SummaryInformation': vba });
    const bytes = await filled(book, edit('S', 'B1', '字'.repeat(3_000)));
    expect(sheetOf(bytes, 'S').B1?.v).toBe('字'.repeat(3_000));
  });

  it('warns that a signature breaks and that a locked cell was filled', async () => {
    const signed = buildContainer({
      Workbook: buildStream([{ name: 'S', rows: [] }]),
      '_xmlsignatures/1': new Uint8Array(10),
    });
    expect((await fillBiff(signed, [edit('S', 'A1', 1)])).problems.map(({ code }) => code)).toEqual([
      'signature-broken',
    ]);
    const { problems } = await fillBiff(scores, [edit('自评打分', 'D5', 2), edit('自评打分', 'E5', '已完成')]);
    expect(problems.map(({ code, cell }) => [code, cell])).toEqual([['locked-cell', 'D5']]);
  });
});

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.integer({ min: 1, max: 12_000 }).map(length => '填'.repeat(length)),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

describe.each([
  ['received', received],
  ['score sheet', scores],
  ['row blocks', built],
  ['SheetJS with a table of strings', madeBySheetJs(true)],
  ['SheetJS without', madeBySheetJs(false)],
])('any edits of the %s workbook', (_, bytes) => {
  const { SheetNames, Sheets } = read(bytes, { type: 'array' });
  const isFormula = (sheet: string, row: number, column: number) =>
    Sheets[sheet]?.[utils.encode_cell({ r: row, c: column })]?.f !== undefined;
  const place = fc
    .record({ sheet: fc.constantFrom(...SheetNames), row: fc.nat(70), column: fc.nat(14) })
    .filter(({ sheet, row, column }) => !isFormula(sheet, row, column));

  it('change those cells, what depends on them, and nothing else', async () => {
    const edits = fc.array(fc.tuple(place, value), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(edits, async list => {
        const result = await fillBiff(
          bytes,
          list.map(([where, to]) => ({ ...where, value: to })),
        );
        const [before, after] = [workbookStream(bytes), workbookStream(result.bytes)];
        expect(wrongPointers(after)).toEqual([]);
        expect(untouchedRecords(recordsFrom(after, 0), new Set())).toEqual(
          expect.arrayContaining(untouchedRecords(recordsFrom(before, 0), new Set())),
        );
        const read2 = read(result.bytes, { type: 'array' });
        const [starts, newStarts] = [sheetStarts(before), sheetStarts(after)];
        SheetNames.forEach((sheet, index) => {
          const written = new Map(
            result.written.filter(cell => cell.sheet === sheet).map(cell => [cell.cell, cell.after]),
          );
          const rows = new Set([...written.keys()].map(cell => parseAddress(cell)!.row));
          const [old, now] = [recordsFrom(before, starts[index]!), recordsFrom(after, newStarts[index]!)];
          expect(untouchedRecords(now, rows)).toEqual(untouchedRecords(old, rows));
          const [oldCells, cells] = [cellsOf(old), cellsOf(now)];
          for (const key of new Set([...oldCells.keys(), ...cells.keys()])) {
            const [r, c] = key.split(',').map(Number) as [number, number];
            const address = utils.encode_cell({ r, c });
            if (written.has(address) || isFormula(sheet, r, c)) continue;
            expect([key, cells.get(key)]).toEqual([key, oldCells.get(key)]);
          }
          for (const [cell, to] of written) {
            const shown = read2.Sheets[sheet]?.[cell]?.v;
            expect(shown ?? null).toEqual(to === null ? null : typeof to === 'number' && to === 0 ? 0 : to);
          }
        });
      }),
      { numRuns: 25 },
    );
  });
});

describe('a workbook that is not in order', () => {
  it('is filled or refused in a code of ours, never anything else', async () => {
    const { length } = workbookStream(built);
    const flip = fc.tuple(fc.integer({ min: 512, max: 512 + length }), fc.integer({ min: 0, max: 255 }));
    const edits = [edit('Plan', 'A1', '改'), edit('Plan', 'C40', 1), edit('Last', 'Z99', true)];
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 3 }), async changes => {
        const bytes = built.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        const outcome = await fillBiff(bytes, edits).then(
          () => 'filled',
          thrown => (typeof thrown.code === 'string' ? 'refused' : thrown),
        );
        expect(['filled', 'refused']).toContain(outcome);
      }),
      { numRuns: 200 },
    );
  });
});
