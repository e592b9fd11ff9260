import { MAX_ROWS } from '../../model/address';
import { AppError } from '../../model/app-error';
import { lastOf } from '../../model/last';
import type { RowName, RowOperation } from './row-changes';

/** A new row: where it stands, which of the file's rows it looks like, and the columns where it shares that one's cell. 0-based. */
export interface InsertedRow {
  id: string;
  row: number;
  like: number;
  shares: readonly number[];
}

/** Old rows that stand one below the other before and after. `shift` is null where they were removed. */
export interface RowRun {
  top: number;
  bottom: number;
  shift: number | null;
  moved: boolean;
}

/** More than any table needs at once; every one costs a walk over the rows above it. */
const MAX_OPERATIONS = 5_000;

/**
 * The order of a sheet's rows after all operations. Rows are 0-based; `old` ones are those of the file. Below the last
 * row that an operation names, all rows shift by one and the same distance.
 */
export class RowPlan {
  readonly inserted: readonly InsertedRow[];
  /** The last old row for which `newRow` is not simply `row + tailShift`. */
  readonly lastNamed: number;
  readonly tailShift: number;
  private readonly places: Int32Array;
  private readonly moved: ReadonlySet<number>;
  /** By new row: an old row (≥ 0), or -1 - the index of an inserted one. */
  private readonly order: readonly number[];
  private readonly insertedRows: ReadonlyMap<number, InsertedRow>;
  /** All old rows, from the first to the last a sheet can have. */
  private readonly runs: readonly RowRun[];

  constructor(operations: readonly RowOperation[]) {
    const sequence = new RowSequence(operations);
    this.moved = sequence.moved;
    this.order = sequence.items.filter(item => !sequence.removed.has(item));
    this.lastNamed = sequence.lastNamed;
    this.tailShift = this.order.length - (this.lastNamed + 1);
    this.places = new Int32Array(this.lastNamed + 1).fill(-1);
    const inserted: InsertedRow[] = [];
    this.order.forEach((item, row) => {
      if (item >= 0) this.places[item] = row;
      else inserted.push({ ...sequence.added[-1 - item]!, row });
    });
    this.inserted = inserted;
    this.insertedRows = new Map(inserted.map(row => [row.row, row]));
    this.runs = this.findRuns();
  }

  get isEmpty(): boolean {
    return this.tailShift === 0 && this.order.every((item, row) => item === row);
  }

  /** null where it was removed. */
  newRow(old: number): number | null {
    if (old > this.lastNamed) return old + this.tailShift;
    const place = this.places[old]!;
    return place < 0 ? null : place;
  }

  isMoved(old: number): boolean {
    return this.moved.has(old);
  }

  /** The old row that now stands here; null for an inserted one. */
  oldRow(row: number): number | null {
    const item = row < this.order.length ? this.order[row]! : row - this.tailShift;
    return item < 0 ? null : item;
  }

  insertedAt(row: number): InsertedRow | null {
    return this.insertedRows.get(row) ?? null;
  }

  /** The same distance for all old rows from `top` to `bottom`; null where they do not stay together as they were. */
  shiftOf(top: number, bottom: number): number | null {
    const run = this.runs[this.runIndex(top)]!;
    return bottom <= run.bottom ? run.shift : null;
  }

  /** The runs that have rows from `top` to `bottom`, cut to these. */
  runsOf(top: number, bottom: number): RowRun[] {
    const found: RowRun[] = [];
    for (let index = this.runIndex(top); index < this.runs.length && this.runs[index]!.top <= bottom; index++) {
      const run = this.runs[index]!;
      found.push({ ...run, top: Math.max(run.top, top), bottom: Math.min(run.bottom, bottom) });
    }
    return found;
  }

  /** Where the row now stands; where it was removed, the next one below that stayed. */
  nearest(old: number): number {
    return this.newRow(old) ?? this.firstStayed(old);
  }

  /** Where the first old row from here on that was neither removed nor moved now stands. */
  firstStayed(old: number): number {
    for (let row = old; row <= this.lastNamed; row++) {
      const place = this.newRow(row);
      if (place !== null && !this.isMoved(row)) return place;
    }
    return Math.max(old, this.lastNamed + 1) + this.tailShift;
  }

  private findRuns(): RowRun[] {
    const runs: RowRun[] = [];
    for (let row = 0; row <= this.lastNamed + 1; row++) {
      const place = this.newRow(row);
      const shift = place === null ? null : place - row;
      const moved = this.isMoved(row);
      const last = lastOf(runs);
      if (last && last.shift === shift && last.moved === moved) last.bottom = row;
      else runs.push({ top: row, bottom: row, shift, moved });
    }
    lastOf(runs)!.bottom = MAX_ROWS - 1;
    return runs;
  }

  private runIndex(row: number): number {
    let low = 0;
    let high = this.runs.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.runs[middle]!.bottom < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The rows while operations are made. A removed row stays in the sequence and marks its place. */
class RowSequence {
  readonly items: number[];
  readonly removed = new Set<number>();
  readonly moved = new Set<number>();
  readonly added: Omit<InsertedRow, 'row'>[] = [];
  readonly lastNamed: number;
  private readonly ids = new Map<string, number>();

  constructor(operations: readonly RowOperation[]) {
    if (operations.length > MAX_OPERATIONS) {
      throw new AppError('too-many-row-changes', { count: operations.length, limit: MAX_OPERATIONS });
    }
    this.lastNamed = operations.flatMap(namedRows).reduce((last, row) => Math.max(last, row), 0);
    this.items = Array.from({ length: this.lastNamed + 1 }, (_, row) => row);
    for (const operation of operations) this.make(operation);
  }

  private make(operation: RowOperation): void {
    if (operation.kind === 'insert') {
      const { id, like, after, shares = [] } = operation;
      if (this.ids.has(id)) throw new AppError('no-such-row', { row: id });
      this.items.splice(this.placeBelow(after), 0, -1 - this.added.length);
      this.ids.set(id, -1 - this.added.length);
      this.added.push({ id, like: checkedRow(like) - 1, shares });
      return;
    }
    const item = this.item(operation.row);
    if (operation.kind === 'remove') {
      this.removed.add(item);
      return;
    }
    if (operation.after === operation.row) return;
    this.items.splice(this.items.indexOf(item), 1);
    this.items.splice(this.placeBelow(operation.after), 0, item);
    if (item >= 0) this.moved.add(item);
  }

  private placeBelow(after: RowName): number {
    return after === 0 ? 0 : this.items.indexOf(this.item(after, true)) + 1;
  }

  private item(name: RowName, orRemoved = false): number {
    const item = typeof name === 'string' ? this.ids.get(name) : checkedRow(name) - 1;
    if (item === undefined || (this.removed.has(item) && !orRemoved)) throw new AppError('no-such-row', { row: name });
    return item;
  }
}

/** 0-based. The row below each is named too: what stands there must know that it does. */
function namedRows(operation: RowOperation): number[] {
  const names: RowName[] =
    operation.kind === 'insert'
      ? [operation.after, operation.like]
      : operation.kind === 'remove'
        ? [operation.row]
        : [operation.row, operation.after];
  return names.filter(name => typeof name === 'number').map(row => (row === 0 ? 0 : checkedRow(row)));
}

function checkedRow(row: number): number {
  if (!Number.isInteger(row) || row < 1 || row >= MAX_ROWS) throw new AppError('no-such-row', { row });
  return row;
}
