import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { SnapshotGrid, snapshotLayout } from '../../../../lib/model/sheet-snapshot';
import { fillBiff } from '../../../../lib/workbook/biff/fill-biff';
import { openBiff } from '../../../../lib/workbook/biff/open-biff';
import { concatBytes } from '../../../../lib/workbook/concat-bytes';
import { buildBiff, buildContainer, buildStream, record, u16, u32 } from '../../../fixtures/build-biff';
import { workbookStream } from './biff-comparison';

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/workbooks/${name}`));
const received = fixture('received-2023.xls');
const scores = fixture('score-sheet.xls');

async function gridOf(bytes: Uint8Array, sheet: string): Promise<SnapshotGrid> {
  return new SnapshotGrid(await (await openBiff(bytes)).snapshot(sheet));
}

const isRefusal = (thrown: unknown) => typeof (thrown as { code?: unknown }).code === 'string';

describe('opening an .xls workbook', () => {
  it.each([
    ['received-2023.xls', received],
    ['score-sheet.xls', scores],
  ])('reads every value and merge of %s as SheetJS does', async (_, bytes) => {
    const { SheetNames, Sheets } = read(bytes, { type: 'array' });
    const { sheets } = await openBiff(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(SheetNames);
    for (const name of SheetNames) {
      const grid = await gridOf(bytes, name);
      const sheet = Sheets[name]!;
      const merges = grid.merges.map(({ top, left, bottom, right }) => ({
        s: { r: top, c: left },
        e: { r: bottom, c: right },
      }));
      expect(merges).toEqual(expect.arrayContaining(sheet['!merges'] ?? []));
      for (let row = 0; row < grid.rowCount; row++) {
        for (let column = 0; column < grid.columnCount; column++) {
          const cell = grid.cell(row, column);
          const other = sheet[utils.encode_cell({ r: row, c: column })];
          expect([row, column, cell?.value, cell?.formula]).toEqual([row, column, other?.v, other?.f]);
        }
      }
    }
  });

  it('reads looks, sizes and protection', async () => {
    const { looks, sheets } = await openBiff(scores);
    const snapshot = await (await openBiff(scores)).snapshot('自评打分');
    const grid = new SnapshotGrid(snapshot);
    const look = (row: number, column: number) => looks[grid.style(row, column)]!;
    expect(look(0, 0)).toMatchObject({
      font: { name: 'Noto Sans CJK SC', size: 18, bold: true, color: '#0000ff' },
      horizontal: 'center',
      vertical: 'center',
    });
    expect(look(1, 1)).toMatchObject({
      fill: '#ffff00',
      wrap: true,
      borders: { top: { style: 'thin' }, bottom: { style: 'medium' }, right: { style: 'double', color: '#ff0000' } },
    });
    expect(look(4, 3)).toMatchObject({ numberFormat: '0.0', locked: true });
    expect(look(4, 4)).toMatchObject({ vertical: 'top', locked: false });
    const layout = snapshotLayout(snapshot);
    expect(layout.columns.find(({ first }) => first === 1)?.width).toBeCloseTo(30, 0);
    expect(layout.columns.find(({ first }) => first === 5)?.hidden).toBe(true);
    expect(layout.rows.get(1)).toEqual({ height: 30, hidden: false });
    expect(layout.rows.get(43)?.hidden).toBe(true);
    expect(layout.protected).toBe(true);
    expect(sheets.map(({ state, kind }) => [state, kind])).toEqual(Array(3).fill(['visible', 'worksheet']));
  });

  it('shows dates as dates and formulas as text', async () => {
    const grid = await gridOf(scores, '自评打分');
    expect(grid.cell(44, 2)).toMatchObject({ kind: 'date', iso: '2023-12-31', text: '2023年12月31日' });
    expect(grid.cell(42, 2)).toMatchObject({ kind: 'number', value: 120, formula: 'SUM(C3:C42)' });
    expect(grid.cell(45, 1)?.text).toBe('长文'.repeat(5_000));
  });

  it('reads frozen panes', async () => {
    const window = record(0x023e, u16(0x08 | 0x40, 0, 0, 0x40, 0, 0, 0, 0, 0));
    const pane = record(0x0041, u16(1, 2, 2, 1, 0));
    const snapshot = await (await openBiff(buildBiff([{ name: 'S', rows: [], extra: [window, pane] }]))).snapshot('S');
    expect(snapshotLayout(snapshot).freeze).toEqual({ rows: 2, columns: 1 });
  });

  it('applies the date system of 1904', async () => {
    const rows = [{ row: 0, cells: [{ column: 0, kind: 'number' as const, value: 366.5 }] }];
    const format = record(0x041e, [...u16(0, 10), 0, ...new TextEncoder().encode('yyyy-mm-dd')]);
    const dated = buildStream([{ name: 'S', rows }], [record(0x0022, u16(1)), format]);
    const cell = (await gridOf(buildContainer({ Workbook: dated }), 'S')).cell(0, 0);
    expect(cell).toMatchObject({ kind: 'date', iso: '1905-01-01T12:00:00', text: '1905-01-01' });
  });

  it('reads the formulas that Apple Numbers writes under another number', async () => {
    const three = [0, 0, 0, 0, 0, 0, 8, 0x40];
    const formula = record(0x0406, [...u16(0, 0, 16), ...three, ...u16(0), ...u32(0), ...u16(3), 0x1e, ...u16(3)]);
    const bytes = buildBiff([{ name: 'S', rows: [], extra: [formula] }]);
    expect((await gridOf(bytes, 'S')).cell(0, 0)).toMatchObject({ value: 3, formula: '3' });
    await expect(fillBiff(bytes, [{ sheet: 'S', row: 0, column: 0, value: 1 }])).rejects.toThrow('formula-cell');
  });

  it('shows a number that is none as an error', async () => {
    const extra = [record(0x0203, [...u16(0, 0, 16), 0, 0, 0, 0, 0, 0, 0xf8, 0x7f])];
    const cell = (await gridOf(buildBiff([{ name: 'S', rows: [], extra }]), 'S')).cell(0, 0);
    expect(cell).toMatchObject({ kind: 'error', text: '#NUM!' });
  });

  it('takes a claim of 65,536 × 256 cells for what it is worth', async () => {
    const stream = buildStream([{ name: 'S', rows: [{ row: 1, cells: [{ column: 1, kind: 'rk', value: 5 }] }] }]);
    const at = stream.findIndex((_, i) => stream[i] === 0x00 && stream[i + 1] === 0x02 && stream[i + 2] === 14);
    new DataView(stream.buffer).setUint32(at + 8, 0x7fffffff, true);
    new DataView(stream.buffer).setUint16(at + 14, 0xffff, true);
    const grid = await gridOf(buildContainer({ Workbook: stream }), 'S');
    expect([grid.rowCount, grid.columnCount]).toEqual([2, 2]);
  });

  it('does not write out a long shared formula for thousands of cells', async () => {
    const tokens = [0x1e, 1, 0, ...Array.from({ length: 2_000 }, () => [0x1e, 1, 0, 0x03]).flat()];
    const cell = (row: number) =>
      record(0x0006, [...u16(row, 0, 16), ...u32(0, 0), ...u16(8), ...u32(0), ...u16(5), 1, ...u16(0, 0)]);
    const shared = record(0x04bc, [...u16(0, 3_999), 0, 0, 0, 0, ...u16(tokens.length), ...tokens]);
    const extra = [cell(0), shared, ...Array.from({ length: 3_999 }, (_, index) => cell(index + 1))];
    const grid = await gridOf(buildBiff([{ name: 'S', rows: [], extra }]), 'S');
    expect([grid.rowCount, grid.cell(7, 0)?.formula, grid.cell(7, 0)?.value]).toEqual([4_000, '', 0]);
  });

  it('tells of macros and signatures', async () => {
    const book = buildContainer({
      Workbook: buildStream([{ name: 'S', rows: [] }]),
      '_VBA_PROJECT_CUR/PROJECT': new Uint8Array(8),
      _signatures: new Uint8Array(8),
    });
    expect((await openBiff(book)).warnings.map(({ code }) => code)).toEqual(['signed', 'macros']);
  });
});

describe('what is refused', () => {
  const globals = (records: Uint8Array[], version = 0x0600) =>
    buildContainer({
      Workbook: concatBytes([record(0x0809, u16(version, 5, 0, 0, 0, 0, 0, 0)), ...records, record(0x0a)]),
    });
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'empty-file'],
    ['a password', globals([record(0x002f, u16(1, 1, 1))]), 'encrypted'],
    ['Excel 95', globals([], 0x0500), 'old-excel'],
    ['Excel 95 in its own stream', buildContainer({ Book: new Uint8Array(5_000) }), 'old-excel'],
    ['rights management', buildContainer({ '\tDRMContent': new Uint8Array(5_000) }), 'drm'],
    ['a Word document', buildContainer({ WordDocument: new Uint8Array(5_000) }), 'text-as-workbook'],
    ['a web page', new TextEncoder().encode('<html><table><tr><td>1</td></tr></table></html>'), 'text-as-workbook'],
    ['no sheet', globals([]), 'damaged-xls'],
    ['chart sheets only', globals([record(0x0085, [...u32(0), 0, 2, 1, 0, 65])]), 'no-sheet'],
    ['a sheet outside the stream', globals([record(0x0085, [...u32(0x7fffffff), 0, 0, 1, 0, 65])]), 'damaged-xls'],
    [
      'a record that runs past the end',
      buildContainer({ Workbook: concatBytes([record(0x0809, u16(0x0600, 5)), Uint8Array.of(0xfc, 0, 0xff, 0x7f)]) }),
      'damaged-xls',
    ],
  ])('%s', async (_, bytes, code) => {
    await expect(openBiff(bytes)).rejects.toMatchObject({ code });
  });

  it('is always told in a code of ours, wherever a file is cut or a byte changed', async () => {
    const survive = async (bytes: Uint8Array) => {
      try {
        const book = await openBiff(bytes);
        for (const { name, kind } of book.sheets) if (kind === 'worksheet') await book.snapshot(name);
      } catch (thrown) {
        expect(isRefusal(thrown) ? 'refused' : thrown).toBe('refused');
      }
    };
    for (let length = 0; length < received.length; length += 1_021) await survive(received.subarray(0, length));
    const base = buildBiff([
      {
        name: 'S',
        rows: [
          {
            row: 0,
            cells: [
              { column: 0, kind: 'text', value: '题' },
              { column: 1, kind: 'rks', values: [1, 2] },
            ],
          },
        ],
      },
    ]);
    const start = 512;
    const { length } = workbookStream(base);
    const flip = fc.tuple(fc.integer({ min: start, max: start + 512 + length }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 4 }), async changes => {
        const bytes = base.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        await survive(bytes);
      }),
      { numRuns: 300 },
    );
  });
});
