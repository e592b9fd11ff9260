import type { CellPosition } from '../../model/address';
import { type HandOutMarks, withCovered } from '../hand-out/hand-out-marks';
import { EditedBook, type EditedSheet } from './edited-sheet';
import { addHiddenNames } from './hidden-names';
import { OpenedFormats } from './opened-formats';
import { patchWorkbookStream } from './patch-workbook-stream';
import { formatOfCell } from './read-cell-value';
import { cellSpan, isMultipleCell, newRecord, RECORD, RecordCursor, recordAt } from './records';
import { replaceStream } from './replace-stream';
import { sheetRecords } from './scan-sheet';
import { cellKey, columnOfKey } from './sheet-change';
import { findIndex, pointIndex } from './sheet-index';
import { StreamPatch } from './stream-patch';
import { StringTable } from './string-table';
import { readGlobals, type WorkbookGlobals } from './workbook-globals';
import { openWorkbookStream, type WorkbookStream } from './workbook-stream';

/** An .xls or .et as it is handed out: as hand-out/mark-hand-out.ts, with hidden names as the only carrier of the identity. */
export function markBiff(bytes: Uint8Array, { open, names }: Omit<HandOutMarks, 'properties'>): Uint8Array {
  const workbook = openWorkbookStream(bytes);
  const stream = withAllCells(workbook, open);
  return replaceStream(workbook.file, workbook.entry, marked(stream, open, names));
}

/** Cells that are to be opened and are not there: a cell of the row's or the column's format has nothing to open. */
function withAllCells(workbook: WorkbookStream, open: HandOutMarks['open']): Uint8Array {
  const book = new EditedBook(workbook);
  for (const [name, cells] of open) {
    const sheet = book.sheet(name);
    const keys = keysOf(sheet, cells);
    for (const key of keys) sheet.change.values.set(key, { kind: 'blank' });
    const { present } = sheet.plan();
    sheet.change.values.clear();
    for (const key of keys) if (!present.has(key)) sheet.change.values.set(key, { kind: 'blank', isMade: true });
  }
  const edited = book.all().filter(({ change }) => change.values.size > 0);
  if (edited.length === 0) return workbook.stream;
  return patchWorkbookStream(workbook, edited, new StringTable(workbook.stream, workbook.globals), false);
}

function keysOf(sheet: EditedSheet, cells: readonly CellPosition[]): number[] {
  const anchors = cells.map(cell => sheet.anchor(cell));
  return withCovered(anchors, sheet.map.merges).map(({ row, column }) => cellKey(row, column));
}

function marked(source: Uint8Array, open: HandOutMarks['open'], names: HandOutMarks['names']): Uint8Array {
  const stream = source.slice();
  const globals = readGlobals(stream);
  const patch = new StreamPatch(stream);
  const formats = new OpenedFormats(source);
  const book = new EditedBook({ stream, globals } as WorkbookStream);
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (const [name, cells] of open) {
    const sheet = book.sheet(name);
    for (const key of keysOf(sheet, cells)) sheet.change.values.set(key, { kind: 'blank' });
    for (const [key, offset] of sheet.plan().present) {
      const record = recordAt(stream, offset);
      const column = columnOfKey(key);
      const entry = isMultipleCell(record.type) ? (record.type === RECORD.MULTIPLE_RK ? 6 : 2) : 0;
      const place = record.data + 4 + (column - cellSpan(record).first) * entry;
      view.setUint16(place, formats.opened(formatOfCell(record, column)), true);
    }
    // Somebody's own protection, perhaps with a password, stays as it is.
    if (!sheet.map.protected) protect(stream, view, patch, sheet.sheet.position);
  }
  for (const record of formats.added) patch.replace(formats.place, formats.place, record);
  addHiddenNames(stream, patch, globals, names);
  const { stream: patched, moved } = patch.build();
  repoint(stream, patched, moved, globals);
  return patched;
}

/** Feature header of protection ([MS-XLS] 2.4.112): cells, columns and rows may be formatted, all cells selected. */
const FEATURE_HEADER = 0x0867;
const PROTECTION = 2;
const ALLOWED = 0x441c;

/** PROTECT stands before the columns' widths, what stays allowed at the sheet's end ([MS-XLS] 2.1.7.20.5). */
function protect(stream: Uint8Array, view: DataView, patch: StreamPatch, position: number): void {
  allow(stream, view, patch, position);
  for (const { type, start, data } of sheetRecords(stream, position)) {
    if (type === RECORD.PROTECT) {
      view.setUint16(data, 1, true);
      return;
    }
    if (type !== RECORD.DEFAULT_COLUMN_WIDTH && type !== RECORD.COLUMN_INFO && type !== RECORD.DIMENSIONS) continue;
    const { bytes, view: own } = newRecord(RECORD.PROTECT, 2);
    own.setUint16(4, 1, true);
    patch.replace(start, start, bytes);
    return;
  }
}

/** LibreOffice lets nobody select a cell where the sheet does not say what is allowed. */
function allow(stream: Uint8Array, view: DataView, patch: StreamPatch, position: number): void {
  const cursor = new RecordCursor(stream, position);
  let depth = 0;
  while (cursor.next()) {
    if (cursor.type === RECORD.BOF) depth++;
    else if (depth === 1 && cursor.type === FEATURE_HEADER && cursor.size === 23 && cursor.u16(12) === PROTECTION) {
      // Said of a sheet that was not protected: by LibreOffice that nothing is allowed.
      view.setUint32(cursor.data + 19, ALLOWED, true);
      return;
    } else if (cursor.type === RECORD.EOF && --depth === 0) break;
  }
  const { bytes, view: own } = newRecord(FEATURE_HEADER, 23);
  own.setUint16(4, FEATURE_HEADER, true);
  own.setUint16(16, PROTECTION, true);
  own.setUint8(18, 1);
  own.setUint32(19, 0xffffffff, true);
  own.setUint32(23, ALLOWED, true);
  patch.replace(cursor.start, cursor.start, bytes);
}

/** Every number that says where a record stands. */
function repoint(
  stream: Uint8Array,
  patched: Uint8Array,
  moved: (offset: number) => number,
  globals: WorkbookGlobals,
): void {
  const view = new DataView(patched.buffer, patched.byteOffset, patched.byteLength);
  for (const sheet of globals.sheets) {
    view.setUint32(moved(sheet.record) + 4, moved(sheet.position), true);
    const index = findIndex(stream, sheet.position);
    if (index !== null) pointIndex(view, moved(index), moved, null);
  }
  if (globals.sharedStringIndex === null) return;
  const strings = recordAt(stream, globals.sharedStringIndex);
  const place = moved(strings.start);
  for (let at = 6; at + 8 <= strings.size + 4; at += 8) {
    view.setUint32(place + at, moved(view.getUint32(place + at, true)), true);
  }
}
