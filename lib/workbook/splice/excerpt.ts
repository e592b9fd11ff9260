import type { ItemMarks } from './item-scanner';
import type { LargePart } from './large-part';
import type { Replacement } from './replacements';

interface Stretch {
  /** In the part. */
  start: number;
  end: number;
  /** Where it starts in the excerpt. */
  at: number;
}

/**
 * A large part with most of its items left out: well-formed XML, to be read and patched as any other part. It holds all
 * before the first item, the asked-for stretches from mark to mark, and all behind the last item.
 */
export class Excerpt {
  private constructor(
    readonly bytes: Uint8Array,
    private readonly stretches: readonly Stretch[],
  ) {}

  /** @param wanted indexes of marks: the items from each of them up to the next are there. null: index and part do not belong together. */
  static read(part: LargePart, wanted: Iterable<number>): Excerpt | null {
    const { marks } = part;
    const stretches: Stretch[] = [{ start: 0, end: marks.offsets[0]!, at: 0 }];
    const add = (start: number, end: number) => {
      const last = stretches[stretches.length - 1]!;
      if (last.end === start) last.end = end;
      else stretches.push({ start, end, at: last.at + last.end - last.start });
    };
    for (const mark of [...new Set(wanted)].sort((a, b) => a - b)) {
      add(marks.offsets[mark]!, marks.offsets[mark + 1] ?? marks.end);
    }
    add(marks.end, part.size);
    const { at, start, end } = stretches[stretches.length - 1]!;
    const bytes = new Uint8Array(at + end - start);
    for (const stretch of stretches) {
      const content = part.read(stretch.start, stretch.end);
      if (!content) return null;
      bytes.set(content, stretch.at);
    }
    return new Excerpt(bytes, stretches);
  }

  /**
   * The same replacement in the part itself. What is inserted where items were left out goes before them: the stretch from
   * its own mark on ends there.
   */
  inPart({ start, end, bytes }: Replacement): Replacement {
    const stretch = this.stretches.find(({ at, start: from, end: to }) => start <= at + to - from && start >= at)!;
    const next = this.stretches.find(({ at }) => at === start && end > start) ?? stretch;
    const shift = next.start - next.at;
    if (end + shift > next.end) throw new RangeError(`${start}–${end} is more than one stretch of the excerpt`);
    return { start: start + shift, end: end + shift, bytes };
  }
}

/** The mark whose stretch an item of this number is in, or would be; −1 before the first. */
export function markOf({ numbers }: ItemMarks, number: number): number {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}
