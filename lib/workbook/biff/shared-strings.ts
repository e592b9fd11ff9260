import { AppError } from '../../model/app-error';
import { concatBytes, MAX_RECORD_DATA, newRecord, RECORD, RecordCursor } from './records';
import { decodeCharacters } from './unicode-string';

/** Where each string of the book's table stands; the texts themselves are left alone. */
export interface SharedStrings {
  /** The SST record and its CONTINUE records. */
  start: number;
  end: number;
  /** Right after the last string; a few writers leave padding behind it. */
  stringsEnd: number;
  /** The record in which `stringsEnd` lies. */
  lastRecord: number;
  /** References from cells, as the file counts them. */
  references: number;
  /** Stream offset of each string, and of the record that holds its beginning. */
  offsets: number[];
  holders: number[];
}

const SST_HEADER = 8;

/** Reads the SST record at `start`. A string may be cut by a CONTINUE; its characters then go on after a new flag byte. */
export function readSharedStrings(stream: Uint8Array, start: number): SharedStrings {
  const reader = new ContinuedReader(stream, start);
  const references = reader.u32();
  const claimed = reader.u32();
  const offsets: number[] = [];
  const holders: number[] = [];
  while (offsets.length < claimed) {
    reader.startNextPieceIfDone();
    offsets.push(reader.at);
    holders.push(reader.record);
    skipString(reader);
  }
  return {
    start,
    end: reader.endOfAll(),
    stringsEnd: reader.at,
    lastRecord: reader.record,
    references,
    offsets,
    holders,
  };
}

/** The text of one string of the table; '' for a number the table does not have. */
export function sharedText(stream: Uint8Array, strings: SharedStrings, index: number): string {
  const offset = strings.offsets[index];
  return offset === undefined ? '' : stringAt(stream, strings.holders[index]!, offset);
}

/** The string that begins at `offset` inside `record`, read on into its CONTINUE records. */
export function stringAt(stream: Uint8Array, record: number, offset: number): string {
  const parts: string[] = [];
  const reader = new ContinuedReader(stream, record);
  reader.at = offset;
  skipString(reader, (at, count, wide) => {
    const bytes = stream.subarray(at, at + count * (wide ? 2 : 1));
    parts.push(decodeCharacters(bytes, wide));
  });
  return parts.join('');
}

/** @param see told of each stretch of characters: its offset, length and width */
function skipString(reader: ContinuedReader, see?: (at: number, count: number, wide: boolean) => void): void {
  let units = reader.u16();
  const flags = reader.u8();
  let wide = (flags & 1) !== 0;
  const runs = flags & 8 ? reader.u16() : 0;
  const extension = flags & 4 ? reader.u32() : 0;
  while (units > 0) {
    if (reader.left === 0) {
      reader.nextPiece();
      wide = (reader.u8() & 1) !== 0;
    }
    const here = Math.min(units, Math.floor(reader.left / (wide ? 2 : 1)));
    if (here === 0) throw damaged();
    see?.(reader.at, here, wide);
    reader.skip(here * (wide ? 2 : 1));
    units -= here;
  }
  for (let rest = runs * 4 + extension; rest > 0; ) {
    if (reader.left === 0) reader.nextPiece();
    const here = Math.min(rest, reader.left);
    reader.skip(here);
    rest -= here;
  }
}

/** Reads on from a record into the CONTINUE records behind it. */
class ContinuedReader {
  at: number;
  private readonly cursor: RecordCursor;

  constructor(stream: Uint8Array, start: number) {
    this.cursor = new RecordCursor(stream, start);
    if (!this.cursor.next()) throw damaged();
    this.at = this.cursor.data;
  }

  get record(): number {
    return this.cursor.start;
  }

  get left(): number {
    return this.cursor.end - this.at;
  }

  u8(): number {
    return this.read(1, at => this.cursor.view.getUint8(at));
  }

  u16(): number {
    return this.read(2, at => this.cursor.view.getUint16(at, true));
  }

  u32(): number {
    return this.read(4, at => this.cursor.view.getUint32(at, true));
  }

  skip(count: number): void {
    this.at += count;
  }

  startNextPieceIfDone(): void {
    if (this.left === 0) this.nextPiece();
  }

  nextPiece(): void {
    if (!this.cursor.next() || this.cursor.type !== RECORD.CONTINUE || this.cursor.size === 0) throw damaged();
    this.at = this.cursor.data;
  }

  /** Where the last CONTINUE ends; `at` and `record` stay. */
  endOfAll(): number {
    const ahead = new RecordCursor(this.cursor.stream, this.cursor.end);
    let end = this.cursor.end;
    while (ahead.next() && ahead.type === RECORD.CONTINUE) end = ahead.end;
    return end;
  }

  private read(size: number, get: (at: number) => number): number {
    if (this.left < size) throw damaged();
    const value = get(this.at);
    this.at += size;
    return value;
  }
}

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

function damaged(): AppError {
  return new AppError('damaged-xls', { part: 'SST' });
}
