import { type CellPosition, type CellRange, rangeContains } from '../../model/address';
import { textWidth } from '../row-height/text-width';
import { cellsOfRow, rowsNumbered } from './row-cells';
import type { FilledText } from './row-growth';
import type { SheetLayout } from './sheet-layout';
import type { SheetMap } from './sheet-map';
import type { StyleTable } from './style-table';

/**
 * Filled texts that no row height can help: cells that do not wrap show one line, which ends at the next cell with
 * content. Line breaks do not show in them either.
 */
export function overrunningTexts(
  map: SheetMap,
  layout: SheetLayout,
  styles: StyleTable,
  filled: readonly FilledText[],
): CellPosition[] {
  const isFilled = (row: number, column: number) =>
    filled.some(text => text.row === row && text.column === column) ||
    rowsNumbered(map, row)
      .flatMap(index => cellsOfRow(map, index))
      .some(cell => cell.column === column && (cell.content ?? '') !== '');
  return filled.filter(({ row, column, text, style }) => {
    const { wrap, rotation, shrink, font } = styles.format(style);
    if (wrap || rotation !== 0 || shrink) return false;
    const range: CellRange = map.mergedCells.find(merge => rangeContains(merge, { row, column })) ?? {
      top: row,
      bottom: row,
      left: column,
      right: column,
    };
    const longest = text.split(/\r\n|\r|\n/).map(line => textWidth(line, font));
    const wide = longest.reduce((sum, width) => sum + width, 0) > layout.width(range);
    return wide && (longest.length > 1 || range.right > range.left || isFilled(row, range.right + 1));
  });
}
