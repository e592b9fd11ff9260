import { AppError } from '../../model/app-error';
import { WORKBOOK_LIMITS } from '../limits';
import type { SheetInfo } from '../opened-workbook';
import { RECORD, RecordCursor } from './records';
import { readShortString } from './unicode-string';

export interface BoundSheet {
  name: string;
  kind: SheetInfo['kind'];
  state: SheetInfo['state'];
  /** Stream offset of the sheet's BOF. */
  position: number;
  /** Stream offset of the BOUNDSHEET record that says so. */
  record: number;
}

/** The first substream of a workbook stream: what concerns the book as a whole. Offsets are of record headers. */
export interface WorkbookGlobals {
  sheets: BoundSheet[];
  sharedStrings: number | null;
  sharedStringIndex: number | null;
  recalcId: number | null;
  date1904: boolean;
  /** Where a table of strings belongs if the book has none: before the records of newer versions that end the globals. */
  sharedStringsPlace: number;
}

export const BIFF8 = 0x0600;
/** Records of Excel 2000 and later have numbers from here on; they close the globals. */
const FIRST_FUTURE_RECORD = 0x0800;

/** The version a stream's BOF states; null where it has none. */
export function biffVersion(stream: Uint8Array): number | null {
  if (stream.length < 8) return null;
  const type = stream[0]! | (stream[1]! << 8);
  return type === RECORD.BOF ? stream[4]! | (stream[5]! << 8) : null;
}

export function readGlobals(stream: Uint8Array): WorkbookGlobals {
  const cursor = new RecordCursor(stream, 0);
  const globals: WorkbookGlobals = {
    sheets: [],
    sharedStrings: null,
    sharedStringIndex: null,
    recalcId: null,
    date1904: false,
    sharedStringsPlace: 0,
  };
  while (cursor.next()) {
    if (cursor.type === RECORD.FILE_PASS) throw new AppError('encrypted');
    if (cursor.type === RECORD.BOUND_SHEET) globals.sheets.push(readBoundSheet(cursor));
    else if (cursor.type === RECORD.SHARED_STRINGS) globals.sharedStrings ??= cursor.start;
    else if (cursor.type === RECORD.SHARED_STRING_INDEX) globals.sharedStringIndex ??= cursor.start;
    else if (cursor.type === RECORD.RECALC_ID && cursor.size >= 8) globals.recalcId = cursor.start;
    else if (cursor.type === RECORD.DATE_1904) globals.date1904 = cursor.u16(0) === 1;
    else if (cursor.type === RECORD.EOF) return finish(globals, stream);
    if (cursor.type < FIRST_FUTURE_RECORD) globals.sharedStringsPlace = cursor.end;
  }
  throw new AppError('damaged-xls', { part: 'EOF' });
}

function finish(globals: WorkbookGlobals, stream: Uint8Array): WorkbookGlobals {
  if (globals.sheets.length === 0) throw new AppError('damaged-xls', { part: 'BOUNDSHEET' });
  if (globals.sheets.length > WORKBOOK_LIMITS.sheets)
    throw new AppError('too-many-sheets', { limit: WORKBOOK_LIMITS.sheets });
  const places = new Set(globals.sheets.map(({ position }) => position));
  if (places.size < globals.sheets.length) throw new AppError('damaged-xls', { part: 'BOUNDSHEET' });
  for (const { position } of globals.sheets) {
    if (biffVersion(stream.subarray(position)) === null) throw new AppError('damaged-xls', { part: 'BOUNDSHEET' });
  }
  return globals;
}

function readBoundSheet(cursor: RecordCursor): BoundSheet {
  return {
    name: readShortString(cursor, 6),
    // What is neither worksheet nor chart holds macros, of Excel 4 or Visual Basic.
    kind: ({ 0: 'worksheet', 2: 'chartsheet' } as const)[cursor.u8(5) & 15] ?? 'macrosheet',
    state: (['visible', 'hidden', 'veryHidden'] as const)[cursor.u8(4) & 3] ?? 'visible',
    position: cursor.u32(0),
    record: cursor.start,
  };
}
