import zlib from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexDeflate } from '../../../../lib/workbook/splice/deflate-index';
import { crc32 } from '../../../../lib/workbook/zip/crc32';
import { anyProducer } from './deflate-producers';
import { mixedBytes, sheetText } from './sheet-text';

const text = sheetText(1, 1_500_000);
const compressed = new Uint8Array(zlib.deflateRawSync(text));

describe('an index of a deflate stream', () => {
  it('has the size and CRC of what the stream holds, and hands it out in order', async () => {
    await fc.assert(
      fc.asyncProperty(anyProducer, fc.nat(), fc.nat(700_000), async (produce, seed, size) => {
        const bytes = mixedBytes(seed, size);
        const seen: Uint8Array[] = [];
        const index = await indexDeflate(produce(bytes), {
          size,
          onOutput: (stretch, offset) => {
            expect(offset).toBe(seen.reduce((sum, { length }) => sum + length, 0));
            seen.push(stretch.slice());
            return true;
          },
        });
        expect([index?.size, index?.crc]).toEqual([size, crc32(bytes)]);
        expect(Buffer.compare(Buffer.concat(seen), bytes)).toBe(0);
      }),
      { numRuns: 15 },
    );
  });

  it('can be cloned and stays small', async () => {
    const index = structuredClone((await indexDeflate(compressed, { size: text.length }))!);
    expect(index.checkpoints.out.length).toBe(6);
    expect(index.windows.length).toBeLessThan(6 * 16 * 1024);
  });

  it('is not made of a stream that is damaged, cut off, or longer than declared', async () => {
    const cut = compressed.subarray(0, compressed.length - 100);
    expect(await indexDeflate(cut, { size: text.length })).toBeNull();
    expect(await indexDeflate(compressed, { size: text.length - 1 })).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 3_000 }), async noise => {
        const index = await indexDeflate(noise, { size: 1_000_000 });
        if (index) expect(zlib.inflateRawSync(noise).length).toBe(index.size);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is not finished once nobody wants it', async () => {
    const large = new Uint8Array(zlib.deflateRawSync(new Uint8Array(40_000_000)));
    const stop = new AbortController();
    const shares: number[] = [];
    const indexing = indexDeflate(large, {
      size: 40_000_000,
      signal: stop.signal,
      onProgress: share => {
        shares.push(share);
        stop.abort();
      },
    });
    await expect(indexing).rejects.toThrow('cancelled');
    expect(shares.length).toBe(1);
  });
});
