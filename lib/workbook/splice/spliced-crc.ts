import { crc32 } from '../zip/crc32';
import { crcShifted } from './combine-crc';
import type { ReplacementPlan } from './replacements';

/**
 * The CRC-32 of the new bytes, from the old bytes round the replacements only. Over bytes that stay, the difference
 * between the old and the new CRC changes in a way that depends on their number alone.
 */
export class SplicedCrc {
  #at = 0;
  /** Of the old bytes up to `#at`. */
  #old = 0;
  /** Of the new bytes, as exclusive or with `#old`. */
  #difference = 0;
  #next = 0;
  /** Inside a replaced range: the CRC of the new bytes up to its end. */
  #replaced: number | null = null;

  constructor(private readonly plan: ReplacementPlan) {}

  /** Of the old bytes so far. */
  get old(): number {
    return this.#old;
  }

  /** Leaps over old bytes that stay; `crc` is that of all old bytes up to there. */
  leap(to: number, crc: number): void {
    this.#difference = crcShifted(this.#difference, to - this.#at);
    this.#at = to;
    this.#old = crc;
  }

  /** The old bytes that come next, replaced ones included. */
  pass(bytes: Uint8Array): void {
    const start = this.#at;
    const end = start + bytes.length;
    const upTo = (place: number): Uint8Array => bytes.subarray(this.#at - start, place - start);
    for (let next = this.plan.ordered[this.#next]; next && next.start < end; next = this.plan.ordered[this.#next]) {
      if (this.#replaced === null) {
        this.#keep(upTo(next.start));
        this.#replaced = crc32(next.bytes, this.#new);
      }
      this.#drop(upTo(Math.min(next.end, end)));
      if (this.#at < next.end) return;
      this.#endReplacement();
    }
    this.#keep(upTo(end));
  }

  /** `size` and `crc` are those of all old bytes. */
  finish(size: number, crc: number): number {
    this.leap(size, crc);
    for (const { bytes } of this.plan.ordered.slice(this.#next)) {
      this.#replaced = crc32(bytes, this.#new);
      this.#endReplacement();
    }
    return this.#new;
  }

  get #new(): number {
    return (this.#old ^ this.#difference) >>> 0;
  }

  #keep(bytes: Uint8Array): void {
    this.leap(this.#at + bytes.length, crc32(bytes, this.#old));
  }

  #drop(bytes: Uint8Array): void {
    this.#old = crc32(bytes, this.#old);
    this.#at += bytes.length;
  }

  #endReplacement(): void {
    this.#difference = this.#old ^ this.#replaced!;
    this.#replaced = null;
    this.#next++;
  }
}
