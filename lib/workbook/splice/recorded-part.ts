import { AppError } from '../../model/app-error';
import { BitWriter } from './bit-writer';
import { BlockWriter } from './block-writer';
import { LONGEST_MATCH } from './deflate-format';
import { InflateCursor } from './inflate-cursor';
import { type ItemKind, type ItemMarks, ItemScanner } from './item-scanner';
import type { LargePart, SplicedPart } from './large-part';
import { isUtf8 } from './part-index';
import { Recoder } from './recode';
import { type Replacement, ReplacementPlan } from './replacements';
import { SplicedCrc } from './spliced-crc';
import { SymbolLog } from './symbol-log';

const STEP_BYTES = 256 * 1024;
/** How much is read before other work of the thread gets a turn: 30 ms. */
const TURN_BYTES = 8 * 1024 * 1024;

/**
 * A part inflated once, its symbols remembered, to be said again from end to end. For a part without an index, and for one
 * of which nearly everything has to be said again anyway: two thirds of the time of inflating and deflating natively.
 */
export class RecordedPart implements LargePart {
  private constructor(
    private readonly bytes: Uint8Array,
    private readonly log: SymbolLog,
    private readonly crc: number,
    readonly marks: ItemMarks,
  ) {}

  /**
   * null where the part is no case for marks, or the stream is damaged.
   * @param marks what is to be looked for, or what an index knows already
   * @throws AppError cancelled
   */
  static async record(
    compressed: Uint8Array,
    { size, crc }: { size: number; crc: number },
    marks: ItemKind | ItemMarks,
    signal?: AbortSignal,
  ): Promise<RecordedPart | null> {
    const scanner = typeof marks === 'string' ? new ItemScanner(marks) : null;
    const cursor = new InflateCursor(compressed, size + 2 * LONGEST_MATCH);
    // A symbol takes more than a byte: this is enough for it not to grow.
    cursor.log = new SymbolLog(compressed.length + STEP_BYTES + 1);
    let nextTurn = TURN_BYTES;
    while (!cursor.ended) {
      const start = cursor.out;
      if (!cursor.readPast(Math.min(start + STEP_BYTES, size + 1)) || cursor.out > size) return null;
      const output = cursor.bytes(start, cursor.out);
      if (scanner && !((start > 0 || isUtf8(output)) && scanner.pass(output, start))) return null;
      if (cursor.out < nextTurn) continue;
      nextTurn += TURN_BYTES;
      await new Promise(resolve => setTimeout(resolve));
      if (signal?.aborted) throw new AppError('cancelled');
    }
    const found = scanner ? scanner.finish() : (marks as ItemMarks);
    return found && cursor.out === size ? new RecordedPart(cursor.bytes(0, size), cursor.log, crc, found) : null;
  }

  get size(): number {
    return this.bytes.length;
  }

  read(start: number, end: number): Uint8Array {
    return this.bytes.subarray(start, end);
  }

  replaced(replacements: readonly Replacement[]): SplicedPart | null {
    const plan = new ReplacementPlan(replacements, this.size);
    const bits = new BitWriter(Math.ceil(this.size / 6));
    const writer = new BlockWriter(bits);
    const recoder = new Recoder(plan, writer, 0, 0);
    recoder.pass(this.log, this.bytes, 0);
    recoder.finish();
    writer.finish(true);
    const crc = new SplicedCrc(plan);
    crc.pass(this.bytes);
    if (crc.old !== this.crc) return null;
    return {
      compressed: bits.finish(),
      crc: crc.finish(this.size, this.crc),
      size: this.size + plan.movedBefore(plan.ordered.length),
    };
  }
}
