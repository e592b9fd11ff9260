import { type CellPosition, type CellRange, rangeContains } from '../../model/address';
import { type RowHeight, shareHeights } from '../row-height/share-heights';
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

/**
 * Which rows must grow so that the filled texts are not cut: only rows that a filled cell stands in.
 * @param textOf the text of a cell that was not filled, for rows whose height the file leaves open
 */
export function rowGrowth(
  map: SheetMap,
  layout: SheetLayout,
  styles: StyleTable,
  filled: readonly FilledText[],
  textOf: (place: CellPlace) => string,
): RowHeight[] {
  const known = new Map<number, number>();
  const before = (row: number) => {
    const height = known.get(row) ?? heightOf(row);
    known.set(row, height);
    return height;
  };
  const heightOf = (row: number) => {
    const { hidden, height } = layout.row(row);
    return hidden ? 0 : (height ?? openHeight(map, layout, styles, row, textOf));
  };
  const needs = filled.map(({ row, column, text, style }) => {
    const range = map.mergedCells.find(merge => rangeContains(merge, { row, column })) ?? ownCell(row, column);
    return { range, height: textHeight(text, layout.width(range), styles.format(style)) };
  });
  return shareHeights(needs, before);
}

function ownCell(row: number, column: number): CellRange {
  return { top: row, bottom: row, left: column, right: column };
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
    .filter(({ column, content }) => content !== null && !map.mergedCells.some(m => rangeContains(m, { row, column })))
    .map(place => {
      const format = styles.format(place.style);
      const height = textHeight(textOf(place), layout.width({ left: place.column, right: place.column }), format);
      return Math.max(height, lineHeight(format.font));
    })
    .reduce((tallest, height) => Math.max(tallest, height), layout.defaultRowHeight);
}
