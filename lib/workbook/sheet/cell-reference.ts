import { MAX_COLUMNS } from '../../model/address';

/** Columns take 15 bits of a packed position, one more than they need. */
const COLUMN_SPACE = 2 * MAX_COLUMNS;
/** More than any sheet has, and small enough for the packed number to stay exact. */
const HUGE_ROW = 1_000_000_000;

/**
 * Reads "AB12" from bytes without making a string: row × COLUMN_SPACE + column, 0-based, or -1 where it is no reference.
 * The row may lie beyond the sheet, so that the caller can say so; a column beyond gives MAX_COLUMNS.
 */
export function readReference(bytes: Uint8Array, start: number, end: number): number {
  let column = 0;
  let at = start;
  for (; at < end; at++) {
    const letter = (bytes[at]! & 0xdf) - 64;
    if (letter < 1 || letter > 26 || bytes[at]! < 64) break;
    column = Math.min(column * 26 + letter, MAX_COLUMNS + 1);
  }
  if (at === start || at === end) return -1;
  const row = readRowNumber(bytes, at, end);
  return row < 1 ? -1 : (row - 1) * COLUMN_SPACE + column - 1;
}

/** A whole number from 1 on; 0 where it is none. */
export function readRowNumber(bytes: Uint8Array, start: number, end: number): number {
  let row = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return 0;
    row = Math.min(row * 10 + digit, HUGE_ROW);
  }
  return row;
}

export const rowOf = (reference: number): number => Math.floor(reference / COLUMN_SPACE);
export const columnOf = (reference: number): number => reference % COLUMN_SPACE;
