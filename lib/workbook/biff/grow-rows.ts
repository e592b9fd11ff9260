import { type CellRange, rangeContains } from '../../model/address';
import type { CellLook } from '../../model/looks';
import type { Problem } from '../../model/table';
import type { GrownRow } from '../fill/fill-contract';
import { columnWidthInPoints, textHeight } from '../row-height/text-height';
import type { EditedSheet, PlacedEdit } from './edited-sheet';
import { styleOf } from './read-looks';
import { RECORD, RecordCursor } from './records';
import type { SheetMap } from './scan-sheet';

/** Excel's limit, in points. */
const MAX_HEIGHT = 409.5;
/** Differences below this are not seen. */
const TOLERANCE = 0.5;
/** A merge of ten thousand rows has room enough. */
const MAX_MERGED_ROWS = 1_000;
const TWIPS = 20;
const ROW_HIDDEN = 0x20;

/**
 * Lets rows grow where a filled text would be cut: only rows that a filled cell stands in, and only upwards. What a
 * merge over several rows lacks is shared out among them. The heights are noted in the sheets' changes.
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
    for (const { row, from, to } of neededHeights(stream, sheet.map, filled, looks)) {
      const height = Math.min(MAX_HEIGHT, Math.ceil(to * 4) / 4);
      if (height > from) {
        sheet.change.heights.set(row, height * TWIPS);
        grownRows.push({ sheet: name, row: row + 1, from, to: height });
      }
      if (to > MAX_HEIGHT) problems.push(tooTall(name, row + 1));
    }
  }
  return { grownRows, problems };
}

function neededHeights(
  stream: Uint8Array,
  map: SheetMap,
  edits: readonly PlacedEdit[],
  looks: readonly CellLook[],
): { row: number; from: number; to: number }[] {
  const stated = statedHeights(stream, map);
  const before = (row: number) => stated.get(row) ?? map.defaultRowHeight / TWIPS;
  const heights = new Map<number, number>();
  const heightOf = (row: number) => heights.get(row) ?? before(row);
  // The book's normal font, which column widths are counted in, is that of its first format.
  const normalSize = looks[styleOf(0)]?.font.size ?? 12;
  const needs = edits.map(edit => {
    const range = map.merges.find(merge => rangeContains(merge, edit)) ?? ownCell(edit);
    return { range, height: needOf(edit, widthOf(map, range, normalSize), looks) };
  });
  // Cells of one row first: they may already give a tall merge the room it lacks.
  needs.sort((a, b) => a.range.bottom - a.range.top - (b.range.bottom - b.range.top));
  for (const { range, height } of needs) {
    const last = Math.min(range.bottom, range.top + MAX_MERGED_ROWS);
    const all = Array.from({ length: last - range.top + 1 }, (_, index) => range.top + index);
    const rows = all.filter(row => before(row) > 0);
    let lacking = height - rows.reduce((sum, row) => sum + heightOf(row), 0);
    if (height === 0) continue;
    rows.forEach((row, index) => {
      if (lacking <= TOLERANCE) return;
      const to = heightOf(row) + lacking / (rows.length - index);
      lacking -= Math.min(to, MAX_HEIGHT) - heightOf(row);
      heights.set(row, to);
    });
  }
  return [...heights].map(([row, to]) => ({ row, from: before(row), to })).sort((a, b) => a.row - b.row);
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

function tooTall(sheet: string, row: number): Problem {
  const message = `第 ${row} 行的文字超出 Excel 行高上限，打印时可能显示不全；建议精简文字或加宽列。`;
  return { code: 'row-too-tall', severity: 'warning', sheet, cell: `A${row}`, message };
}
