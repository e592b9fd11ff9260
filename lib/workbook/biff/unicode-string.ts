import type { RecordCursor } from './records';

/** Characters of a BIFF8 string: UTF-16, or one byte each where all are below U+0100. */
export function readCharacters(cursor: RecordCursor, at: number, count: number, wide: boolean): string {
  const available = Math.max(0, Math.floor((cursor.size - at) / (wide ? 2 : 1)));
  const codes: number[] = [];
  for (let i = 0; i < Math.min(count, available); i++) {
    codes.push(wide ? cursor.u16(at + 2 * i) : cursor.u8(at + i));
  }
  return String.fromCharCode(...codes);
}

/** A string with an 8-bit length, as names of sheets and fonts are stored. */
export function readShortString(cursor: RecordCursor, at: number): string {
  return readCharacters(cursor, at + 2, cursor.u8(at), (cursor.u8(at + 1) & 1) !== 0);
}

/** A string with a 16-bit length, as number formats are stored. */
export function readLongString(cursor: RecordCursor, at: number): string {
  return readCharacters(cursor, at + 3, cursor.u16(at), (cursor.u8(at + 2) & 1) !== 0);
}
