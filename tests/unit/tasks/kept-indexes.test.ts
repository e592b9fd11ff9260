import { describe, expect, it, vi } from 'vitest';
import { KeptIndexes } from '../../../lib/tasks/kept-indexes';
import { fillWorkbook } from '../../../lib/workbook/fill-workbook';
import { buildPackage, workbookParts } from '../../fixtures/build-package';

function largeWorkbook(first: number): Uint8Array {
  const row = (_: unknown, index: number) =>
    `<row r="${index + 1}"><c r="A${index + 1}"><v>${first + index}</v></c><c r="B${index + 1}" t="b"><v>1</v></c></row>`;
  const xml = `<sheetData>${Array.from({ length: 8_000 }, row).join('')}</sheetData>`;
  return buildPackage(workbookParts({ sheets: [{ name: '表', xml }] }));
}

describe('indexes kept beside an opened workbook', () => {
  it('are found again by what the workbook holds, and fill it', async () => {
    const indexes = new KeptIndexes();
    const bytes = largeWorkbook(1);
    await indexes.prepare(bytes);
    const index = await indexes.of(bytes.slice());
    expect([...index!.keys()]).toEqual(['xl/worksheets/sheet1.xml']);
    const edits = [{ sheet: '表', row: 5_000, column: 0, value: '已完成' }];
    const { bytes: filled } = await fillWorkbook(bytes, edits, { index: index! });
    expect((await fillWorkbook(filled, edits)).written).toEqual([]);
  });

  it('are waited for while they are being made', async () => {
    const indexes = new KeptIndexes();
    const first = largeWorkbook(1);
    await indexes.prepare(first);
    const second = largeWorkbook(2);
    const made = indexes.prepare(second);
    const found = await vi.waitUntil(() => indexes.of(second));
    expect(found.size).toBe(1);
    await made;
  });

  it('are made once, and given up oldest first', async () => {
    const indexes = new KeptIndexes();
    const books = [1, 2, 3, 4].map(largeWorkbook);
    await indexes.prepare(books[0]!);
    const first = await indexes.of(books[0]!);
    for (const book of [books[1]!, books[2]!, books[0]!, books[3]!]) await indexes.prepare(book);
    expect(await indexes.of(books[0]!)).toBe(first);
    expect(await indexes.of(books[1]!)).toBeNull();
  });

  it('do not exist for what cannot be read, and say nothing', async () => {
    const indexes = new KeptIndexes();
    const bytes = new TextEncoder().encode('PK no package');
    await indexes.prepare(bytes);
    expect(await indexes.of(bytes)).toBeNull();
  });

  it('are empty for workbooks of the old format', async () => {
    const indexes = new KeptIndexes();
    const bytes = new Uint8Array(1_024);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    await indexes.prepare(bytes);
    expect((await indexes.of(bytes))?.size).toBe(0);
  });
});
