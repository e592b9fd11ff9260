import { DEFAULT_FORMAT } from './cell-records';
import { cellSpan, isMultipleCell, isSingleCell, RECORD, RecordCursor } from './records';
import type { SheetMap } from './scan-sheet';
import { cellKey, rowOfKey, type SheetChange } from './sheet-change';

/** Rows in one block of a sheet with DBCELL records: 0–31, 32–63 and so on. */
const BLOCK_ROWS = 32;

/** ROW records and the cells behind them. */
export interface RowBlock {
  start: number;
  end: number;
  firstRow: number;
  lastRow: number;
  /** Rows and cells to insert here, ascending. */
  newRows: number[];
  newCells: number[];
}

export interface TablePlan {
  blocks: RowBlock[];
  /** Blocks to insert as a whole before the block of that number, or behind all. */
  newBlocks: Map<number, RowBlock[]>;
  /** Format of a row that has one of its own. */
  rowFormats: Map<number, number>;
  /** Where the record of a cell that is there already stands; a later one wins, as it does for readers. */
  present: Map<number, number>;
  hasDbCells: boolean;
}

/** fGhostDirty: the row as a whole is formatted. */
const ROW_IS_FORMATTED = 0x80;

/** Finds out which cells are there already, and where those that are missing belong. */
export function planTable(stream: Uint8Array, map: SheetMap, change: SheetChange): TablePlan {
  const missing = new Set(change.values.keys());
  for (const [key, value] of change.values) if (value.kind === 'blank' && !value.isMade) missing.delete(key);
  const rowBlocks = new Map<number, number>();
  const rowFormats = new Map<number, number>();
  const present = new Map<number, number>();
  const wantedRows = new Set([...change.values.keys()].map(rowOfKey));
  for (const row of change.heights.keys()) wantedRows.add(row);

  const blocks: RowBlock[] = [];
  let block: RowBlock | null = null;
  let blockHasCells = false;
  let hasDbCells = false;
  const cursor = new RecordCursor(stream, map.table.start);
  while (cursor.end < map.table.end && cursor.next()) {
    const { type } = cursor;
    const isRow = type === RECORD.ROW;
    const isCell = isSingleCell(type) || isMultipleCell(type);
    if (!isRow && !isCell && type !== RECORD.DB_CELL) continue;
    if (isRow && block && blockHasCells && !hasDbCells) block = null;
    if (!block) {
      block = newBlock(cursor.start);
      blockHasCells = false;
      blocks.push(block);
    }
    block.end = type === RECORD.DB_CELL ? cursor.start : cursor.end;
    if (type === RECORD.DB_CELL) {
      hasDbCells = true;
      block = null;
      continue;
    }
    const row = cursor.u16(0);
    block.firstRow = Math.min(block.firstRow, row);
    block.lastRow = Math.max(block.lastRow, row);
    if (!wantedRows.has(row)) {
      blockHasCells ||= isCell;
      continue;
    }
    if (isRow) {
      if (!rowBlocks.has(row)) rowBlocks.set(row, blocks.length - 1);
      if (cursor.u16(12) & ROW_IS_FORMATTED) rowFormats.set(row, cursor.u16(14) & 0x0fff);
    } else {
      blockHasCells = true;
      const { first, last } = cellSpan(cursor);
      for (let column = first; column <= last; column++) {
        const key = cellKey(row, column);
        missing.delete(key);
        if (change.values.has(key)) present.set(key, cursor.start);
      }
    }
  }
  const plan: TablePlan = { blocks, newBlocks: new Map(), rowFormats, present, hasDbCells };
  place(
    plan,
    [...missing].sort((a, b) => a - b),
    change,
    rowBlocks,
  );
  return plan;
}

/** The format of a cell that is not there yet: its row's, else its column's. */
export function formatOfMissingCell(map: SheetMap, plan: TablePlan, row: number, column: number): number {
  const ofRow = plan.rowFormats.get(row);
  if (ofRow !== undefined) return ofRow;
  return map.columns.find(({ first, last }) => column >= first && column <= last)?.format ?? DEFAULT_FORMAT;
}

function newBlock(start: number): RowBlock {
  return { start, end: start, firstRow: Number.POSITIVE_INFINITY, lastRow: -1, newRows: [], newCells: [] };
}

function place(
  plan: TablePlan,
  missing: readonly number[],
  change: SheetChange,
  rowBlocks: ReadonlyMap<number, number>,
): void {
  const rows = new Set([...missing.map(rowOfKey), ...change.heights.keys()]);
  const homes = new Map<number, RowBlock>();
  for (const row of [...rows].sort((a, b) => a - b)) {
    const known = rowBlocks.get(row);
    const home = known === undefined ? blockFor(plan, row) : plan.blocks[known]!;
    homes.set(row, home);
    if (known === undefined) home.newRows.push(row);
  }
  for (const key of missing) homes.get(rowOfKey(key))!.newCells.push(key);
}

/** The block a row without a ROW record belongs to: an existing one, or one of the new ones. */
function blockFor(plan: TablePlan, row: number): RowBlock {
  const { blocks, hasDbCells } = plan;
  if (!hasDbCells && blocks.length > 0) {
    return lastOf(blocks.filter(block => block.firstRow <= row)) ?? blocks[0]!;
  }
  const number = blockNumber(row);
  const same = blocks.filter(
    block => blockNumber(block.firstRow) <= number && blockNumber(block.lastRow) >= number && block.lastRow >= 0,
  );
  const existing = same.find(block => block.lastRow >= row) ?? lastOf(same);
  if (existing) return existing;
  const next = blocks.findIndex(block => block.firstRow > row);
  const before = next < 0 ? blocks.length : next;
  const siblings = plan.newBlocks.get(before) ?? [];
  plan.newBlocks.set(before, siblings);
  const sibling = siblings.find(block => blockNumber(block.firstRow) === number);
  if (sibling) return sibling;
  const created = { ...newBlock(0), firstRow: row, lastRow: row };
  siblings.push(created);
  return created;
}

const lastOf = <T>(items: readonly T[]): T | undefined => items[items.length - 1];

const blockNumber = (row: number): number => Math.floor(row / BLOCK_ROWS);
