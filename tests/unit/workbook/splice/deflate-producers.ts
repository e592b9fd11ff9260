import zlib from 'node:zlib';
import fc from 'fast-check';
import { deflateSync } from 'fflate';

/** Streams as different writers make them, with stored, fixed and dynamic blocks, empty ones and flushes among them. */
export type Producer = (bytes: Uint8Array) => Uint8Array;

const fflateProducer = fc.constantFrom<(0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9)[]>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).map(
  (level): Producer =>
    bytes =>
      deflateSync(bytes, { level }),
);

const zlibOptions = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  memLevel: fc.integer({ min: 1, max: 9 }),
  strategy: fc.constantFrom(
    zlib.constants.Z_DEFAULT_STRATEGY,
    zlib.constants.Z_FILTERED,
    zlib.constants.Z_HUFFMAN_ONLY,
    zlib.constants.Z_RLE,
    zlib.constants.Z_FIXED,
  ),
});

const zlibProducer = zlibOptions.map(
  (options): Producer =>
    bytes =>
      zlib.deflateRawSync(bytes, options),
);

/** Several streams' worth of blocks in one: each part but the last ends in a flush. */
const flushedProducer = fc
  .array(fc.tuple(zlibOptions, fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 6,
  })
  .map(
    (parts): Producer =>
      bytes => {
        const cuts = parts.map(([, , share]) => Math.floor(share * bytes.length)).sort((a, b) => a - b);
        const chunks = parts.map(([options, full], index) =>
          zlib.deflateRawSync(bytes.subarray(cuts[index - 1] ?? 0, cuts[index]), {
            ...options,
            finishFlush: full ? zlib.constants.Z_FULL_FLUSH : zlib.constants.Z_SYNC_FLUSH,
          }),
        );
        return Buffer.concat([...chunks, zlib.deflateRawSync(bytes.subarray(cuts.at(-1)))]);
      },
  );

export const anyProducer: fc.Arbitrary<Producer> = fc.oneof(
  fflateProducer,
  zlibProducer,
  zlibProducer,
  flushedProducer,
);
