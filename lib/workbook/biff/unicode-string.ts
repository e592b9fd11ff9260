import type { RecordCursor } from './records';

/** How many codes String.fromCharCode is given at once; far more would overflow the stack. */
const CHUNK = 4096;

/**
 * Characters of a BIFF8 string: UTF-16, or one byte each where all are below U+0100. TextDecoder would replace half
 * characters, and reads Windows-1252 for "latin1".
 */
export function decodeCharacters(bytes: Uint8Array, wide: boolean): string {
  const count = wide ? bytes.length >> 1 : bytes.length;
  const codes = wide ? new Uint16Array(count) : bytes;
  if (wide) for (let i = 0; i < count; i++) codes[i] = bytes[2 * i]! | (bytes[2 * i + 1]! << 8);
  let text = '';
  for (let at = 0; at < count; at += CHUNK) text += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  return text;
}

/** A string with an 8-bit length, as names of sheets and fonts are stored. */
export function readShortString(cursor: RecordCursor, at: number): string {
  return readCharacters(cursor, at + 2, cursor.u8(at), cursor.u8(at + 1));
}

/** A string with a 16-bit length, as number formats are stored. */
export function readLongString(cursor: RecordCursor, at: number): string {
  return readCharacters(cursor, at + 3, cursor.u16(at), cursor.u8(at + 2));
}

/** Cut short where the record ends before the string does. */
function readCharacters(cursor: RecordCursor, at: number, count: number, flags: number): string {
  const wide = (flags & 1) !== 0;
  const start = Math.min(cursor.data + at, cursor.end);
  const end = Math.min(start + count * (wide ? 2 : 1), cursor.end);
  return decodeCharacters(cursor.stream.subarray(start, end), wide);
}
