import { AppError } from '../../model/app-error';

/** Record types of BIFF8 ([MS-XLS] 2.3) that we read or write. */
export const RECORD = {
  FORMULA: 0x0006,
  EOF: 0x000a,
  PROTECT: 0x0012,
  DATE_1904: 0x0022,
  CONTINUE: 0x003c,
  FILE_PASS: 0x002f,
  FONT: 0x0031,
  PANE: 0x0041,
  DEFAULT_COLUMN_WIDTH: 0x0055,
  COLUMN_INFO: 0x007d,
  BOUND_SHEET: 0x0085,
  PALETTE: 0x0092,
  STANDARD_WIDTH: 0x0099,
  MULTIPLE_RK: 0x00bd,
  MULTIPLE_BLANK: 0x00be,
  RICH_STRING: 0x00d6,
  DB_CELL: 0x00d7,
  XF: 0x00e0,
  MERGED_CELLS: 0x00e5,
  SHARED_STRINGS: 0x00fc,
  LABEL_SHARED: 0x00fd,
  SHARED_STRING_INDEX: 0x00ff,
  RECALC_ID: 0x01c1,
  DIMENSIONS: 0x0200,
  BLANK: 0x0201,
  NUMBER: 0x0203,
  LABEL: 0x0204,
  BOOLEAN_OR_ERROR: 0x0205,
  STRING: 0x0207,
  ROW: 0x0208,
  INDEX: 0x020b,
  ARRAY: 0x0221,
  DEFAULT_ROW_HEIGHT: 0x0225,
  TABLE: 0x0236,
  WINDOW_2: 0x023e,
  RK: 0x027e,
  FORMAT: 0x041e,
  SHARED_FORMULA: 0x04bc,
  BOF: 0x0809,
} as const;

/** What Apple's Numbers calls a formula: the number of Excel 4, around the content of Excel 97. */
const FORMULA_OF_NUMBERS = 0x0406;

/** A longer record goes on in CONTINUE records. */
export const MAX_RECORD_DATA = 8224;

const SINGLE_CELL: ReadonlySet<number> = new Set([
  RECORD.FORMULA,
  RECORD.BLANK,
  RECORD.NUMBER,
  RECORD.LABEL,
  RECORD.RICH_STRING,
  RECORD.LABEL_SHARED,
  RECORD.BOOLEAN_OR_ERROR,
  RECORD.RK,
]);

const CELL_ATTACHMENT: ReadonlySet<number> = new Set([
  RECORD.STRING,
  RECORD.SHARED_FORMULA,
  RECORD.ARRAY,
  RECORD.TABLE,
  RECORD.CONTINUE,
]);

/** FORMULA, NUMBER and so on: row, column, format, then the value. */
export const isSingleCell = (type: number): boolean => SINGLE_CELL.has(type);

/** MULRK and MULBLANK: row, first column, then one entry a cell, last column. */
export const isMultipleCell = (type: number): boolean => type === RECORD.MULTIPLE_RK || type === RECORD.MULTIPLE_BLANK;

/** Records that belong to the cell record before them. */
export const isCellAttachment = (type: number): boolean => CELL_ATTACHMENT.has(type);

/** A walk over the records of a stream. One object for the whole walk: big sheets have a million records. */
export class RecordCursor {
  readonly view: DataView;
  type = 0;
  /** Where the record's header stands. */
  start: number;
  /** Where its data begin, 4 bytes on. */
  data: number;
  /** Where the next record begins. */
  end: number;

  constructor(
    readonly stream: Uint8Array,
    offset: number,
  ) {
    this.view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
    this.start = offset;
    this.data = offset;
    this.end = offset;
  }

  /** Steps to the next record; false at the end of the stream. A record that runs past the end is damage. */
  next(): boolean {
    if (this.end + 4 > this.stream.length) return false;
    this.start = this.end;
    this.data = this.start + 4;
    const type = this.view.getUint16(this.start, true);
    this.type = type === FORMULA_OF_NUMBERS ? RECORD.FORMULA : type;
    this.end = this.data + this.view.getUint16(this.start + 2, true);
    if (this.end > this.stream.length) throw new AppError('damaged-xls', { part: 'record' });
    return true;
  }

  get size(): number {
    return this.end - this.data;
  }

  u8(at: number): number {
    this.need(at + 1);
    return this.view.getUint8(this.data + at);
  }

  u16(at: number): number {
    this.need(at + 2);
    return this.view.getUint16(this.data + at, true);
  }

  u32(at: number): number {
    this.need(at + 4);
    return this.view.getUint32(this.data + at, true);
  }

  private need(size: number): void {
    if (size > this.end - this.data) throw new AppError('damaged-xls', { part: 'record' });
  }
}

/** A cursor on the record that stands at `offset`. */
export function recordAt(stream: Uint8Array, offset: number): RecordCursor {
  const cursor = new RecordCursor(stream, offset);
  if (!cursor.next()) throw new AppError('damaged-xls', { part: 'record' });
  return cursor;
}

/** The columns of a cell record. */
export function cellSpan(cursor: RecordCursor): { first: number; last: number } {
  const first = cursor.u16(2);
  if (!isMultipleCell(cursor.type)) return { first, last: first };
  const last = cursor.u16(cursor.size - 2);
  const entry = cursor.type === RECORD.MULTIPLE_RK ? 6 : 2;
  if (cursor.size !== 6 + (last - first + 1) * entry) throw new AppError('damaged-xls', { part: 'MULRK' });
  return { first, last };
}

/** A new record: its header written, its data zero. */
export function newRecord(type: number, size: number): { bytes: Uint8Array; view: DataView } {
  const bytes = new Uint8Array(4 + size);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, type, true);
  view.setUint16(2, size, true);
  return { bytes, view };
}
