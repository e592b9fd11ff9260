import { checkpointFor, resumePoint } from './deflate-index';
import { InflateCursor } from './inflate-cursor';
import type { LargePart, SplicedPart } from './large-part';
import type { PartIndex } from './part-index';
import type { Replacement } from './replacements';
import { spliceDeflate } from './splice-deflate';

/** A part with its index: only what is asked for is ever inflated. */
export class IndexedPart implements LargePart {
  readonly #cursor: InflateCursor;

  constructor(
    private readonly compressed: Uint8Array,
    private readonly index: PartIndex,
  ) {
    this.#cursor = new InflateCursor(compressed);
  }

  get size(): number {
    return this.index.deflate.size;
  }

  get marks(): PartIndex['marks'] {
    return this.index.marks;
  }

  read(start: number, end: number): Uint8Array | null {
    const cursor = this.#cursor;
    const { deflate } = this.index;
    const checkpoint = checkpointFor(deflate, start, cursor.out);
    if (checkpoint !== null && !cursor.resume(resumePoint(deflate, checkpoint))) return null;
    cursor.keepFrom(start);
    return cursor.readPast(end) && cursor.out >= end ? cursor.bytes(start, end).slice() : null;
  }

  replaced(replacements: readonly Replacement[]): SplicedPart | null {
    return spliceDeflate(this.compressed, this.index.deflate, replacements);
  }
}
