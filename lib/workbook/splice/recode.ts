import type { BlockWriter } from './block-writer';
import { WINDOW_BYTES } from './deflate-format';
import type { ReplacementPlan } from './replacements';
import type { SymbolLog } from './symbol-log';

const SHORTEST_MATCH = 3;

/**
 * Says a stretch of the old stream again with the replacements in it. What the old encoder found is kept: a match stays a
 * match where its source is still there, at its new distance; only what was replaced is said in literals. So nothing has to
 * be searched, and it takes about as long as inflating.
 */
export class Recoder {
  /** The place in the old bytes up to which everything has been said. */
  #old: number;
  #next: number;
  /** Where the next replacement starts, and where the last one ended. */
  #nextStart: number;
  #replacedEnd: number;

  constructor(
    private readonly plan: ReplacementPlan,
    private readonly writer: BlockWriter,
    start: number,
    /** The first replacement not before `start`. */
    firstReplacement: number,
  ) {
    this.#old = start;
    this.#next = firstReplacement;
    this.#nextStart = plan.ordered[firstReplacement]?.start ?? Number.POSITIVE_INFINITY;
    this.#replacedEnd = plan.ordered[firstReplacement - 1]?.end ?? 0;
  }

  /** The symbols of the log stand for these old bytes, which begin at `start`. */
  pass(log: SymbolLog, bytes: Uint8Array, start: number): void {
    const { symbols, count } = log;
    let at = start;
    for (let index = 0; index < count; index++) {
      const symbol = symbols[index]!;
      const length = symbol >>> 16;
      const distance = length && symbol & 0xffff;
      const end = at + (length || 1);
      // Nearly always nothing was replaced from the source to the end of the match.
      if (end <= this.#nextStart && at - distance >= this.#replacedEnd) {
        if (length === 0) this.writer.literal(symbol);
        else this.writer.match(length, distance);
        this.#old = at = end;
        continue;
      }
      while (this.#nextStart < end) {
        if (this.#nextStart > this.#old) this.#keep(this.#old, this.#nextStart, distance, bytes, start);
        this.#replace();
      }
      if (this.#old < end) this.#keep(this.#old, end, distance, bytes, start);
      at = end;
    }
  }

  /** What is inserted at the very end of the old bytes. */
  finish(): void {
    while (this.#next < this.plan.ordered.length) this.#replace();
  }

  #replace(): void {
    const { end, bytes } = this.plan.ordered[this.#next++]!;
    for (const byte of bytes) this.writer.literal(byte);
    this.#old = end;
    this.#replacedEnd = end;
    this.#nextStart = this.plan.ordered[this.#next]?.start ?? Number.POSITIVE_INFINITY;
  }

  /** Old bytes that stay; `distance` back lies the same text, 0 when the old encoder knew of none. */
  #keep(from: number, to: number, distance: number, bytes: Uint8Array, bytesStart: number): void {
    let at = from;
    while (at < to) {
      const taken = distance > 0 ? this.#match(at, to - at, distance) : 0;
      for (; taken === 0 && at < to; at++) this.writer.literal(bytes[at - bytesStart]!);
      at += taken;
    }
    this.#old = to;
  }

  /** Says up to `length` bytes as a match and returns how many; 0 when that cannot be. */
  #match(at: number, length: number, distance: number): number {
    const source = at - distance;
    // A match longer than its distance repeats itself: its source is only what lies before it.
    const run = Math.min(length, distance);
    const sourceMoved = this.plan.moved(source, source + run);
    if (sourceMoved === null) return 0;
    const newDistance = distance + this.plan.movedBefore(this.#next) - sourceMoved;
    const taken = newDistance === distance ? length : run;
    if (taken < SHORTEST_MATCH || newDistance > WINDOW_BYTES) return 0;
    this.writer.match(taken, newDistance);
    return taken;
  }
}
