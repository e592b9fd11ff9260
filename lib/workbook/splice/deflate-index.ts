import { deflateSync, inflateSync } from 'fflate';
import { AppError } from '../../model/app-error';
import { concatBytes } from '../concat-bytes';
import { crc32 } from '../zip/crc32';
import { WINDOW_BYTES } from './deflate-format';
import { InflateCursor, type ResumePoint } from './inflate-cursor';

/**
 * Where a deflate stream can be entered, in plain typed arrays: structured-clonable, to be kept beside the bytes it
 * belongs to. Built once, at import.
 */
export interface DeflateIndex {
  version: 1;
  compressedSize: number;
  size: number;
  crc: number;
  /** The bit after the last block. */
  endBit: number;
  /** One place about every CHECKPOINT_BYTES of output, the first at 0. */
  checkpoints: {
    bit: Uint32Array;
    headerBit: Uint32Array;
    out: Uint32Array;
    /** CRC-32 of all output before it. */
    crc: Uint32Array;
    /** Where its window ends in `windows`. */
    windowEnd: Uint32Array;
  };
  /** The 32 KiB before each checkpoint, deflated: an eighth of the space for 0.2 ms at each use. */
  windows: Uint8Array;
  /** Header bits of the stored blocks: they start at a byte, so they cannot be shifted as bits. */
  storedBlocks: Uint32Array;
}

export interface IndexOptions {
  /** Called with every stretch of output, in order; false ends the indexing. */
  onOutput?: (bytes: Uint8Array, offset: number) => boolean;
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
  /** More output than this ends the indexing: what the package declares. */
  size: number;
}

/**
 * An edit costs half of this in decoding, a window a quarter second of one CPU per 82 MB of sheet at import: 256 KiB keeps
 * both small (30 edits decode 6 MB; the index of an 82 MB sheet is about 2 MB).
 */
const CHECKPOINT_BYTES = 256 * 1024;
/** How much is read before other work of the thread gets a turn. */
const TURN_BYTES = 8 * 1024 * 1024;

/**
 * null where the stream is damaged, longer than declared, or not wanted after all.
 * @throws AppError cancelled
 */
export async function indexDeflate(compressed: Uint8Array, options: IndexOptions): Promise<DeflateIndex | null> {
  const cursor = new InflateCursor(compressed, CHECKPOINT_BYTES + 4 * WINDOW_BYTES);
  const places = { bit: [0], headerBit: [0], out: [0], crc: [0], windowEnd: [0] };
  const windows: Uint8Array[] = [];
  let windowBytes = 0;
  let crc = 0;
  let nextTurn = TURN_BYTES;
  cursor.storedBlocks = [];
  while (!cursor.ended) {
    const start = cursor.out;
    cursor.keepFrom(start);
    if (!cursor.readPast(start + CHECKPOINT_BYTES) || cursor.out > options.size) return null;
    const output = cursor.bytes(start, cursor.out);
    crc = crc32(output, crc);
    if (options.onOutput?.(output, start) === false) return null;
    if (cursor.ended) break;
    const window = deflateSync(cursor.bytes(Math.max(0, cursor.out - WINDOW_BYTES), cursor.out), { level: 1 });
    windows.push(window);
    windowBytes += window.length;
    places.bit.push(cursor.bit);
    places.headerBit.push(cursor.block?.headerBit ?? cursor.bit);
    places.out.push(cursor.out);
    places.crc.push(crc);
    places.windowEnd.push(windowBytes);
    if (cursor.out < nextTurn) continue;
    nextTurn += TURN_BYTES;
    options.onProgress?.(cursor.bit / 8 / compressed.length);
    await new Promise(resolve => setTimeout(resolve));
    if (options.signal?.aborted) throw new AppError('cancelled');
  }
  return {
    version: 1,
    compressedSize: compressed.length,
    size: cursor.out,
    crc,
    endBit: cursor.bit,
    checkpoints: {
      bit: Uint32Array.from(places.bit),
      headerBit: Uint32Array.from(places.headerBit),
      out: Uint32Array.from(places.out),
      crc: Uint32Array.from(places.crc),
      windowEnd: Uint32Array.from(places.windowEnd),
    },
    windows: concatBytes(windows),
    storedBlocks: Uint32Array.from(cursor.storedBlocks),
  };
}

/** To enter the stream at a checkpoint costs about as much as to read so many bytes. */
const ENTRY_BYTES = 48 * 1024;

/** The checkpoint to go to `place` from, for a cursor that stands at `out`; null where it had better read on from there. */
export function checkpointFor({ checkpoints }: DeflateIndex, place: number, out: number): number | null {
  let low = 0;
  let high = checkpoints.out.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (checkpoints.out[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return out > place || checkpoints.out[low]! > out + ENTRY_BYTES ? low : null;
}

export function resumePoint({ checkpoints, windows }: DeflateIndex, checkpoint: number): ResumePoint {
  const out = checkpoints.out[checkpoint]!;
  const packed = windows.subarray(checkpoints.windowEnd[checkpoint - 1] ?? 0, checkpoints.windowEnd[checkpoint]);
  return {
    bit: checkpoints.bit[checkpoint]!,
    headerBit: checkpoints.headerBit[checkpoint]!,
    out,
    window:
      checkpoint === 0 ? new Uint8Array(0) : inflateSync(packed, { out: new Uint8Array(Math.min(out, WINDOW_BYTES)) }),
  };
}
