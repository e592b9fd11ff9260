import { type CellRange, rangeContains } from '../../model/address';
import type { CellLook } from '../../model/looks';
import type { Problem } from '../../model/table';
import type { GrownRow } from '../fill/fill-contract';
import { type RowHeight, shareHeights, tooTall } from '../row-height/share-heights';
import { columnWidthInPoints, textHeight } from '../row-height/text-height';
import type { EditedSheet, PlacedEdit } from './edited-sheet';
import { styleOf } from './read-looks';
import { RECORD, RecordCursor } from './records';
import type { SheetMap } from './scan-sheet';

const TWIPS = 20;
const ROW_HIDDEN = 0x20;

/**
 * Lets rows grow where a filled text would be cut: only rows that a filled cell stands in. The heights are noted in
 * the sheets' changes.
 */
export function growRows(
  stream: Uint8Array,
  edits: readonly PlacedEdit[],
  looks: readonly CellLook[],
): { grownRows: GrownRow[]; problems: Problem[] } {
  const sheets = new Map<EditedSheet, PlacedEdit[]>();
  for (const edit of edits) sheets.set(edit.sheet, [...(sheets.get(edit.sheet) ?? []), edit]);
  const grownRows: GrownRow[] = [];
  const problems: Problem[] = [];
  for (const [sheet, filled] of sheets) {
    const { name } = sheet.sheet;
    for (const { row, from, to, cut } of neededHeights(stream, sheet.map, filled, looks)) {
      if (to > from) {
        sheet.change.heights.set(row, to * TWIPS);
        grownRows.push({ sheet: name, row: row + 1, from, to });
      }
      if (cut) problems.push(tooTall(name, row + 1));
    }
  }
  return { grownRows, problems };
}

function neededHeights(
  stream: Uint8Array,
  map: SheetMap,
  edits: readonly PlacedEdit[],
  looks: readonly CellLook[],
): RowHeight[] {
  const stated = statedHeights(stream, map);
  // The book's normal font, which column widths are counted in, is that of its first format.
  const normalSize = looks[styleOf(0)]?.font.size ?? 12;
  const needs = edits.map(edit => {
    const range = map.merges.find(merge => rangeContains(merge, edit)) ?? ownCell(edit);
    return { range, height: needOf(edit, widthOf(map, range, normalSize), looks) };
  });
  return shareHeights(needs, row => stated.get(row) ?? map.defaultRowHeight / TWIPS);
}

/** In points; 0 for a hidden row. */
function statedHeights(stream: Uint8Array, { table }: SheetMap): Map<number, number> {
  const heights = new Map<number, number>();
  const cursor = new RecordCursor(stream, table.start);
  while (cursor.end < table.end && cursor.next()) {
    if (cursor.type !== RECORD.ROW) continue;
    const hidden = (cursor.u16(12) & ROW_HIDDEN) !== 0;
    heights.set(cursor.u16(0), hidden ? 0 : (cursor.u16(6) & 0x7fff) / TWIPS);
  }
  return heights;
}

/** What a filled text needs; 0 where height does not matter. */
function needOf({ value, format }: PlacedEdit, width: number, looks: readonly CellLook[]): number {
  const look = looks[styleOf(format)];
  return typeof value === 'string' && look ? textHeight(value, width, { ...look, date: false }) : 0;
}

function widthOf(map: SheetMap, { left, right }: CellRange, normalSize: number): number {
  let total = 0;
  for (let column = left; column <= right; column++) {
    const stated = map.columns.find(({ first, last }) => column >= first && column <= last);
    if (!stated?.hidden) total += columnWidthInPoints(stated?.width ?? map.defaultColumnWidth, normalSize);
  }
  return total;
}

function ownCell({ row, column }: PlacedEdit): CellRange {
  return { top: row, bottom: row, left: column, right: column };
}
