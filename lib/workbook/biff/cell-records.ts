import { concatBytes } from '../concat-bytes';
import { MAX_RECORD_DATA, newRecord, RECORD } from './records';

/** What goes into a cell; a text is the number of its string in the book's table. */
export type NewValue =
  /** `isMade`: also where there is no cell yet. */
  | { kind: 'blank'; isMade?: true }
  | { kind: 'number'; number: number }
  | { kind: 'boolean'; boolean: boolean }
  | { kind: 'text'; string: number };

/** What a formula shows until it is computed again. `unknown` makes readers compute it. */
export type FormulaResult =
  | { kind: 'unknown' }
  | { kind: 'number'; number: number }
  | { kind: 'boolean'; boolean: boolean }
  | { kind: 'error'; code: number }
  | { kind: 'text'; text: string };

export function cellRecord(row: number, column: number, format: number, value: NewValue): Uint8Array {
  switch (value.kind) {
    case 'blank':
      return positioned(RECORD.BLANK, 0, row, column, format).bytes;
    case 'number': {
      const { bytes, view } = positioned(RECORD.NUMBER, 8, row, column, format);
      view.setFloat64(10, value.number, true);
      return bytes;
    }
    case 'boolean': {
      const { bytes, view } = positioned(RECORD.BOOLEAN_OR_ERROR, 2, row, column, format);
      view.setUint8(10, value.boolean ? 1 : 0);
      return bytes;
    }
    case 'text': {
      const { bytes, view } = positioned(RECORD.LABEL_SHARED, 4, row, column, format);
      view.setUint32(10, value.string, true);
      return bytes;
    }
  }
}

function positioned(type: number, size: number, row: number, column: number, format: number) {
  const record = newRecord(type, 6 + size);
  record.view.setUint16(4, row, true);
  record.view.setUint16(6, column, true);
  record.view.setUint16(8, format, true);
  return record;
}

/**
 * A part of a MULRK or MULBLANK record, `count` cells from the `first`-th on; a single one becomes RK or BLANK.
 * `record` is the whole record with its header.
 */
export function sliceMultiple(record: Uint8Array, first: number, count: number): Uint8Array {
  const source = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const blank = source.getUint16(0, true) === RECORD.MULTIPLE_BLANK;
  const entry = blank ? 2 : 6;
  const entries = record.subarray(8 + first * entry, 8 + (first + count) * entry);
  const row = source.getUint16(4, true);
  const column = source.getUint16(6, true) + first;
  const single = count === 1;
  const type = single ? (blank ? RECORD.BLANK : RECORD.RK) : source.getUint16(0, true);
  const { bytes, view } = newRecord(type, 4 + entries.length + (single ? 0 : 2));
  view.setUint16(4, row, true);
  view.setUint16(6, column, true);
  bytes.set(entries, 8);
  if (!single) view.setUint16(bytes.length - 2, column + count - 1, true);
  return bytes;
}

/** A copy of a FORMULA record with another result, and the STRING record that must follow a text. */
export function withResult(formula: Uint8Array, result: FormulaResult): { formula: Uint8Array; string: Uint8Array } {
  const bytes = formula.slice();
  const view = new DataView(bytes.buffer);
  if (result.kind === 'number') {
    view.setFloat64(10, result.number, true);
    return { formula: bytes, string: new Uint8Array(0) };
  }
  bytes.fill(0, 10, 16);
  view.setUint16(16, 0xffff, true);
  const text = result.kind === 'text' ? result.text : '';
  if (result.kind === 'boolean') {
    bytes[10] = 1;
    bytes[12] = result.boolean ? 1 : 0;
  } else if (result.kind === 'error') {
    bytes[10] = 2;
    bytes[12] = result.code;
  } else if (text === '') bytes[10] = 3;
  return { formula: bytes, string: text === '' ? new Uint8Array(0) : stringRecord(text) };
}

/** STRING, with CONTINUE records where it is long; each of these begins with its own flag byte. */
function stringRecord(text: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  const perRecord = Math.floor((MAX_RECORD_DATA - 3) / 2);
  for (let at = 0; at < text.length; at += perRecord) {
    const part = text.slice(at, at + perRecord);
    const head = at === 0 ? 3 : 1;
    const { bytes, view } = newRecord(at === 0 ? RECORD.STRING : RECORD.CONTINUE, head + 2 * part.length);
    if (at === 0) view.setUint16(4, text.length, true);
    bytes[3 + head] = 1;
    for (let i = 0; i < part.length; i++) view.setUint16(4 + head + 2 * i, part.charCodeAt(i), true);
    pieces.push(bytes);
  }
  return concatBytes(pieces);
}

/** A bit that every ROW record has set. */
const ROW_ALWAYS = 0x0100;
const ROW_HIDDEN = 0x20;
/** The format of cells, rows and columns that have none of their own. */
export const DEFAULT_FORMAT = 15;

export function newRow(row: number, height: number, hidden: boolean): Uint8Array {
  const { bytes, view } = newRecord(RECORD.ROW, 16);
  view.setUint16(4, row, true);
  view.setUint16(10, height, true);
  view.setUint16(16, hidden ? ROW_ALWAYS | ROW_HIDDEN : ROW_ALWAYS, true);
  view.setUint16(18, DEFAULT_FORMAT, true);
  return bytes;
}

/** A copy of a ROW record that spans the columns given as well, and has the height given (twips), if any. */
export function widenedRow(record: Uint8Array, columns: { first: number; last: number } | null, height: number | null) {
  const bytes = record.slice();
  const view = new DataView(bytes.buffer);
  if (columns) {
    const first = view.getUint16(6, true);
    const end = view.getUint16(8, true);
    const empty = end <= first;
    view.setUint16(6, empty ? columns.first : Math.min(first, columns.first), true);
    view.setUint16(8, empty ? columns.last + 1 : Math.max(end, columns.last + 1), true);
  }
  if (height !== null) {
    view.setUint16(10, height, true);
    // fUnsynced: the height was set, not fitted by the program.
    view.setUint8(16, view.getUint8(16) | 0x40);
  }
  return bytes;
}
