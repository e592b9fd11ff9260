import { newRecord, RECORD, type RecordCursor } from './records';
import { isTableRecord, sheetRecords } from './scan-sheet';

/** Where an INDEX record keeps its numbers, counted from the record's header. */
const FIRST_ROW = 8;
const ROW_END = 12;
const DEFAULTS_POINTER = 16;
const POINTERS = 20;

/** INDEX stands before the cells; the search ends where it can no longer come. */
export function findIndex(stream: Uint8Array, position: number): number | null {
  for (const { type, start } of sheetRecords(stream, position)) {
    if (type === RECORD.INDEX) return start;
    if (type === RECORD.DIMENSIONS || isTableRecord(type)) return null;
  }
  return null;
}

/** Room for `pointers` pointers to DBCELL records, with the old record's rows widened by those given. */
export function resizedIndex(old: RecordCursor, pointers: number, rows: readonly number[]): Uint8Array {
  const { bytes, view } = newRecord(RECORD.INDEX, POINTERS - 4 + 4 * pointers);
  bytes.set(old.stream.subarray(old.data, Math.min(old.end, old.start + POINTERS)), 4);
  const first = view.getUint32(FIRST_ROW, true);
  const end = view.getUint32(ROW_END, true);
  if (rows.length === 0) return bytes;
  const top = rows.reduce((a, b) => Math.min(a, b));
  const bottom = rows.reduce((a, b) => Math.max(a, b));
  view.setUint32(FIRST_ROW, end > first ? Math.min(first, top) : top, true);
  view.setUint32(ROW_END, Math.max(end, bottom + 1), true);
  return bytes;
}

/**
 * Writes the pointers of the INDEX record at `index` in the new stream.
 * @param dbCells their new places; null to move those that are there
 */
export function pointIndex(
  view: DataView,
  index: number,
  moved: (offset: number) => number,
  dbCells: readonly number[] | null,
): void {
  const size = view.getUint16(index + 2, true);
  if (size < POINTERS - 4) return;
  view.setUint32(index + DEFAULTS_POINTER, moved(view.getUint32(index + DEFAULTS_POINTER, true)), true);
  const count = Math.floor((size + 4 - POINTERS) / 4);
  for (let i = 0; i < count; i++) {
    const at = index + POINTERS + 4 * i;
    view.setUint32(at, dbCells ? dbCells[i]! : moved(view.getUint32(at, true)), true);
  }
}
