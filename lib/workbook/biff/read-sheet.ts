import type { CellRange } from '../../model/address';
import type { ColumnLook, SheetLayout } from '../../model/looks';
import type { SheetSnapshot } from '../../model/sheet-snapshot';
import { type BookFacts, SnapshotBuilder } from '../snapshot-builder';
import { errorText } from './error-codes';
import { formatOfCell, readCellValue } from './read-cell-value';
import type { FormulaText } from './read-formulas';
import { styleOf } from './read-looks';
import { cellSpan, isMultipleCell, isSingleCell, RECORD, type RecordCursor, recordAt } from './records';
import { defaultColumnWidth, readColumn, readMerges, sheetRecords, USUAL_COLUMN_WIDTH } from './scan-sheet';
import { type SharedStrings, sharedText, stringAt } from './shared-strings';
import { cellKey, MAX_XLS_COLUMNS } from './sheet-change';
import type { BoundSheet } from './workbook-globals';

/** What a sheet's cells refer to. */
export interface SheetSurroundings extends BookFacts {
  stream: Uint8Array;
  strings: SharedStrings | null;
  /** Formulas of the sheet by cellKey; asked only where the sheet has any. */
  formulas(): ReadonlyMap<number, FormulaText>;
}

/** A sheet as a reader sees it. */
export function readSheet(book: SheetSurroundings, sheet: BoundSheet): SheetSnapshot {
  return new SheetReader(book, sheet).read();
}

/** A sheet as its formulas see it: cells that a merge covers may hold numbers that count. */
export function readUnmergedSheet(book: SheetSurroundings, sheet: BoundSheet): SheetSnapshot {
  return new SheetReader(book, sheet).read(false);
}

const ROW_HIDDEN = 0x20;
const ROW_FORMATTED = 0x80;
const TWIPS = 20;

class SheetReader {
  private readonly builder: SnapshotBuilder;
  private readonly merges: CellRange[] = [];
  private readonly columnLooks: (ColumnLook & { style: number })[] = [];
  private readonly look: { -readonly [K in keyof Omit<SheetLayout, 'columns' | 'rows'>]: SheetLayout[K] } = {
    defaultColumnWidth: defaultColumnWidth(USUAL_COLUMN_WIDTH),
    defaultRowHeight: 13.5,
    freeze: { rows: 0, columns: 0 },
    rightToLeft: false,
    protected: false,
  };
  private frozen = false;
  private standardWidth = false;
  /** Where strings of the book's table went in the snapshot's. */
  private readonly texts = new Map<number, number>();
  private formulas: ReadonlyMap<number, FormulaText> | null = null;

  constructor(
    private readonly book: SheetSurroundings,
    private readonly sheet: BoundSheet,
  ) {
    this.builder = new SnapshotBuilder({ name: sheet.name, hidden: sheet.state !== 'visible' }, book);
  }

  read(withMerges = true): SheetSnapshot {
    for (const cursor of sheetRecords(this.book.stream, this.sheet.position)) {
      if (isSingleCell(cursor.type) || isMultipleCell(cursor.type)) this.cells(cursor);
      else this.other(cursor);
    }
    const { columnLooks, look } = this;
    columnLooks.sort((a, b) => a.first - b.first);
    return this.builder.finish({ merges: withMerges ? this.merges : [], columnLooks, sheetLook: look });
  }

  private cells(cursor: RecordCursor): void {
    const row = cursor.u16(0);
    const { first, last } = cellSpan(cursor);
    if (last >= MAX_XLS_COLUMNS) return;
    for (let column = first; column <= last; column++) {
      this.cell(cursor, row, column, styleOf(formatOfCell(cursor, column)));
    }
  }

  private cell(cursor: RecordCursor, row: number, column: number, style: number): void {
    const { builder } = this;
    switch (cursor.type) {
      case RECORD.FORMULA:
        this.formula(cursor, row, column, style);
        return;
      case RECORD.LABEL_SHARED:
        builder.addText(row, column, style, this.sharedText(cursor.u32(6)));
        return;
      case RECORD.BOOLEAN_OR_ERROR:
        if (cursor.u8(7) === 0) builder.addBoolean(row, column, style, cursor.u8(6) !== 0);
        else builder.addError(row, column, style, errorText(cursor.u8(6)));
        return;
      default: {
        const value = readCellValue(cursor, column, () => '');
        if (typeof value === 'number') builder.addNumber(row, column, style, value);
        else if (typeof value === 'string') builder.addText(row, column, style, builder.texts.add(value));
        else builder.addBlank(row, column, style);
      }
    }
  }

  private formula(cursor: RecordCursor, row: number, column: number, style: number): void {
    const { builder } = this;
    if (cursor.u16(12) !== 0xffff) {
      builder.addNumber(row, column, style, cursor.view.getFloat64(cursor.data + 6, true));
    } else if (cursor.u8(6) === 1) builder.addBoolean(row, column, style, cursor.u8(8) !== 0);
    else if (cursor.u8(6) === 2) builder.addError(row, column, style, errorText(cursor.u8(8)));
    else builder.addText(row, column, style, builder.texts.add(cursor.u8(6) === 0 ? this.resultText(cursor) : ''));
    this.formulas ??= this.book.formulas();
    builder.addFormula(this.formulas.get(cellKey(row, column))?.text ?? '');
  }

  /** A formula's text stands in a STRING record behind it, perhaps after a shared formula's own record. */
  private resultText({ end }: RecordCursor): string {
    const { stream } = this.book;
    let next = recordAt(stream, end);
    const between: readonly number[] = [RECORD.SHARED_FORMULA, RECORD.ARRAY, RECORD.TABLE];
    if (between.includes(next.type)) next = recordAt(stream, next.end);
    return next.type === RECORD.STRING ? stringAt(stream, next.start, next.data) : '';
  }

  private sharedText(index: number): number {
    const { stream, strings } = this.book;
    const known = this.texts.get(index);
    if (known !== undefined) return known;
    const place = this.builder.texts.add(strings ? sharedText(stream, strings, index) : '');
    this.texts.set(index, place);
    return place;
  }

  private other(cursor: RecordCursor): void {
    const { look } = this;
    switch (cursor.type) {
      case RECORD.ROW:
        this.row(cursor);
        return;
      case RECORD.COLUMN_INFO:
        this.column(cursor);
        return;
      case RECORD.MERGED_CELLS:
        readMerges(cursor, this.merges);
        return;
      case RECORD.DEFAULT_COLUMN_WIDTH:
        if (!this.standardWidth) look.defaultColumnWidth = defaultColumnWidth(cursor.u16(0));
        return;
      case RECORD.STANDARD_WIDTH:
        this.standardWidth = true;
        look.defaultColumnWidth = cursor.u16(0) / 256;
        return;
      case RECORD.DEFAULT_ROW_HEIGHT:
        look.defaultRowHeight = cursor.u16(2) / TWIPS;
        return;
      case RECORD.PROTECT:
        look.protected = cursor.u16(0) !== 0;
        return;
      case RECORD.WINDOW_2:
        this.frozen = (cursor.u16(0) & 0x08) !== 0;
        look.rightToLeft = (cursor.u16(0) & 0x40) !== 0;
        return;
      case RECORD.PANE:
        if (this.frozen) look.freeze = { rows: cursor.u16(2), columns: cursor.u16(0) };
    }
  }

  private row(cursor: RecordCursor): void {
    const flags = cursor.u16(12);
    const style = flags & ROW_FORMATTED ? styleOf(cursor.u16(14) & 0x0fff) : 0;
    this.builder.addRow(cursor.u16(0), (cursor.u16(6) & 0x7fff) / TWIPS, (flags & ROW_HIDDEN) !== 0, style);
  }

  private column(cursor: RecordCursor): void {
    const { format, ...column } = readColumn(cursor);
    if (column.first <= column.last) this.columnLooks.push({ ...column, style: styleOf(format) });
  }
}
