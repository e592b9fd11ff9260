import { concatBytes } from '../concat-bytes';
import type { CellName } from '../hand-out/hidden-names';
import { MAX_RECORD_DATA, newRecord, RECORD, RecordCursor } from './records';
import type { StreamPatch } from './stream-patch';
import type { WorkbookGlobals } from './workbook-globals';

const COUNTRY = 0x008c;
const EXTERNAL_SHEET = 0x0017;
const NAME = 0x0018;
const SUPPLIER = 0x01ae;
/** Comment, function group and publishing of the name before them. */
const OF_NAME: ReadonlySet<number> = new Set([0x0893, 0x0894, 0x0898]);
/** The supplier that is this book itself. */
const SELF = 0x0401;
const HIDDEN = 1;
const REFERENCE_3D = 0x3a;

interface Places {
  suppliers: number;
  self: number | null;
  sheets: { start: number; end: number; count: number; continued: boolean } | null;
  /** Where references to sheets belong if the book has none, and where further names do. */
  behindSheets: number;
  behindNames: number | null;
}

/**
 * Names that nobody sees, each of one cell, behind those that are there: formulas call names by number. Left out where the book's
 * table of sheets has no room in its record, which no book of an office has.
 */
export function addHiddenNames(
  stream: Uint8Array,
  patch: StreamPatch,
  globals: WorkbookGlobals,
  names: readonly CellName[],
): void {
  const { suppliers, self, sheets, behindSheets, behindNames } = placesIn(stream);
  const used = [...new Set(names.map(({ sheet }) => globals.sheets.findIndex(({ name }) => name === sheet)))];
  const references = used.filter(index => index >= 0);
  if (references.length === 0) return;
  const known = sheets?.count ?? 0;
  const size = 2 + 6 * (known + references.length);
  if (sheets?.continued || size > MAX_RECORD_DATA) return;
  const table = newRecord(EXTERNAL_SHEET, size);
  if (sheets) table.bytes.set(stream.subarray(sheets.start + 6, sheets.end), 6);
  table.view.setUint16(4, known + references.length, true);
  for (const [at, index] of references.entries()) {
    const place = 6 + 6 * (known + at);
    table.view.setUint16(place, self ?? suppliers, true);
    table.view.setUint16(place + 2, index, true);
    table.view.setUint16(place + 4, index, true);
  }
  const supplier = self === null ? [supplierRecord(globals.sheets.length)] : [];
  const start = sheets?.start ?? behindSheets;
  patch.replace(start, sheets?.end ?? start, concatBytes([...supplier, table.bytes]));
  const records = names.flatMap(name => {
    const sheet = references.indexOf(globals.sheets.findIndex(({ name: own }) => own === name.sheet));
    return sheet < 0 ? [] : [nameRecord(name, known + sheet)];
  });
  const place = behindNames ?? sheets?.end ?? behindSheets;
  patch.replace(place, place, concatBytes(records));
}

function placesIn(stream: Uint8Array): Places {
  const places: Places = { suppliers: 0, self: null, sheets: null, behindSheets: 0, behindNames: null };
  const cursor = new RecordCursor(stream, 0);
  let last = 0;
  while (cursor.next() && cursor.type !== RECORD.EOF) {
    const { type, start, end, size } = cursor;
    if (type === RECORD.BOUND_SHEET || type === COUNTRY) places.behindSheets = end;
    else if (type === SUPPLIER) {
      if (size === 4 && cursor.u16(2) === SELF) places.self ??= places.suppliers;
      places.suppliers++;
    } else if (type === EXTERNAL_SHEET && !places.sheets) {
      places.sheets = { start, end, count: cursor.u16(0), continued: size !== 2 + 6 * cursor.u16(0) };
    } else if (type === NAME || (OF_NAME.has(type) && places.behindNames === start)) places.behindNames = end;
    else if (type === RECORD.CONTINUE && last === NAME) places.behindNames = end;
    if (type !== RECORD.CONTINUE) last = type;
  }
  return places;
}

function supplierRecord(sheets: number): Uint8Array {
  const { bytes, view } = newRecord(SUPPLIER, 4);
  view.setUint16(4, sheets, true);
  view.setUint16(6, SELF, true);
  return bytes;
}

/** The name is plain ASCII. */
function nameRecord({ name, row, column }: CellName, sheet: number): Uint8Array {
  const { bytes, view } = newRecord(NAME, 14 + 1 + name.length + 7);
  view.setUint16(4, HIDDEN, true);
  view.setUint8(7, name.length);
  view.setUint16(8, 7, true);
  for (let at = 0; at < name.length; at++) bytes[19 + at] = name.charCodeAt(at);
  const formula = 19 + name.length;
  view.setUint8(formula, REFERENCE_3D);
  view.setUint16(formula + 1, sheet, true);
  view.setUint16(formula + 3, row, true);
  view.setUint16(formula + 5, column, true);
  return bytes;
}
