import { WINDOW_BYTES } from './deflate-format';

/** Bytes `start` to `end` of a part give way to `bytes`. An insertion has start = end. */
export interface Replacement {
  start: number;
  end: number;
  bytes: Uint8Array;
}

/** Replacements in order, none overlapping; and where a place of the old bytes is in the new ones. */
export class ReplacementPlan {
  readonly ordered: readonly Replacement[];
  /** By how much the bytes after the first n replacements have moved. */
  readonly #moved: Float64Array;

  constructor(replacements: readonly Replacement[], size: number) {
    this.ordered = replacements
      .filter(({ start, end, bytes }) => start !== end || bytes.length > 0)
      .sort((a, b) => a.start - b.start || a.end - b.end);
    this.#moved = new Float64Array(this.ordered.length + 1);
    let last = 0;
    this.ordered.forEach(({ start, end, bytes }, index) => {
      if (start < last || end < start || end > size) throw new RangeError(`cannot replace ${start}–${end} of ${size}`);
      last = end;
      this.#moved[index + 1] = this.#moved[index]! + bytes.length - (end - start);
    });
  }

  /** How far old bytes have moved that come after the first `count` replacements. */
  movedBefore(count: number): number {
    return this.#moved[count]!;
  }

  /**
   * How far the old bytes `start` to `end` have moved when they are all still there, side by side; null when something
   * in them was replaced or inserted.
   */
  moved(start: number, end: number): number | null {
    let low = 0;
    let high = this.ordered.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.ordered[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    const next = this.ordered[low];
    return next && next.start < end ? null : this.#moved[low]!;
  }
}

/** The end of what a back-reference can still reach across the replacement. */
export const reachOf = ({ end }: Replacement): number => end + WINDOW_BYTES;
