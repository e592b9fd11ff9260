import { type Block, type HuffmanBlock, readBlockHeader } from './block-header';
import { LONGEST_MATCH, WINDOW_BYTES } from './deflate-format';
import { LINK, ROOT_BITS, ROOT_MASK, STOP } from './huffman-table';
import type { SymbolLog } from './symbol-log';

/** A place between two symbols of a deflate stream, and what is needed to go on from there. */
export interface ResumePoint {
  /** The first bit not yet read. */
  bit: number;
  /** Where the block that holds this place starts; the same as `bit` between two blocks. */
  headerBit: number;
  /** How many bytes the stream has given up to here. */
  out: number;
  /** The last bytes before it, up to 32 KiB. */
  window: Uint8Array;
}

/**
 * Walks a deflate stream and stops between any two symbols, which neither fflate nor the browser's streams can do. A
 * stored block is taken whole: the cursor stands before or after it, never inside.
 */
export class InflateCursor {
  bit = 0;
  out = 0;
  /** The open block; null between two blocks and at the end. */
  block: Block | null = null;
  ended = false;
  /** When set, every symbol passed is recorded. */
  log: SymbolLog | null = null;
  /** When set, the header bits of the stored blocks passed are recorded. */
  storedBlocks: number[] | null = null;
  #bytes: Uint8Array;
  #bytesStart = 0;
  #keepFrom = 0;

  constructor(
    readonly stream: Uint8Array,
    capacity = 4 * WINDOW_BYTES,
  ) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** false where the point does not belong to this stream. */
  resume(point: ResumePoint): boolean {
    this.bit = point.bit;
    this.out = point.out;
    this.ended = false;
    this.block = null;
    this.#bytesStart = point.out - point.window.length;
    this.#keepFrom = this.#bytesStart;
    this.#reserve(point.window.length);
    this.#bytes.set(point.window);
    if (point.headerBit === point.bit) return true;
    this.block = readBlockHeader(this.stream, point.headerBit);
    return this.block !== null && !this.block.stored && this.block.dataBit <= point.bit;
  }

  /** Output from `start` to `end`; what lies more than 32 KiB back is there only as far as `keepFrom` asked for it. */
  bytes(start: number, end: number): Uint8Array {
    if (start < this.#bytesStart || end > this.out) throw new RangeError(`${start}–${end} is not at hand`);
    return this.#bytes.subarray(start - this.#bytesStart, end - this.#bytesStart);
  }

  /** Output from here on stays at hand. */
  keepFrom(out: number): void {
    this.#keepFrom = Math.max(out, this.#bytesStart);
  }

  /** Reads until at least `limit` bytes are out, or the stream has ended. false: the stream is damaged. */
  readPast(limit: number): boolean {
    while (!this.ended && this.out < limit) {
      if (!this.#openBlock()) return false;
      if (!this.#readBlock(limit)) return false;
    }
    return true;
  }

  /** As `readPast`, but stops before a stored block that reaches beyond the limit. At most 257 bytes too far. */
  readUpTo(limit: number): boolean {
    while (!this.ended && this.out < limit) {
      if (!this.#openBlock()) return false;
      if (this.block!.stored && this.out + this.block!.length > limit) {
        this.block = null;
        return true;
      }
      if (!this.#readBlock(limit)) return false;
    }
    return true;
  }

  #openBlock(): boolean {
    this.block ??= readBlockHeader(this.stream, this.bit);
    return this.block !== null;
  }

  #readBlock(limit: number): boolean {
    const block = this.block!;
    if (block.stored) {
      this.storedBlocks?.push(block.headerBit);
      this.#readStored(block.dataBit / 8, block.length);
      return true;
    }
    if (this.bit < block.dataBit) this.bit = block.dataBit;
    this.#reserve(limit - this.out + LONGEST_MATCH + 4);
    this.log?.reserve(limit - this.out + 1);
    return this.#decode(block, limit) && this.bit <= this.stream.length * 8;
  }

  #readStored(start: number, length: number): void {
    this.#reserve(Math.max(length, 1));
    const content = this.stream.subarray(start, start + length);
    this.#bytes.set(content, this.out - this.#bytesStart);
    this.log?.addLiterals(content);
    this.out += length;
    this.#closeBlock((start + length) * 8);
  }

  #closeBlock(bit: number): void {
    this.bit = bit;
    this.ended = this.block!.final;
    this.block = null;
  }

  /**
   * The inner loop: two nanoseconds a byte of sheet XML, as fast as zlib in C. Everything it touches is local; `held` holds the next `count`
   * bits (fewer than 31, so that it stays a small integer).
   */
  #decode(block: HuffmanBlock, limit: number): boolean {
    const { stream } = this;
    const { literals, distances } = block;
    const bytes = this.#bytes;
    const view = new DataView(bytes.buffer);
    const shift = this.#bytesStart;
    const available = this.out;
    const symbols = this.log ? this.log.symbols : null;
    let logged = this.log ? this.log.count : 0;
    const end = limit - shift;
    let at = available - shift;
    let next = Math.floor(this.bit / 8);
    let count = 8 - (this.bit & 7);
    let held = (stream[next++] ?? 0) >>> (8 - count);
    let closed = false;

    while (at < end) {
      if (count < 15) {
        held |= (stream[next]! | (stream[next + 1]! << 8)) << count;
        next += 2;
        count += 16;
      }
      let entry = literals[held & ROOT_MASK]!;
      if (entry & LINK) {
        entry = literals[((entry >>> 8) & 0xffff) + ((held >>> ROOT_BITS) & ((1 << ((entry >>> 4) & 15)) - 1))]!;
      }
      held >>>= entry & 15;
      count -= entry & 15;
      if (entry >= 0) {
        bytes[at++] = entry >>> 8;
        if (symbols) symbols[logged++] = entry >>> 8;
        continue;
      }
      if (entry & STOP) {
        if ((entry & 0x100) === 0) return false;
        closed = true;
        break;
      }
      let extra = (entry >>> 4) & 15;
      if (count < 15) {
        held |= (stream[next]! | (stream[next + 1]! << 8)) << count;
        next += 2;
        count += 16;
      }
      const length = ((entry >>> 8) & 0xffff) + (held & ((1 << extra) - 1));
      held >>>= extra;
      count -= extra;

      if (count < 15) {
        held |= (stream[next]! | (stream[next + 1]! << 8)) << count;
        next += 2;
        count += 16;
      }
      entry = distances[held & ROOT_MASK]!;
      if (entry & LINK) {
        entry = distances[((entry >>> 8) & 0xffff) + ((held >>> ROOT_BITS) & ((1 << ((entry >>> 4) & 15)) - 1))]!;
      }
      if (entry < 0) return false;
      held >>>= entry & 15;
      count -= entry & 15;
      extra = (entry >>> 4) & 15;
      if (count < extra) {
        held |= (stream[next]! | (stream[next + 1]! << 8)) << count;
        next += 2;
        count += 16;
      }
      const distance = (entry >>> 8) + (held & ((1 << extra) - 1));
      held >>>= extra;
      count -= extra;

      let from = at - distance;
      if (from < 0) return false;
      if (symbols) symbols[logged++] = (length << 16) | distance;
      const stop = at + length;
      // Four at a time is a third of the whole faster; up to three bytes too many are overwritten by what comes next.
      if (distance >= 4) {
        for (; at < stop; at += 4, from += 4) view.setInt32(at, view.getInt32(from, true), true);
        at = stop;
      } else while (at < stop) bytes[at++] = bytes[from++]!;
    }
    this.out = at + shift;
    if (this.log) this.log.count = logged;
    const bit = next * 8 - count;
    if (closed) this.#closeBlock(bit);
    else this.bit = bit;
    return true;
  }

  /** Room for so many more bytes: lets go of what nobody asked to keep, grows when that is not enough. */
  #reserve(more: number): void {
    const used = this.out - this.#bytesStart;
    if (used + more <= this.#bytes.length) return;
    const start = Math.max(this.#bytesStart, Math.min(this.#keepFrom, this.out - WINDOW_BYTES));
    const kept = this.#bytes.subarray(start - this.#bytesStart, used);
    if (kept.length + more <= this.#bytes.length) {
      this.#bytes.copyWithin(0, start - this.#bytesStart, used);
    } else {
      const grown = new Uint8Array(Math.max(kept.length + more, this.#bytes.length * 2));
      grown.set(kept);
      this.#bytes = grown;
    }
    this.#bytesStart = start;
  }
}
