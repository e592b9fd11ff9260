import { AppError } from '../../model/app-error';
import { concatBytes } from '../concat-bytes';

interface Splice {
  start: number;
  end: number;
  bytes: Uint8Array;
}

/** Replacements of stretches of a stream, collected in any order. Only a file that is not in order makes them overlap. */
export class StreamPatch {
  private readonly splices: Splice[] = [];

  constructor(private readonly stream: Uint8Array) {}

  replace(start: number, end: number, bytes: Uint8Array): void {
    this.splices.push({ start, end, bytes });
  }

  /** The new stream, and where a record that stood at an old offset stands now. */
  build(): { stream: Uint8Array; moved: (offset: number) => number } {
    this.splices.sort((a, b) => a.start - b.start || a.end - b.end);
    const pieces: Uint8Array[] = [];
    let copied = 0;
    for (const { start, end, bytes } of this.splices) {
      if (start < copied) throw new AppError('damaged-xls', { part: 'overlap' });
      pieces.push(this.stream.subarray(copied, start), bytes);
      copied = end;
    }
    pieces.push(this.stream.subarray(copied));
    const moved = (offset: number): number => {
      let shift = 0;
      for (const { start, end, bytes } of this.splices) {
        if (end > offset) break;
        shift += bytes.length - (end - start);
      }
      return offset + shift;
    };
    return { stream: concatBytes(pieces), moved };
  }
}
