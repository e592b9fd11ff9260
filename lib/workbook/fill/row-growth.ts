import { type CellPosition, type CellRange, rangeContains } from '../../model/address';
import { textHeight } from '../row-height/text-height';
import { lineHeight } from '../row-height/text-width';
import { type CellPlace, cellsOfRow, rowsNumbered } from './row-cells';
import type { SheetLayout } from './sheet-layout';
import type { SheetMap } from './sheet-map';
import type { StyleTable } from './style-table';

/** A text that stands in a cell after the fill. */
export interface FilledText extends CellPosition {
  text: string;
  style: number;
}

export interface RowHeight {
  row: number;
  from: number;
  to: number;
  /** The text would need more than a row can have. */
  cut: boolean;
}

/** Excel's limit, in points. */
const MAX_HEIGHT = 409.5;
/** Differences below this are not seen. */
const TOLERANCE = 0.5;

/**
 * Which rows must grow so that the filled texts are not cut. Rows only ever grow, and only rows that a filled cell
 * stands in; what a merge over several rows lacks is shared out among them.
 * @param textOf the text of a cell that was not filled, for rows whose height the file leaves open
 */
export function rowGrowth(
  map: SheetMap,
  layout: SheetLayout,
  styles: StyleTable,
  filled: readonly FilledText[],
  textOf: (place: CellPlace) => string,
): RowHeight[] {
  const heights = new Map<number, number>();
  const known = new Map<number, number>();
  const before = (row: number) => {
    const height = known.get(row) ?? layout.row(row).height ?? openHeight(map, layout, styles, row, textOf);
    known.set(row, height);
    return height;
  };
  const heightOf = (row: number) => heights.get(row) ?? before(row);
  const needs = filled.map(({ row, column, text, style }) => {
    const range = map.merges.find(merge => rangeContains(merge, { row, column })) ?? ownCell(row, column);
    return { range, height: textHeight(text, layout.width(range), styles.format(style)) };
  });
  // Cells of one row first: they may already give a tall merge the room it lacks.
  needs.sort((a, b) => a.range.bottom - a.range.top - (b.range.bottom - b.range.top));
  for (const { range, height } of needs) {
    if (height === 0) continue;
    const rows = visibleRows(range, layout);
    let lacking = height - rows.reduce((sum, row) => sum + heightOf(row), 0);
    rows.forEach((row, index) => {
      if (lacking <= TOLERANCE) return;
      const to = heightOf(row) + lacking / (rows.length - index);
      lacking -= Math.min(to, MAX_HEIGHT) - heightOf(row);
      heights.set(row, to);
    });
  }
  return [...heights]
    .map(([row, to]) => {
      const from = before(row);
      return { row, from, to: Math.max(from, Math.min(MAX_HEIGHT, Math.ceil(to * 4) / 4)), cut: to > MAX_HEIGHT };
    })
    .sort((a, b) => a.row - b.row);
}

function ownCell(row: number, column: number): CellRange {
  return { top: row, bottom: row, left: column, right: column };
}

/** A merge of ten thousand rows has room enough. */
const MAX_MERGED_ROWS = 1_000;

function visibleRows({ top, bottom }: CellRange, layout: SheetLayout): number[] {
  const rows: number[] = [];
  for (let row = top; row <= Math.min(bottom, top + MAX_MERGED_ROWS); row++) {
    if (!layout.row(row).hidden) rows.push(row);
  }
  return rows;
}

/** The height a program gives to a row that states none: that of its tallest text, merged cells left out. */
function openHeight(
  map: SheetMap,
  layout: SheetLayout,
  styles: StyleTable,
  row: number,
  textOf: (place: CellPlace) => string,
): number {
  return rowsNumbered(map, row)
    .flatMap(index => cellsOfRow(map, index))
    .filter(({ column, content }) => content !== null && !map.merges.some(m => rangeContains(m, { row, column })))
    .map(place => {
      const format = styles.format(place.style);
      const height = textHeight(textOf(place), layout.width({ left: place.column, right: place.column }), format);
      return Math.max(height, lineHeight(format.font));
    })
    .reduce((tallest, height) => Math.max(tallest, height), layout.defaultRowHeight);
}
