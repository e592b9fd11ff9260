import { cellRecord, newRow, sliceMultiple, widenedRow, withResult } from './cell-records';
import { formatOfMissingCell, type RowBlock, type TablePlan } from './plan-table';
import { cellSpan, concatBytes, isCellAttachment, isMultipleCell, isSingleCell, RECORD, RecordCursor } from './records';
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
  private readonly newColumns: Map<number, { first: number; last: number }>;

  constructor(
    private readonly stream: Uint8Array,
    private readonly map: SheetMap,
    private readonly change: SheetChange,
    private readonly plan: TablePlan,
  ) {
    this.copyFrom = map.table.start;
    this.newColumns = columnsByRow(plan);
  }

  write(): WrittenTable {
    const { blocks } = this.plan;
    const cursor = new RecordCursor(this.stream, this.map.table.start);
    let next = 0;
    let block: RowBlock | null = null;
    let rowsLeft: number[] = [];
    let cellsLeft: number[] = [];
    let skipString = false;
    let stringAfter: Uint8Array | null = null;
    const closeBlock = (at: number): void => {
      this.insertRows(at, rowsLeft.splice(0));
      this.insertCells(at, cellsLeft.splice(0));
      block = null;
    };

    while (cursor.end < this.map.table.end && cursor.next()) {
      const { type, start, end } = cursor;
      if (stringAfter && !isCellAttachment(type)) {
        this.insert(start, stringAfter);
        stringAfter = null;
      }
      if (type === RECORD.STRING && skipString) {
        this.replace(start, end, new Uint8Array(0));
        continue;
      }
      if (type === RECORD.CONTINUE && skipString && this.copyFrom === start) {
        this.replace(start, end, new Uint8Array(0));
        continue;
      }
      if (isCellAttachment(type)) continue;
      skipString = false;
      if (block && start >= blocks[next - 1]!.end) closeBlock(start);
      if (next < blocks.length && start === blocks[next]!.start) {
        this.insertNewBlocks(start, next);
        block = blocks[next++]!;
        rowsLeft = [...block.newRows];
        cellsLeft = [...block.newCells];
      }
      if (type === RECORD.DB_CELL) {
        this.dbCell(cursor);
      } else if (type === RECORD.ROW) {
        const row = cursor.u16(0);
        while (rowsLeft.length > 0 && rowsLeft[0]! < row) this.insertRows(start, [rowsLeft.shift()!]);
        this.row(cursor, row);
      } else if (isSingleCell(type) || isMultipleCell(type)) {
        this.insertRows(start, rowsLeft.splice(0));
        const { first } = cellSpan(cursor);
        const key = cellKey(cursor.u16(0), first);
        let count = 0;
        while (count < cellsLeft.length && cellsLeft[count]! < key) count++;
        if (count > 0) this.insertCells(start, cellsLeft.splice(0, count));
        const result = type === RECORD.FORMULA ? this.change.results.get(key) : undefined;
        this.group.cell(cursor.u16(0), this.positionOf(start));
        if (result) {
          const written = withResult(this.stream.subarray(start, end), result);
          this.replace(start, end, written.formula);
          stringAfter = written.string;
          skipString = true;
        } else this.cells(cursor);
      }
    }
    const { end } = this.map.table;
    if (stringAfter) this.insert(end, stringAfter);
    closeBlock(end);
    this.insertNewBlocks(end, blocks.length);
    this.copyUpTo(end);
    return { bytes: concatBytes(this.pieces), dbCells: this.dbCells };
  }

  private row(cursor: RecordCursor, row: number): void {
    const columns = this.newColumns.get(row) ?? null;
    const height = this.change.heights.get(row) ?? null;
    const position = this.positionOf(cursor.start);
    if (columns || height !== null) {
      const record = this.stream.subarray(cursor.start, cursor.end);
      this.replace(cursor.start, cursor.end, widenedRow(record, columns, height));
    }
    this.group.row(position, position + cursor.end - cursor.start);
  }

  private cells(cursor: RecordCursor): void {
    const { values } = this.change;
    const row = cursor.u16(0);
    const { first, last } = cellSpan(cursor);
    const pieces: Uint8Array[] = [];
    const record = this.stream.subarray(cursor.start, cursor.end);
    let kept = first;
    const keepUpTo = (column: number): void => {
      if (column > kept) pieces.push(sliceMultiple(record, kept - first, column - kept));
    };
    for (let column = first; column <= last; column++) {
      const value = values.get(cellKey(row, column));
      if (!value) continue;
      const single = !isMultipleCell(cursor.type);
      const entry = cursor.type === RECORD.MULTIPLE_RK ? 6 : 2;
      const format = cursor.u16(single ? 4 : 4 + (column - first) * entry);
      if (!single) keepUpTo(column);
      pieces.push(cellRecord(row, column, format, value));
      kept = column + 1;
    }
    if (pieces.length === 0) return;
    if (isMultipleCell(cursor.type)) keepUpTo(last + 1);
    this.replace(cursor.start, cursor.end, concatBytes(pieces));
  }

  private insertRows(at: number, rows: readonly number[]): void {
    for (const row of rows) {
      const position = this.positionOf(at);
      const record = widenedRow(
        newRow(row, this.map.defaultRowHeight),
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
