import type { CellPosition, CellRange } from '../../lib/model/address';
import { MAX_COLUMNS, MAX_ROWS } from '../../lib/model/address';
import type { CellLook } from '../../lib/model/looks';
import { Axis } from './axis';
import { POINTS_TO_PIXELS } from './cell-look-css';
import { MergeIndex } from './merge-index';
import type { SheetSource } from './sheet-source';
import { textHeight } from './text-height';

export const COLUMN_HEADER_HEIGHT = 22;
/** Empty rows and columns offered beyond what the sheet uses. */
const SPARE_ROWS = 12;
const SPARE_COLUMNS = 3;
/** Frozen panes may take this share of what can be seen; beyond it nothing would be left to scroll. */
const FROZEN_SHARE = 0.6;
/** Excel's own ceiling for a row, 409.5 points. */
const TALLEST_ROW = 546;

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where everything of a sheet lies, in pixels at one zoom, from the sheet's top left (headers not counted). */
export class SheetGeometry {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly merges: MergeIndex;
  readonly rowHeaderWidth: number;
  /** Rows whose height the file leaves to the reader; measured when first shown. */
  private readonly unmeasured = new Set<number>();
  /** Heights of rows before filled text made them grow. */
  private readonly ownHeights = new Map<number, number>();

  constructor(
    readonly source: SheetSource,
    readonly zoom: number,
  ) {
    const { grid, layout, looks } = source;
    const rowCount = Math.min(MAX_ROWS, Math.max(1, grid.rowCount) + SPARE_ROWS);
    const columnCount = Math.min(MAX_COLUMNS, Math.max(1, grid.columnCount) + SPARE_COLUMNS);
    const digit = digitWidth(looks[0]);
    const widths = new Map<number, number>();
    for (const column of layout.columns) {
      for (let index = column.first; index <= Math.min(column.last, columnCount - 1); index++) {
        widths.set(index, column.hidden ? 0 : columnPixels(column.width, digit));
      }
    }
    const usual = columnPixels(layout.defaultColumnWidth, digit);
    const usualHeight = layout.defaultRowHeight * POINTS_TO_PIXELS;
    this.columns = new Axis(columnCount, index => Math.round((widths.get(index) ?? usual) * zoom));
    this.rows = new Axis(rowCount, index => {
      const row = layout.rows.get(index);
      if (row?.hidden) return 0;
      if (row?.height == null && index < grid.rowCount) this.unmeasured.add(index);
      return Math.round((row?.height != null ? row.height * POINTS_TO_PIXELS : usualHeight) * zoom);
    });
    this.merges = new MergeIndex(grid.merges);
    this.rowHeaderWidth = 18 + 8 * String(rowCount).length;
  }

  /** Frozen rows and columns as far as they leave room to scroll. */
  frozen(viewWidth: number, viewHeight: number): { rows: number; columns: number } {
    const { rows, columns } = this.source.layout.freeze;
    const fitsHeight = rows > 0 && this.rows.offset(rows) <= viewHeight * FROZEN_SHARE;
    const fitsWidth = columns > 0 && this.columns.offset(columns) <= viewWidth * FROZEN_SHARE;
    return {
      rows: fitsHeight ? Math.min(rows, this.rows.count - 1) : 0,
      columns: fitsWidth ? Math.min(columns, this.columns.count - 1) : 0,
    };
  }

  box(range: CellRange): Box {
    return {
      left: this.columns.offset(range.left),
      top: this.rows.offset(range.top),
      width: this.columns.span(range.left, range.right),
      height: this.rows.span(range.top, range.bottom),
    };
  }

  /** The whole of a cell: its merge where it has one. */
  rangeOf(position: CellPosition): CellRange {
    return (
      this.merges.at(position) ?? {
        top: position.row,
        bottom: position.row,
        left: position.column,
        right: position.column,
      }
    );
  }

  /** Gives rows without a stated height the one their text needs, once, when they come into sight. Returns whether any grew. */
  measure(firstRow: number, lastRow: number): boolean {
    let grew = false;
    for (let row = firstRow; row <= lastRow; row++) {
      if (this.unmeasured.delete(row)) grew = this.growTo(row, this.neededHeight(row)) || grew;
    }
    return grew;
  }

  /**
   * After an edit: the row takes the height its filled texts need, as in the exported workbook, and its own again when they are taken
   * back. Returns whether it changed.
   */
  fitFilled({ row, column }: CellPosition): boolean {
    const range = this.rangeOf({ row, column });
    const last = this.rows.size(range.bottom) > 0 ? range.bottom : this.rows.nextVisible(range.bottom, -1);
    if (last === null || last < range.top) return false;
    const before = this.rows.size(last);
    const own = this.ownHeights.get(last) ?? before;
    this.ownHeights.set(last, own);
    this.rows.resize(last, own);
    for (let other = 0; other < this.source.grid.columnCount; other++) {
      for (const anchor of [
        { row: last, column: other },
        { row: range.top, column: other },
      ])
        this.growFor(anchor, last);
    }
    return this.rows.size(last) !== before;
  }

  private growFor(position: CellPosition, last: number): void {
    const shown = this.source.shown(position.row, position.column);
    if (!shown?.changed || shown.text === '') return;
    const range = this.rangeOf(position);
    if (range.top !== position.row || range.left !== position.column) return;
    const missing = this.textHeight(position, shown.text, range) - this.rows.span(range.top, range.bottom);
    if (missing > 0) this.growTo(last, this.rows.size(last) + missing);
  }

  private neededHeight(row: number): number {
    let needed = 0;
    for (const column of this.source.grid.filledColumns(row)) {
      const range = this.rangeOf({ row, column });
      const text = this.source.shown(row, column)?.text;
      if (text && range.top === range.bottom) {
        needed = Math.max(needed, this.textHeight({ row, column }, text, range));
      }
    }
    return needed;
  }

  private textHeight({ row, column }: CellPosition, text: string, range: CellRange): number {
    const look = this.source.looks[this.source.grid.style(row, column)];
    return look ? textHeight(text, look, this.columns.span(range.left, range.right), this.zoom) : 0;
  }

  private growTo(row: number, height: number): boolean {
    const capped = Math.min(height, TALLEST_ROW * this.zoom);
    if (capped <= this.rows.size(row)) return false;
    this.rows.resize(row, Math.round(capped));
    return true;
  }
}

/** Widest digit of the book's normal font: 8 px for 宋体 11–12 at 96 dpi, 7 px for Calibri and Arial at 10–11. */
function digitWidth(normal: CellLook | undefined): number {
  if (!normal) return 7;
  const wide = /[\u3400-\u9fff]/.test(normal.font.name) && normal.font.size >= 11;
  return wide || normal.font.size >= 12 ? 8 : 7;
}

/** ECMA-376 part 1, 18.3.1.13: stored width → pixels. */
function columnPixels(width: number, digit: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / digit)) / 256) * digit);
}
