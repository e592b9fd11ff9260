import type { CellRange } from '../model/address';
import { AppError } from '../model/app-error';
import type { ColumnLook, SheetLayout } from '../model/looks';
import { type SheetSnapshot, STORED_KIND } from '../model/sheet-snapshot';
import { applyMerges } from './apply-merges';
import { CellStore } from './cell-store';
import { WORKBOOK_LIMITS } from './limits';
import { sweepRanges } from './sweep-ranges';
import { TextTable } from './text-table';

/** What a snapshot needs to know of the book it belongs to. */
export interface BookFacts {
  date1904: boolean;
  /** Number formats; formatOfStyle tells which of them each style has, dateStyles which styles show dates (1). */
  formats: readonly string[];
  formatOfStyle: Uint16Array;
  dateStyles: Uint8Array;
}

/** What stands around a sheet's cells. */
export interface SheetFrame {
  merges: readonly CellRange[];
  /** Ranges that one array formula or data table fills; none where there are none. */
  arrays?: readonly CellRange[];
  columnLooks: readonly (ColumnLook & { style: number })[];
  sheetLook: Omit<SheetLayout, 'columns' | 'rows'>;
}

/** What Excel shows for a number that is none. */
const NOT_A_NUMBER = '#NUM!';

/** The last serial number that is a date, 9999-12-31. */
const LAST_DATE = 2_958_466;

/** Takes a sheet's cells in any order and gives its snapshot. Rows and columns are 0-based and must be in range. */
export class SnapshotBuilder {
  readonly texts = new TextTable();
  private readonly cells = new CellStore();
  private readonly rows: { row: number; height: number; hidden: boolean; style: number }[] = [];

  constructor(
    private readonly sheet: { name: string; hidden: boolean },
    private readonly book: BookFacts,
  ) {}

  addBlank(row: number, column: number, style: number): void {
    this.add(row, column, STORED_KIND.blank, 0, style);
  }

  /** A number, or a date where the style shows dates; an error where a binary file holds NaN. */
  addNumber(row: number, column: number, style: number, value: number): void {
    const date = this.book.dateStyles[style] === 1 && value >= 0 && value < LAST_DATE;
    if (Number.isFinite(value)) this.add(row, column, date ? STORED_KIND.date : STORED_KIND.number, value, style);
    else this.addError(row, column, style, NOT_A_NUMBER);
  }

  addDate(row: number, column: number, style: number, serial: number): void {
    this.add(row, column, STORED_KIND.date, serial, style);
  }

  addBoolean(row: number, column: number, style: number, value: boolean): void {
    this.add(row, column, STORED_KIND.boolean, value ? 1 : 0, style);
  }

  addError(row: number, column: number, style: number, text: string): void {
    this.add(row, column, STORED_KIND.error, this.texts.add(text), style);
  }

  /** `text` is a place in `texts`. An empty text makes the cell blank. */
  addText(row: number, column: number, style: number, text: number): void {
    this.add(row, column, this.texts.isEmpty(text) ? STORED_KIND.blank : STORED_KIND.text, text, style);
  }

  /** The formula of the cell added last; '' for a part of a shared or array formula. Makes a blank cell an empty text. */
  addFormula(formula: string): void {
    const cell = this.cells.count - 1;
    if (this.cells.kinds[cell] === STORED_KIND.blank) {
      this.cells.kinds[cell] = STORED_KIND.text;
      this.cells.numbers[cell] = this.texts.add('');
    }
    this.cells.formulas[cell] = this.texts.add(formula) + 1;
  }

  /** A row that states something. Height NaN: none stated; style 0: none. */
  addRow(row: number, height: number, hidden: boolean, style: number): void {
    this.rows.push({ row, height, hidden, style });
  }

  finish({ merges, arrays = [], columnLooks, sheetLook }: SheetFrame): SheetSnapshot {
    this.cells.sortByPlace();
    this.markArrays(arrays);
    const { rowCount, columnCount, edges } = applyMerges(this.cells, merges);
    const rowStart = this.cells.rowStart(rowCount);
    return {
      name: this.sheet.name,
      hidden: this.sheet.hidden,
      date1904: this.book.date1904,
      rowCount,
      columnCount,
      rowStart,
      ...this.cells.finish(),
      ...this.texts.finish(),
      ...this.cells.finishFormulas(),
      mergeEdges: edges,
      rows: this.finishRows(),
      columnLooks,
      sheetLook,
      formats: this.book.formats,
      formatOfStyle: this.book.formatOfStyle.slice(),
    };
  }

  private add(row: number, column: number, kind: number, value: number, style: number): void {
    if (this.cells.count >= WORKBOOK_LIMITS.cells) {
      throw new AppError('too-many-cells', { sheet: this.sheet.name, limit: WORKBOOK_LIMITS.cells });
    }
    this.cells.add(row, column, kind, value, style < this.book.formatOfStyle.length ? style : 0);
  }

  /** Cells filled by an array formula have none of their own in the file, and may not be written either. */
  private markArrays(arrays: readonly CellRange[]): void {
    const { cells } = this;
    sweepRanges(cells, arrays, cell => {
      if (cells.formulas[cell] === 0 && cells.kinds[cell] !== STORED_KIND.blank) {
        cells.formulas[cell] = this.texts.add('') + 1;
      }
    });
  }

  private finishRows(): SheetSnapshot['rows'] {
    this.rows.sort((a, b) => a.row - b.row);
    return {
      index: Uint32Array.from(this.rows, ({ row }) => row),
      height: Float32Array.from(this.rows, ({ height }) => height),
      hidden: Uint8Array.from(this.rows, ({ hidden }) => (hidden ? 1 : 0)),
      style: Uint16Array.from(this.rows, ({ style }) => style),
    };
  }
}
