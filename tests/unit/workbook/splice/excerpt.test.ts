import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Excerpt, markOf } from '../../../../lib/workbook/splice/excerpt';
import { IndexedPart } from '../../../../lib/workbook/splice/indexed-part';
import { indexPart } from '../../../../lib/workbook/splice/part-index';
import { crc32 } from '../../../../lib/workbook/zip/crc32';

const row = (n: number): string => `<row r="${n}"><c r="A${n}"><v>${(n * 7919) % 10_007}</v></c></row>`;
const xml = `<worksheet><dimension ref="A1:A9"/><sheetData>${Array.from({ length: 60_000 }, (_, n) => row(2 * n + 2)).join('')}</sheetData></worksheet>`;
const bytes = new TextEncoder().encode(xml);
const compressed = new Uint8Array(zlib.deflateRawSync(bytes));
const index = (await indexPart(compressed, 'rows', { size: bytes.length, crc: crc32(bytes) }))!;
const part = new IndexedPart(compressed, index);
const read = (rows: number[]): Excerpt =>
  Excerpt.read(
    part,
    rows.map(n => markOf(index.marks, n - 1)),
  )!;
const textOf = ({ bytes }: Excerpt): string => new TextDecoder().decode(bytes);

describe('an excerpt of a part', () => {
  it('holds the asked-for rows, all before the first and all behind the last', () => {
    const text = textOf(read([90_000, 40_000]));
    expect(text.startsWith('<worksheet><dimension ref="A1:A9"/><sheetData><row r="')).toBe(true);
    expect(text).toContain(row(40_000));
    expect(text.indexOf(row(90_000))).toBeGreaterThan(text.indexOf(row(40_000)));
    expect(text.endsWith('</row></sheetData></worksheet>')).toBe(true);
    expect(text.length).toBeLessThan(20_000);
  });

  it('knows where in the part a replacement belongs', () => {
    const excerpt = read([40_000]);
    const text = textOf(excerpt);
    const start = text.indexOf(row(40_000));
    const inPart = excerpt.inPart({ start, end: start + 5, bytes: new Uint8Array(1) });
    expect([inPart.start, inPart.end]).toEqual([xml.indexOf(row(40_000)), xml.indexOf(row(40_000)) + 5]);
  });

  it('puts a new row at the end of its own stretch, not before the rows that come after the gap', () => {
    const excerpt = read([40_000, 90_000]);
    const text = textOf(excerpt);
    const mark = markOf(index.marks, 39_999);
    const gap = text.indexOf(`<row r="${index.marks.numbers[markOf(index.marks, 89_999)]! + 1}"`);
    const inserted = excerpt.inPart({ start: gap, end: gap, bytes: new Uint8Array(1) });
    expect(inserted.start).toBe(index.marks.offsets[mark + 1]);
    const replaced = excerpt.inPart({ start: gap, end: gap + 4, bytes: new Uint8Array(1) });
    expect(replaced.start).toBe(index.marks.offsets[markOf(index.marks, 89_999)]);
  });

  it('is needed of nothing for rows before the first', () => {
    expect(markOf(index.marks, 0)).toBe(-1);
    expect(markOf(index.marks, 1)).toBe(0);
    expect(markOf(index.marks, 1_048_575)).toBe(index.marks.numbers.length - 1);
  });
});
