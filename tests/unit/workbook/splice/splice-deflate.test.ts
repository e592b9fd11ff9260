import zlib from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexDeflate } from '../../../../lib/workbook/splice/deflate-index';
import type { Replacement } from '../../../../lib/workbook/splice/replacements';
import { spliceDeflate } from '../../../../lib/workbook/splice/splice-deflate';
import { crc32 } from '../../../../lib/workbook/zip/crc32';
import { anyProducer } from './deflate-producers';
import { generator, mixedBytes, sheetText } from './sheet-text';

const RUNS = Number(process.env.SPLICE_RUNS ?? 60);

async function expectSplice(
  bytes: Uint8Array,
  compressed: Uint8Array,
  replacements: Replacement[],
): Promise<Uint8Array> {
  const index = await indexDeflate(compressed, { size: bytes.length });
  expect(index).not.toBeNull();
  expect(index!.size).toBe(bytes.length);
  expect(index!.crc).toBe(crc32(bytes));
  const spliced = spliceDeflate(compressed, index!, replacements);
  const wanted = replaced(bytes, replacements);
  expect(spliced).not.toBeNull();
  expect(spliced!.size).toBe(wanted.length);
  expect(spliced!.crc).toBe(crc32(wanted));
  expect(Buffer.compare(zlib.inflateRawSync(spliced!.compressed), wanted)).toBe(0);
  return spliced!.compressed;
}

function replaced(bytes: Uint8Array, replacements: Replacement[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, bytes: fresh } of replacements) {
    pieces.push(bytes.subarray(at, start), fresh);
    at = end;
  }
  return Buffer.concat([...pieces, bytes.subarray(at)]);
}

/** Edits from nothing to whole stretches, some side by side, some at the very ends. */
const shapes = fc.array(
  fc.record({
    gap: fc.oneof(fc.constant(0), fc.nat(50), fc.nat(5_000), fc.nat(200_000)),
    removed: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(40), fc.nat(60_000)),
    added: fc.oneof(fc.constant(0), fc.nat(60), fc.nat(60), fc.nat(40_000)),
    noise: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

function replacementsOf(
  edits: { gap: number; removed: number; added: number; noise: boolean }[],
  size: number,
): Replacement[] {
  const random = generator(edits.length + size);
  let at = 0;
  return edits.map(({ gap, removed, added, noise }) => {
    const start = Math.min(size, at + gap);
    const end = Math.min(size, start + removed);
    at = end;
    return { start, end, bytes: Uint8Array.from({ length: added }, (_, n) => (noise ? random() : 48 + (n % 10))) };
  });
}

describe('a spliced stream', () => {
  it('inflates to the bytes with the replacements in them, whoever made the stream', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyProducer,
        fc.nat(),
        fc.oneof(fc.nat(400), fc.nat(50_000), fc.integer({ min: 250_000, max: 1_000_000 })),
        fc.boolean(),
        shapes,
        async (produce, seed, size, mixed, edits) => {
          const bytes = mixed ? mixedBytes(seed, size) : sheetText(seed, size);
          await expectSplice(bytes, produce(bytes), replacementsOf(edits, bytes.length));
        },
      ),
      { numRuns: RUNS },
    );
  }, 3_600_000);
});
