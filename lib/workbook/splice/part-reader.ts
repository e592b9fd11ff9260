import { checkpointFor, resumePoint } from './deflate-index';
import { InflateCursor } from './inflate-cursor';
import type { PartIndex } from './part-index';

/** Reads any stretch of a compressed part from the nearest checkpoint; fastest when the stretches come in order. */
export class PartReader {
  readonly #cursor: InflateCursor;

  constructor(
    compressed: Uint8Array,
    private readonly index: PartIndex,
  ) {
    this.#cursor = new InflateCursor(compressed);
  }

  /** null where index and stream do not belong together. */
  read(start: number, end: number): Uint8Array | null {
    const cursor = this.#cursor;
    const { deflate } = this.index;
    const checkpoint = checkpointFor(deflate, start, cursor.out);
    if (checkpoint !== null && !cursor.resume(resumePoint(deflate, checkpoint))) return null;
    cursor.keepFrom(start);
    return cursor.readPast(end) && cursor.out >= end ? cursor.bytes(start, end).slice() : null;
  }
}
