import { concatBytes } from '../concat-bytes';
import { MAX_RECORD_DATA, newRecord, RECORD } from './records';
import type { SharedStrings } from './shared-strings';

const SST_HEADER = 8;

/**
 * The table with strings appended: SST and its CONTINUE records, to stand where the old ones stood. Cells refer to
 * their strings by number, so nothing else changes. LABEL records would need no table, but Excel documents them for
 * up to 255 characters only; SheetJS cuts there too.
 */
export function appendSharedStrings(
  stream: Uint8Array,
  old: SharedStrings | null,
  texts: readonly string[],
  references: number,
  start: number,
): { bytes: Uint8Array; offsets: number[]; holders: number[] } {
  const kept = old ? stream.slice(old.start, old.stringsEnd) : newRecord(RECORD.SHARED_STRINGS, SST_HEADER).bytes;
  const writer = new ContinuedWriter(kept, old ? old.lastRecord - old.start : 0);
  const offsets = [...(old?.offsets ?? [])];
  const holders = [...(old?.holders ?? [])];
  for (const text of texts) {
    const place = writer.string(text);
    offsets.push(start + place.offset);
    holders.push(start + place.holder);
  }
  const bytes = writer.finish();
  const view = new DataView(bytes.buffer);
  view.setUint32(4, references, true);
  view.setUint32(8, offsets.length, true);
  return { bytes, offsets, holders };
}

/** Appends to the last of a run of records, starting a CONTINUE whenever one is full. */
class ContinuedWriter {
  private readonly pieces: Uint8Array[];
  private readonly headers: number[];
  private length: number;

  constructor(
    kept: Uint8Array,
    private holder: number,
  ) {
    this.pieces = [kept];
    this.length = kept.length;
    this.headers = [holder];
  }

  string(text: string): { offset: number; holder: number } {
    const wide = /[^\u0000-\u00ff]/.test(text);
    const width = wide ? 2 : 1;
    // The header stays whole, and Excel keeps at least one character beside it.
    if (this.room() < 3 + width) this.startContinue();
    const place = { offset: this.length, holder: this.holder };
    this.push(Uint8Array.of(text.length & 0xff, text.length >> 8, wide ? 1 : 0));
    for (let at = 0; at < text.length; ) {
      if (this.room() < width) {
        this.startContinue();
        this.push(Uint8Array.of(wide ? 1 : 0));
      }
      const count = Math.min(text.length - at, Math.floor(this.room() / width));
      const bytes = new Uint8Array(count * width);
      for (let i = 0; i < count; i++) {
        const unit = text.charCodeAt(at + i);
        bytes[i * width] = unit & 0xff;
        if (wide) bytes[i * 2 + 1] = unit >> 8;
      }
      this.push(bytes);
      at += count;
    }
    return place;
  }

  finish(): Uint8Array {
    const bytes = concatBytes(this.pieces);
    const view = new DataView(bytes.buffer);
    this.headers.forEach((header, index) => {
      const end = this.headers[index + 1] ?? bytes.length;
      view.setUint16(header + 2, end - header - 4, true);
    });
    return bytes;
  }

  private room(): number {
    return MAX_RECORD_DATA - (this.length - this.holder - 4);
  }

  private startContinue(): void {
    this.holder = this.length;
    this.headers.push(this.holder);
    this.push(newRecord(RECORD.CONTINUE, 0).bytes);
  }

  private push(bytes: Uint8Array): void {
    this.pieces.push(bytes);
    this.length += bytes.length;
  }
}

/** Most buckets one EXTSST record can hold. */
const MAX_BUCKETS = Math.floor((MAX_RECORD_DATA - 2) / 8);
const MIN_BUCKET = 8;

/** EXTSST: where every n-th string stands, so that Excel can look one up without reading all. */
export function sharedStringIndex(
  offsets: readonly number[],
  holders: readonly number[],
  perBucket: number,
): Uint8Array {
  const step = Math.max(MIN_BUCKET, perBucket, Math.ceil(offsets.length / MAX_BUCKETS));
  const buckets = Math.ceil(offsets.length / step);
  const { bytes, view } = newRecord(RECORD.SHARED_STRING_INDEX, 2 + 8 * buckets);
  view.setUint16(4, step, true);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const string = bucket * step;
    view.setUint32(6 + 8 * bucket, offsets[string]!, true);
    view.setUint16(10 + 8 * bucket, offsets[string]! - holders[string]!, true);
  }
  return bytes;
}
