import { AppError } from '../../model/app-error';
import { RECORD, RecordCursor } from './records';
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

function damaged(): AppError {
  return new AppError('damaged-xls', { part: 'SST' });
}
