import { BitWriter } from './bit-writer';
import { readBlockHeader } from './block-header';
import { BlockWriter } from './block-writer';
import { LONGEST_MATCH } from './deflate-format';
import { checkpointFor, type DeflateIndex, resumePoint } from './deflate-index';
import { InflateCursor } from './inflate-cursor';
import type { SplicedPart } from './large-part';
import { Recoder } from './recode';
import { type Replacement, ReplacementPlan, reachOf } from './replacements';
import { SplicedCrc } from './spliced-crc';
import { SymbolLog } from './symbol-log';

/** A gap smaller than this is said again with the rest: each return to the old stream costs a block header. */
const SMALL_GAP_BYTES = 2048;
const STEP_BYTES = 64 * 1024;

/**
 * A deflate stream with some of its bytes replaced, without inflating what lies far from them. The old stream's bits are
 * copied up to each replacement and again from 32 KiB behind it, where no back-reference can reach across it any more; only
 * what is between is said again. null where index and stream do not belong together.
 */
export function spliceDeflate(
  compressed: Uint8Array,
  index: DeflateIndex,
  replacements: readonly Replacement[],
): SplicedPart | null {
  if (index.compressedSize !== compressed.length) return null;
  const plan = new ReplacementPlan(replacements, index.size);
  if (plan.ordered.length === 0) return { compressed, crc: index.crc, size: index.size };
  return new Splice(compressed, index, plan).run();
}

class Splice {
  readonly #cursor: InflateCursor;
  readonly #bits: BitWriter;
  readonly #crc: SplicedCrc;
  readonly #log = new SymbolLog();
  /** Up to where the old stream has been dealt with. */
  #doneBit = 0;
  #nextStored = 0;
  /** The block in whose middle the old stream was last taken up again, and where its header was repeated for that. */
  #reopened = { headerBit: -1, writtenAt: -1 };

  constructor(
    private readonly compressed: Uint8Array,
    private readonly index: DeflateIndex,
    private readonly plan: ReplacementPlan,
  ) {
    const added = plan.ordered.reduce((sum, { bytes }) => sum + bytes.length + 1024, 0);
    this.#cursor = new InflateCursor(compressed);
    this.#bits = new BitWriter(compressed.length + added);
    this.#crc = new SplicedCrc(plan);
  }

  run(): SplicedPart | null {
    const count = this.plan.ordered.length;
    for (let next = 0; next < count; ) {
      const sound = this.#approach(this.plan.ordered[next]!.start) && this.#leaveOldStream();
      const done = sound ? this.#sayAgain(next) : null;
      if (done === null) return null;
      this.#returnToOldStream();
      next = done;
    }
    if (!this.#copyUpTo(this.index.endBit)) return null;
    return {
      compressed: this.#bits.finish(),
      crc: this.#crc.finish(this.index.size, this.index.crc),
      size: this.index.size + this.plan.movedBefore(count),
    };
  }

  /** Puts the cursor between two symbols, shortly before this place of the old bytes. */
  #approach(place: number): boolean {
    const cursor = this.#cursor;
    const target = Math.max(cursor.out, place - LONGEST_MATCH + 1);
    const checkpoint = checkpointFor(this.index, target, cursor.out);
    if (checkpoint !== null) {
      if (!cursor.resume(resumePoint(this.index, checkpoint))) return false;
      this.#crc.leap(cursor.out, this.index.checkpoints.crc[checkpoint]!);
    }
    const start = cursor.out;
    cursor.keepFrom(start);
    if (!cursor.readUpTo(target)) return false;
    this.#crc.pass(cursor.bytes(start, cursor.out));
    return true;
  }

  /** Copies the old stream up to the cursor and ends the block there. */
  #leaveOldStream(): boolean {
    const { block, bit } = this.#cursor;
    if (!this.#copyUpTo(bit)) return false;
    if (!block || block.stored) return true;
    if (block.final) {
      const repeated = this.#reopened.headerBit === block.headerBit;
      this.#bits.clear(repeated ? this.#reopened.writtenAt : this.#bits.bitLength - (bit - block.headerBit));
    }
    this.#bits.write(block.end.code, block.end.length);
    return true;
  }

  /** Replaces from this replacement on, until the next one is far; returns how many are done then. */
  #sayAgain(first: number): number | null {
    const cursor = this.#cursor;
    const { ordered } = this.plan;
    const writer = new BlockWriter(this.#bits);
    const recoder = new Recoder(this.plan, writer, cursor.out, first);
    let end = 0;
    for (let next = first; ; ) {
      while (
        next < ordered.length &&
        (next === first || ordered[next]!.start < Math.max(end, cursor.out) + SMALL_GAP_BYTES)
      ) {
        end = reachOf(ordered[next++]!);
      }
      if (cursor.ended || cursor.out >= end) {
        if (cursor.ended) recoder.finish();
        writer.finish(cursor.ended);
        return next;
      }
      const start = cursor.out;
      cursor.keepFrom(start);
      this.#log.count = 0;
      cursor.log = this.#log;
      const sound = cursor.readPast(Math.min(end, start + STEP_BYTES));
      cursor.log = null;
      if (!sound) return null;
      const bytes = cursor.bytes(start, cursor.out);
      recoder.pass(this.#log, bytes, start);
      this.#crc.pass(bytes);
    }
  }

  /** Repeats the header of the block that the cursor stands in, so that its symbols can follow as they are. */
  #returnToOldStream(): void {
    const { block, bit } = this.#cursor;
    this.#doneBit = bit;
    if (!block) return;
    this.#reopened = { headerBit: block.headerBit, writtenAt: this.#bits.bitLength };
    this.#bits.copy(this.compressed, block.headerBit, block.dataBit);
  }

  /** Copies bits; a stored block's bytes must start at a byte again. */
  #copyUpTo(endBit: number): boolean {
    const { storedBlocks } = this.index;
    for (; this.#nextStored < storedBlocks.length && storedBlocks[this.#nextStored]! < endBit; this.#nextStored++) {
      const headerBit = storedBlocks[this.#nextStored]!;
      if (headerBit < this.#doneBit) continue;
      const block = readBlockHeader(this.compressed, headerBit);
      if (!block?.stored) return false;
      this.#bits.copy(this.compressed, this.#doneBit, headerBit + 3);
      this.#bits.align();
      this.#doneBit = block.dataBit + block.length * 8;
      this.#bits.copy(this.compressed, block.dataBit - 32, this.#doneBit);
    }
    this.#bits.copy(this.compressed, this.#doneBit, endBit);
    this.#doneBit = endBit;
    return true;
  }
}
