import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendSharedStrings, sharedStringIndex } from '../../../../lib/workbook/biff/append-shared-strings';
import { readSharedStrings, sharedText } from '../../../../lib/workbook/biff/shared-strings';
import { record, u16, u32 } from '../../../fixtures/build-biff';

const EMPTY = record(0x00fc, u32(0, 0));

function appended(stream: Uint8Array, texts: readonly string[]) {
  return appendSharedStrings(stream, readSharedStrings(stream, 0), texts, texts.length, 0);
}

function textsOf(stream: Uint8Array): string[] {
  const strings = readSharedStrings(stream, 0);
  return strings.offsets.map((_, index) => sharedText(stream, strings, index));
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.tuple(fc.constantFrom('长', 'a', '😀', 'é'), fc.integer({ min: 1, max: 9_000 })).map(([c, n]) => c.repeat(n)),
);

describe('the table of strings', () => {
  it('takes any texts and gives them back, in records that are never too long', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.array(text, { maxLength: 12 }), (first, second) => {
        const once = appended(EMPTY, first).bytes;
        const twice = appended(once, second).bytes;
        expect(textsOf(twice)).toEqual([...first, ...second]);
        const view = new DataView(twice.buffer);
        for (let at = 0; at < twice.length; at += 4 + view.getUint16(at + 2, true)) {
          expect(view.getUint16(at, true)).toBe(at === 0 ? 0x00fc : 0x003c);
          expect(view.getUint16(at + 2, true)).toBeLessThanOrEqual(8224);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('steps over rich text and phonetic hints, and leaves them as they are', () => {
    const rich = [...u16(2), 0x0d, ...u16(1), ...u32(6), ...u16(0x7532, 0x4e59), ...u16(1, 5), 1, 2, 3, 4, 5, 6];
    const stream = record(0x00fc, [...u32(2, 2), ...rich, ...u16(1), 0, 0x41]);
    const after = appended(stream, ['新']).bytes;
    expect(textsOf(after)).toEqual(['甲乙', 'A', '新']);
    expect(after.subarray(12, 12 + rich.length)).toEqual(Uint8Array.from(rich));
  });

  it('follows a string that changes its width at a CONTINUE', () => {
    const stream = new Uint8Array([
      ...record(0x00fc, [...u32(1, 1), ...u16(4), 0, 0x41, 0x42]),
      ...record(0x003c, [1, ...u16(0x7532, 0x4e59)]),
    ]);
    expect(textsOf(stream)).toEqual(['AB甲乙']);
    expect(textsOf(appended(stream, ['丙']).bytes)).toEqual(['AB甲乙', '丙']);
  });

  it('is refused when it claims more strings than it has', () => {
    const lying = record(0x00fc, [...u32(1, 0xffffffff), ...u16(1), 0, 0x41]);
    expect(() => readSharedStrings(lying, 0)).toThrow(expect.objectContaining({ code: 'damaged-xls' }));
  });

  it('gets an index whose entries stand where every n-th string begins', () => {
    const texts = Array.from({ length: 3_000 }, (_, index) => `第${index}条`.repeat(3));
    const { bytes, offsets, holders } = appended(EMPTY, texts);
    const index = sharedStringIndex(offsets, holders, 8);
    const view = new DataView(index.buffer);
    const step = view.getUint16(4, true);
    expect(index.length - 6).toBe(Math.ceil(texts.length / step) * 8);
    const table = readSharedStrings(bytes, 0);
    for (let bucket = 0; bucket * step < texts.length; bucket++) {
      const position = view.getUint32(6 + 8 * bucket, true);
      expect(position).toBe(table.offsets[bucket * step]);
      const holder = position - view.getUint16(10 + 8 * bucket, true);
      expect([0x00fc, 0x003c]).toContain(new DataView(bytes.buffer).getUint16(holder, true));
    }
  });
});
