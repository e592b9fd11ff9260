import type { ItemMarks } from './item-scanner';
import type { Replacement } from './replacements';

export interface SplicedPart {
  compressed: Uint8Array;
  crc: number;
  size: number;
}

/** A part too large to be unpacked and packed again, whichever way it is held. */
export interface LargePart {
  readonly size: number;
  readonly marks: ItemMarks;
  /** Fastest when the stretches come in order. null where index and stream do not belong together. */
  read(start: number, end: number): Uint8Array | null;
  /** null where the stream turns out not to be what it was said to be. */
  replaced(replacements: readonly Replacement[]): SplicedPart | null;
}
