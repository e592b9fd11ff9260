import type { CellValue } from '../../model/cells';
import { isMultipleCell, RECORD, type RecordCursor } from './records';
import { readLongString } from './unicode-string';

/** What the record under the cursor holds for a column; an error shows as null, a formula is not asked for. */
export function readCellValue(cursor: RecordCursor, column: number, sharedText: (index: number) => string): CellValue {
  switch (cursor.type) {
    case RECORD.NUMBER:
      return cursor.view.getFloat64(cursor.data + 6, true);
    case RECORD.RK:
      return decodeRk(cursor.u32(6));
    case RECORD.MULTIPLE_RK:
      return decodeRk(cursor.u32(6 + (column - cursor.u16(2)) * 6));
    case RECORD.BOOLEAN_OR_ERROR:
      return cursor.u8(7) === 0 ? cursor.u8(6) !== 0 : null;
    case RECORD.LABEL_SHARED:
      return sharedText(cursor.u32(6));
    case RECORD.LABEL:
    case RECORD.RICH_STRING:
      return readLongString(cursor, 6);
    default:
      return null;
  }
}

export const formatOfCell = (cursor: RecordCursor, column: number): number =>
  cursor.u16(
    isMultipleCell(cursor.type) ? 4 + (column - cursor.u16(2)) * (cursor.type === RECORD.MULTIPLE_RK ? 6 : 2) : 4,
  );

/** 30 bits of an integer or of a double's upper half, perhaps divided by 100. */
function decodeRk(rk: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setUint32(4, rk & 0xfffffffc, true);
  const number = rk & 2 ? (rk | 0) >> 2 : bits.getFloat64(0, true);
  return rk & 1 ? number / 100 : number;
}
