import { concatBytes } from '../concat-bytes';
import { cellRecord, newRow, sliceMultiple, widenedRow, withResult } from './cell-records';
import { formatOfMissingCell, type TablePlan } from './plan-table';
import { formatOfCell } from './read-cell-value';
import { cellSpan, isCellAttachment, isMultipleCell, isSingleCell, RECORD, RecordCursor } from './records';
import { RowGroup } from './row-group';
import type { SheetMap } from './scan-sheet';
import { cellKey, columnOfKey, rowOfKey, type SheetChange } from './sheet-change';

export interface WrittenTable {
  bytes: Uint8Array;
  /** Where each DBCELL stands, counted from the table's beginning. */
  dbCells: number[];
}

/** The sheet's ROW, cell and DBCELL records with the change applied; everything else is copied as it stands. */
export function writeTable(stream: Uint8Array, map: SheetMap, change: SheetChange, plan: TablePlan): WrittenTable {
  return new TableWriter(stream, map, change, plan).write();
}

class TableWriter {
  private readonly pieces: Uint8Array[] = [];
  private length = 0;
  /** Records from here up to the current one are to be copied unchanged. */
  private copyFrom: number;
  private readonly dbCells: number[] = [];
  private group = new RowGroup();
  private readonly changedRows: ReadonlySet<number>;
  private readonly newColumns: Map<number, { first: number; last: number }>;
  private nextBlock = 0;
  private blockEnd = Number.POSITIVE_INFINITY;
  /** What of the current block is still to be inserted. */
  private rowsLeft: number[] = [];
  private cellsLeft: number[] = [];
  /** The text of a formula's new result, to stand behind the formula's other records; null outside such a formula. */
  private resultText: Uint8Array | null = null;

  constructor(
    private readonly stream: Uint8Array,
    private readonly map: SheetMap,
    private readonly change: SheetChange,
    private readonly plan: TablePlan,
  ) {
    this.copyFrom = map.table.start;
    this.changedRows = new Set([...change.values.keys()].map(rowOfKey));
    this.newColumns = columnsByRow(plan);
  }

  write(): WrittenTable {
    const { start, end } = this.map.table;
    const cursor = new RecordCursor(this.stream, start);
    while (cursor.end < end && cursor.next()) {
      if (isCellAttachment(cursor.type)) {
        this.attachment(cursor);
        continue;
      }
      this.closeFormula(cursor.start);
      if (cursor.start >= this.blockEnd) this.closeBlock(cursor.start);
      this.openBlock(cursor.start);
      if (cursor.type === RECORD.ROW) this.row(cursor);
      else if (cursor.type === RECORD.DB_CELL) this.dbCell(cursor);
      else if (isSingleCell(cursor.type) || isMultipleCell(cursor.type)) this.cell(cursor);
    }
    this.closeFormula(end);
    this.closeBlock(end);
    this.insertNewBlocks(end, this.plan.blocks.length);
    this.copyUpTo(end);
    return { bytes: concatBytes(this.pieces), dbCells: this.dbCells };
  }

  private openBlock(at: number): void {
    const block = this.plan.blocks[this.nextBlock];
    if (block?.start !== at) return;
    this.insertNewBlocks(at, this.nextBlock++);
    this.blockEnd = block.end;
    this.rowsLeft = [...block.newRows];
    this.cellsLeft = [...block.newCells];
  }

  private closeBlock(at: number): void {
    this.insertRows(at, this.rowsLeft.splice(0));
    this.insertCells(at, this.cellsLeft.splice(0));
    this.blockEnd = Number.POSITIVE_INFINITY;
  }

  /** The old text of a formula that gets a new result goes; its shared formula and so on stay. */
  private attachment({ type, start, end }: RecordCursor): void {
    const followsDropped = type === RECORD.CONTINUE && this.copyFrom === start;
    if (this.resultText && (type === RECORD.STRING || followsDropped)) this.replace(start, end, new Uint8Array(0));
  }

  private closeFormula(at: number): void {
    if (this.resultText) this.insert(at, this.resultText);
    this.resultText = null;
  }

  private cell(cursor: RecordCursor): void {
    const { start, end } = cursor;
    const row = cursor.u16(0);
    const key = cellKey(row, cursor.u16(2));
    if (this.rowsLeft.length > 0) this.insertRows(start, this.rowsLeft.splice(0));
    if (this.cellsLeft.length > 0) this.insertCells(start, takeBelow(this.cellsLeft, key));
    this.group.cell(row, this.positionOf(start));
    const result = cursor.type === RECORD.FORMULA ? this.change.results.get(key) : undefined;
    if (result) {
      const written = withResult(this.stream.subarray(start, end), result);
      this.replace(start, end, written.formula);
      this.resultText = written.string;
    } else if (this.changedRows.has(row)) this.fillCells(cursor);
  }

  private row(cursor: RecordCursor): void {
    const row = cursor.u16(0);
    if (this.rowsLeft.length > 0) this.insertRows(cursor.start, takeBelow(this.rowsLeft, row));
    const columns = this.newColumns.get(row) ?? null;
    const height = this.change.heights.get(row) ?? null;
    const position = this.positionOf(cursor.start);
    if (columns || height !== null) {
      const record = this.stream.subarray(cursor.start, cursor.end);
      this.replace(cursor.start, cursor.end, widenedRow(record, columns, height));
    }
    this.group.row(position, position + cursor.end - cursor.start);
  }

  private fillCells(cursor: RecordCursor): void {
    const row = cursor.u16(0);
    const multiple = isMultipleCell(cursor.type);
    const { first, last } = cellSpan(cursor);
    const record = this.stream.subarray(cursor.start, cursor.end);
    const pieces: Uint8Array[] = [];
    let kept = first;
    const keepUpTo = (column: number): void => {
      if (column > kept) pieces.push(sliceMultiple(record, kept - first, column - kept));
    };
    for (let column = first; column <= last; column++) {
      const value = this.change.values.get(cellKey(row, column));
      if (!value) continue;
      if (multiple) keepUpTo(column);
      pieces.push(cellRecord(row, column, formatOfCell(cursor, column), value));
      kept = column + 1;
    }
    if (pieces.length === 0) return;
    if (multiple) keepUpTo(last + 1);
    this.replace(cursor.start, cursor.end, concatBytes(pieces));
  }

  private insertRows(at: number, rows: readonly number[]): void {
    for (const row of rows) {
      const position = this.positionOf(at);
      const record = widenedRow(
        newRow(row, this.map.defaultRowHeight, this.map.otherRowsHidden),
        this.newColumns.get(row) ?? null,
        this.change.heights.get(row) ?? null,
      );
      this.insert(at, record);
      this.group.row(position, position + record.length);
      this.group.touched = true;
    }
  }

  private insertCells(at: number, keys: readonly number[]): void {
    for (const key of keys) {
      const [row, column] = [rowOfKey(key), columnOfKey(key)];
      const format = formatOfMissingCell(this.map, this.plan, row, column);
      this.group.cell(row, this.positionOf(at));
      this.insert(at, cellRecord(row, column, format, this.change.values.get(key)!));
    }
  }

  private insertNewBlocks(at: number, index: number): void {
    for (const block of this.plan.newBlocks.get(index) ?? []) {
      this.insertRows(at, block.newRows);
      this.insertCells(at, block.newCells);
      if (this.plan.hasDbCells || this.map.index !== null) this.insert(at, this.closeGroup(at));
    }
  }

  private dbCell(cursor: RecordCursor): void {
    const touched = this.group.touched;
    const record = this.closeGroup(cursor.start);
    if (touched) this.replace(cursor.start, cursor.end, record);
  }

  private closeGroup(at: number): Uint8Array {
    const position = this.positionOf(at);
    this.dbCells.push(position);
    const record = this.group.dbCell(position);
    this.group = new RowGroup();
    return record;
  }

  /** Where a record at this old offset comes to stand, everything before it being written. */
  private positionOf(offset: number): number {
    return this.length + offset - this.copyFrom;
  }

  private insert(at: number, bytes: Uint8Array): void {
    this.replace(at, at, bytes);
  }

  private replace(start: number, end: number, bytes: Uint8Array): void {
    this.copyUpTo(start);
    this.copyFrom = end;
    this.push(bytes);
    if (bytes.length !== end - start) this.group.touched = true;
  }

  private copyUpTo(offset: number): void {
    this.push(this.stream.subarray(this.copyFrom, offset));
    this.copyFrom = offset;
  }

  private push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.pieces.push(bytes);
    this.length += bytes.length;
  }
}

/** Takes what is below the limit off the front of an ascending list. */
function takeBelow(ascending: number[], limit: number): number[] {
  const end = ascending.findIndex(number => number >= limit);
  return ascending.splice(0, end < 0 ? ascending.length : end);
}

function columnsByRow(plan: TablePlan): Map<number, { first: number; last: number }> {
  const columns = new Map<number, { first: number; last: number }>();
  const blocks = [...plan.blocks];
  for (const added of plan.newBlocks.values()) blocks.push(...added);
  for (const key of blocks.flatMap(block => block.newCells)) {
    const [row, column] = [rowOfKey(key), columnOfKey(key)];
    const known = columns.get(row);
    columns.set(row, {
      first: Math.min(known?.first ?? column, column),
      last: Math.max(known?.last ?? column, column),
    });
  }
  return columns;
}
