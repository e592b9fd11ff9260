import type { CellRange } from '../../model/address';
import { AppError } from '../../model/app-error';
import { disjointMerges } from '../disjoint-merges';
import { isCellAttachment, isMultipleCell, isSingleCell, RECORD, RecordCursor, recordAt } from './records';
import { MAX_XLS_COLUMNS } from './sheet-change';

/** What a change to one sheet needs to know of it. Offsets are of record headers in the workbook stream. */
export interface SheetMap {
  index: number | null;
  /** null where the writer left it out, which no program minds. */
  dimensions: number | null;
  /** Those that count (disjoint-merges.ts). */
  merges: CellRange[];
  /** Areas of array formulas and data tables. */
  formulaAreas: CellRange[];
  columns: ColumnSettings[];
  /** In characters of the normal font. */
  defaultColumnWidth: number;
  /** ROW, cell and DBCELL records; empty right behind DIMENSIONS where the sheet has none. */
  table: { start: number; end: number };
  /** In twips. */
  defaultRowHeight: number;
  /** Rows that the sheet does not mention are hidden. */
  otherRowsHidden: boolean;
  protected: boolean;
}

/** COLINFO: sizes and format of columns. */
export interface ColumnSettings {
  first: number;
  last: number;
  /** In characters of the normal font. */
  width: number;
  hidden: boolean;
  format: number;
}

/** Twips; what Excel takes where a sheet has no DEFAULTROWHEIGHT. */
const USUAL_ROW_HEIGHT = 255;
const ROWS_HIDDEN = 0x02;
export const USUAL_COLUMN_WIDTH = 8;

/** Pixels of one digit of the usual font, and of what stands beside the digits in a column. */
const DIGIT = 7;
const PADDING = 5;

export function scanSheet(stream: Uint8Array, position: number): SheetMap {
  const map: SheetMap = {
    index: null,
    dimensions: null,
    merges: [],
    formulaAreas: [],
    columns: [],
    defaultColumnWidth: defaultColumnWidth(USUAL_COLUMN_WIDTH),
    table: { start: -1, end: -1 },
    defaultRowHeight: USUAL_ROW_HEIGHT,
    otherRowsHidden: false,
    protected: false,
  };
  for (const cursor of sheetRecords(stream, position)) {
    const { type } = cursor;
    if (isTableRecord(type) || (isCellAttachment(type) && cursor.start === map.table.end)) {
      if (map.table.start < 0) map.table.start = cursor.start;
      map.table.end = cursor.end;
      if (type === RECORD.ARRAY || type === RECORD.TABLE) map.formulaAreas.push(formulaArea(cursor));
    } else if (type === RECORD.INDEX) map.index ??= cursor.start;
    else if (type === RECORD.DIMENSIONS) map.dimensions = cursor.start;
    else if (type === RECORD.MERGED_CELLS) readMerges(cursor, map.merges);
    else if (type === RECORD.COLUMN_INFO) {
      map.columns.push(readColumn(cursor));
    } else if (type === RECORD.DEFAULT_COLUMN_WIDTH) map.defaultColumnWidth = defaultColumnWidth(cursor.u16(0));
    else if (type === RECORD.DEFAULT_ROW_HEIGHT) {
      map.otherRowsHidden = (cursor.u16(0) & ROWS_HIDDEN) !== 0;
      map.defaultRowHeight = cursor.u16(2);
    } else if (type === RECORD.PROTECT) map.protected = cursor.u16(0) !== 0;
  }
  map.merges = disjointMerges(map.merges);
  if (map.table.start < 0) {
    if (map.dimensions === null) throw new AppError('damaged-xls', { part: 'DIMENSIONS' });
    const { end } = recordAt(stream, map.dimensions);
    map.table = { start: end, end };
  }
  return map;
}

/**
 * The records of the substream at `position`, without those of charts inside it, which have NUMBER and LABEL records
 * of their own. The same cursor is handed out each time.
 */
export function* sheetRecords(stream: Uint8Array, position: number): Generator<RecordCursor> {
  const cursor = new RecordCursor(stream, position);
  let depth = 0;
  while (cursor.next()) {
    if (cursor.type === RECORD.BOF) depth++;
    else if (cursor.type === RECORD.EOF) {
      depth--;
      if (depth === 0) return;
    } else if (depth === 1) yield cursor;
  }
  throw new AppError('damaged-xls', { part: 'EOF' });
}

export function readColumn(cursor: RecordCursor): ColumnSettings {
  return {
    first: cursor.u16(0),
    last: Math.min(cursor.u16(2), MAX_XLS_COLUMNS - 1),
    width: cursor.u16(4) / 256,
    hidden: (cursor.u16(8) & 1) !== 0,
    format: cursor.u16(6),
  };
}

/** DEFCOLWIDTH counts digits only; Excel rounds the width up to 8 pixels. */
export function defaultColumnWidth(digits: number): number {
  return (Math.ceil((digits * DIGIT + PADDING) / 8) * 8) / DIGIT;
}

function formulaArea(cursor: RecordCursor): CellRange {
  return { top: cursor.u16(0), bottom: cursor.u16(2), left: cursor.u8(4), right: cursor.u8(5) };
}

export function isTableRecord(type: number): boolean {
  return isSingleCell(type) || isMultipleCell(type) || type === RECORD.ROW || type === RECORD.DB_CELL;
}

export function readMerges(cursor: RecordCursor, merges: CellRange[]): void {
  const count = Math.min(cursor.u16(0), Math.floor((cursor.size - 2) / 8));
  for (let i = 0; i < count; i++) {
    const at = 2 + 8 * i;
    const [top, bottom, left, right] = [cursor.u16(at), cursor.u16(at + 2), cursor.u16(at + 4), cursor.u16(at + 6)];
    if (top <= bottom && left <= right) merges.push({ top, left, bottom, right });
  }
}
