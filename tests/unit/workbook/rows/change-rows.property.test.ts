import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { changeRows, type RowOperation } from '../../../../lib/workbook/rows/change-rows';
import { bookWith, readBack } from '../small-book';

/**
 * A table as the model sees it: a heading, the rows of three sections with their title merged in column A, a text in B,
 * a number in C, its double as a formula in D, and a last row with the sum of C and, row by row, the largest of D.
 */
interface ModelRow {
  name: number | string;
  section: number;
  text: string;
  number: number | null;
  /** Only the rows of the file have the formula. */
  doubled: boolean;
}

const SIZES = [2, 1, 3];

function firstRows(): ModelRow[] {
  return SIZES.flatMap((size, section) => Array.from({ length: size }, () => section)).map((section, i) => ({
    name: i + 2,
    section,
    text: `行${i + 2}`,
    number: i + 1,
    doubled: true,
  }));
}

type Cell = { v?: string | number; f?: string };

/** What must stand in the sheet, by address. */
function cellsOf(rows: readonly ModelRow[]): Map<string, Cell> {
  const cells = new Map<string, Cell>([['B1', { v: '考评内容' }]]);
  rows.forEach(({ section, text, number, doubled }, i) => {
    const row = i + 2;
    if (rows[i - 1]?.section !== section) cells.set(`A${row}`, { v: `第${section + 1}项` });
    cells.set(`B${row}`, { v: text });
    if (number !== null) cells.set(`C${row}`, { v: number });
    if (doubled) cells.set(`D${row}`, { f: `C${row}*2`, v: (number ?? 0) * 2 });
  });
  const last = rows.length + 2;
  const numbers = rows.map(({ number }) => number ?? 0);
  const largest = Math.max(...rows.map(({ number, doubled }) => (doubled ? (number ?? 0) * 2 : 0)));
  cells.set(`C${last}`, {
    f: rows.length === 1 ? `SUM(C2:C2)` : `SUM(C2:C${last - 1})`,
    v: numbers.reduce((a, b) => a + b, 0),
  });
  cells.set(`D${last}`, { f: `MAX(D2:D${last - 1})`, v: largest });
  return cells;
}

function mergesOf(rows: readonly ModelRow[]): string[] {
  const merges: string[] = [];
  rows.forEach(({ section }, i) => {
    if (rows[i - 1]?.section === section) return;
    const size = rows.filter(row => row.section === section).length;
    if (size > 1) merges.push(`A${i + 2}:A${i + 1 + size}`);
  });
  return merges;
}

const writers: Record<string, (rows: ModelRow[]) => Promise<Uint8Array>> = {
  'our own builder': async rows => {
    const lines = new Map<number, string>();
    for (const [address, { v, f }] of cellsOf(rows)) {
      const row = Number(address.slice(1));
      const formula = f ? `<f>${f}</f>` : '';
      const cell =
        typeof v === 'string'
          ? `<c r="${address}" t="inlineStr"><is><t>${v}</t></is></c>`
          : `<c r="${address}">${formula}<v>${v}</v></c>`;
      lines.set(row, (lines.get(row) ?? '') + cell);
    }
    const merges = mergesOf(rows).map(ref => `<mergeCell ref="${ref}"/>`);
    return bookWith(
      `<sheetData>${[...lines].map(([row, cells]) => `<row r="${row}">${cells}</row>`).join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>`,
    );
  },
  SheetJS: async rows => {
    const sheet = utils.aoa_to_sheet([]);
    for (const [address, { v, f }] of cellsOf(rows))
      sheet[address] = { t: typeof v === 'string' ? 's' : 'n', v, ...(f ? { f } : {}) };
    sheet['!ref'] = `A1:D${rows.length + 2}`;
    sheet['!merges'] = mergesOf(rows).map(ref => utils.decode_range(ref));
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Sheet1');
    return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: true }) as ArrayBuffer);
  },
  exceljs: async rows => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Sheet1');
    for (const [address, { v, f }] of cellsOf(rows)) {
      sheet.getCell(address).value = f ? { formula: f, result: v as number } : v!;
    }
    for (const ref of mergesOf(rows)) sheet.mergeCells(ref);
    return new Uint8Array(await book.xlsx.writeBuffer());
  },
};

const step = fc.record({
  kind: fc.constantFrom('insert' as const, 'remove' as const, 'move' as const),
  section: fc.nat(SIZES.length - 1),
  row: fc.nat(9),
  place: fc.nat(9),
  number: fc.option(fc.integer({ min: -50, max: 50 })),
});

/** Makes the steps on the model; what would empty a section is left out. */
function played(
  rows: ModelRow[],
  steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
): RowOperation[] {
  const operations: RowOperation[] = [];
  steps.forEach(({ kind, section, row, place, number }, i) => {
    const own = rows.filter(candidate => candidate.section === section);
    const start = rows.indexOf(own[0]!);
    const chosen = own[row % own.length]!;
    if (kind === 'remove') {
      if (own.length === 1) return;
      operations.push({ kind, row: chosen.name });
      rows.splice(rows.indexOf(chosen), 1);
      return;
    }
    const at = start + (place % (own.length + 1));
    const after = rows[at - 1]?.name ?? 1;
    if (kind === 'move') {
      if (own.length === 1 || after === chosen.name) return;
      operations.push({ kind, row: chosen.name, after });
      rows.splice(rows.indexOf(chosen), 1);
      rows.splice(after === 1 ? 0 : rows.findIndex(({ name }) => name === after) + 1, 0, chosen);
      return;
    }
    const like = section === 0 ? 2 : section === 1 ? 4 : 5;
    const added: ModelRow = { name: `n${i}`, section, text: `新${i}`, number, doubled: false };
    operations.push({
      kind,
      id: `n${i}`,
      after,
      like,
      shares: [0],
      values: [
        { column: 1, value: added.text },
        { column: 2, value: number },
      ],
    });
    rows.splice(at, 0, added);
  });
  return operations;
}

function found(bytes: Uint8Array): { cells: Map<string, Cell>; merges: string[] } {
  const sheet = readBack(bytes).Sheets.Sheet1!;
  const cells = new Map<string, Cell>();
  for (const [address, cell] of Object.entries(sheet)) {
    if (address.startsWith('!') || cell.v === undefined || cell.v === '') continue;
    cells.set(address, { ...(cell.f ? { f: cell.f } : {}), v: cell.v });
  }
  return { cells, merges: (sheet['!merges'] ?? []).map(utils.encode_range).sort() };
}

const sorted = (cells: Map<string, Cell>) => [...cells].sort(([a], [b]) => (a < b ? -1 : 1));

describe.each(Object.entries(writers))('rows of a workbook made by %s', (_, writer) => {
  it('end up where a plain list of rows says, with their values, merges and sums', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async steps => {
        const rows = firstRows();
        const bytes = await writer(rows);
        const operations = played(rows, steps);
        const result = await changeRows(bytes, { sheet: 'Sheet1', operations });
        const after = found(result.bytes);
        expect(sorted(after.cells)).toEqual(sorted(cellsOf(rows)));
        expect(after.merges).toEqual(mergesOf(rows).sort());
        for (const { name } of rows) {
          const place = typeof name === 'number' ? result.rowMap(name) : result.inserted.get(name);
          expect(place).toBe(rows.findIndex(row => row.name === name) + 2);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are as before once inserted rows are removed again', async () => {
    const place = fc.record({ after: fc.integer({ min: 1, max: 8 }), like: fc.integer({ min: 2, max: 7 }) });
    const bytes = await writer(firstRows());
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 5 }), async places => {
        const operations = places.map(
          (insert, i): RowOperation => ({ kind: 'insert', id: `n${i}`, ...insert, values: [] }),
        );
        const { bytes: longer, inserted } = await changeRows(bytes, { sheet: 'Sheet1', operations });
        const back = [...inserted.values()].map((row): RowOperation => ({ kind: 'remove', row }));
        const again = await changeRows(longer, { sheet: 'Sheet1', operations: back });
        expect(found(again.bytes)).toEqual(found(bytes));
      }),
      { numRuns: 15 },
    );
  });
});
