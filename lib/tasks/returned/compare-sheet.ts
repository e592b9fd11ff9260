import { formatAddress } from '../../model/address';
import type { CellValue, GridCell } from '../../model/cells';
import type { OutsideReason } from '../../model/returned-workbook';
import { fitsInCell } from '../../workbook/fill/cell-text';
import { alignBlocks, type ReturnedBlock } from './align-blocks';
import { alignPlainColumns, alignTableColumns, type ColumnMap } from './align-columns';
import { alignRows } from './align-rows';
import { blockRows } from './block-rows';
import type { Comparison } from './comparison';
import type { BaseBlock, BaseSheet, BaseTable } from './merge-base';
import type { MergedGrid } from './merged-grid';
import { foldBlanks, sameCell, writtenValue } from './same-cell';

/** What is known of a returned copy beside its cells. */
export interface ReturnedMarks {
  /** Where the invisible marks of this sheet's rows (0-based) stand now. */
  rows: ReadonlyMap<number, number>;
  /** Whether the copy was handed out for filling in this row; all rows where nothing says otherwise. */
  isOwn(row: number): boolean;
}

interface TablePair {
  table: BaseTable;
  columns: ColumnMap;
  pairs: ReadonlyMap<number, ReturnedBlock>;
  strange: ReadonlyMap<number, BaseBlock | null>;
}

/** All differences between one sheet as handed out and as returned. `open`: every cell may be filled in. */
export class SheetComparison {
  private readonly base: MergedGrid;
  private readonly pairedRows = new Map<number, number>();
  private readonly result: Comparison = { changes: [], outside: [], found: 0, expected: 0 };

  constructor(
    private readonly sheet: BaseSheet,
    private readonly returned: MergedGrid,
    private readonly marks: ReturnedMarks,
    private readonly open: boolean,
  ) {
    this.base = sheet.grid;
  }

  run(): Comparison {
    const tables = this.pairTables();
    const columns = this.sheetColumns(tables);
    const mapped = new Set(columns.values());
    for (const pair of tables) this.compareBlocks(pair, mapped);
    this.compareOtherRows(tables, columns, mapped);
    return this.result;
  }

  private pairTables(): TablePair[] {
    const taken = new Set<number>();
    return this.sheet.tables.flatMap(table => {
      this.result.expected += table.blocks.length;
      const all = [...table.fixedColumns, ...table.answerColumns].sort((a, b) => a - b);
      const found = alignTableColumns(this.base, this.returned, all, table.headerRows, taken);
      if (!found) return [];
      taken.add(found.headerRow);
      table.headerRows.forEach((row, level) => {
        const here = found.headerRow + row - table.headerRows[0]!;
        if (level === 0 || here < this.returned.grid.rowCount) this.pairedRows.set(row, here);
      });
      const { pairs, strange } = alignBlocks(table, this.base, this.returned, found.columns, this.marks.rows);
      this.result.found += pairs.size;
      const strangeRows = new Map(strange.map(({ block, like }) => [block.top, like]));
      return [{ table, columns: found.columns, pairs, strange: strangeRows }];
    });
  }

  /** For rows across the whole sheet: the tables' columns, and beside them those at the same distance. */
  private sheetColumns(tables: readonly TablePair[]): ColumnMap {
    if (tables.length === 0) return alignPlainColumns(this.base, this.returned);
    const known = new Map(tables.flatMap(({ columns }) => [...columns]));
    const all = new Map<number, number>();
    const used = new Set(known.values());
    let shift = 0;
    for (let column = 0; column < this.base.grid.columnCount; column++) {
      const here = known.get(column);
      if (here !== undefined) shift = here - column;
      const at = here ?? column + shift;
      if (here === undefined && used.has(at)) continue;
      all.set(column, at);
      used.add(at);
    }
    return all;
  }

  private compareBlocks({ table, columns, pairs, strange }: TablePair, mapped: ReadonlySet<number>): void {
    const tops = new Set([...[...pairs.values()].map(block => block.top), ...strange.keys()]);
    for (const [index, block] of table.blocks.entries()) {
      const place = pairs.get(index);
      if (!place) {
        const maybe = [...strange.values()].includes(block);
        const address = formatAddress({ row: block.top, column: block.identityColumn });
        const text = this.base.cell(block.top, block.identityColumn)?.value ?? null;
        if (!maybe) this.addOutside(address, text, null, 'row-missing');
        continue;
      }
      const rows = blockRows(block, place, tops, table, columns, this.base, this.returned);
      for (const [row, here] of rows.pairs) this.pairedRows.set(row, here);
      for (const row of rows.missing) {
        const column = table.answerColumns.find(candidate => this.base.cell(row, candidate)) ?? block.identityColumn;
        this.addOutside(
          formatAddress({ row, column }),
          this.base.grid.cell(row, column)?.value ?? null,
          null,
          'row-missing',
        );
      }
      for (const row of rows.extra) this.addRow(row, rows.split ? 'row-split' : 'new-row');
      const barred = rows.split ? 'row-split' : this.marks.isOwn(block.top) ? null : 'other-rows';
      for (const [row, here] of rows.pairs) {
        for (const column of table.answerColumns) this.compareAnswer(row, column, here, columns.get(column), barred);
        for (const column of table.fixedColumns) this.comparePrinted(row, column, here, columns.get(column));
        for (const column of this.returned.grid.filledColumns(here)) {
          if (!mapped.has(column)) this.addNew(here, column, 'new-column');
        }
      }
      for (const row of rows.extra) this.seen.add(row);
    }
  }

  private readonly seen = new Set<number>();

  private compareAnswer(
    row: number,
    column: number,
    here: number,
    at: number | undefined,
    barred: OutsideReason | null,
  ): void {
    if (at === undefined) return;
    const after = this.returned.cell(here, at);
    const anchor = this.returned.anchor(here, at);
    if (!this.base.isAnchor(row, column)) {
      // Cells that were one are several now: what stands in the further ones has no cell of its own here.
      const own = anchor.row === here && anchor.column === at;
      const inBlock = this.base.anchor(row, column);
      if (own && after && !sameCell(this.base.grid.cell(inBlock.row, inBlock.column), after)) {
        this.addNew(here, at, 'row-split');
      }
      return;
    }
    const before = this.base.grid.cell(row, column);
    if (anchor.row !== here || anchor.column !== at) {
      // Swallowed by a merge that begins in another cell: what stands there was not said of this one.
      if (before) this.addOutside(formatAddress({ row, column }), before.value, null, 'row-split');
      return;
    }
    if (sameCell(before, after) || isStillComputed(before, after)) return;
    const isComputed = before?.formula !== undefined;
    const reason = barred ?? (isComputed ? 'formula' : after?.kind === 'error' ? 'error' : null);
    this.addChange(row, column, before, after, reason);
  }

  private comparePrinted(row: number, column: number, here: number, at: number | undefined): void {
    if (at === undefined || !this.base.isAnchor(row, column)) return;
    const before = this.base.grid.cell(row, column);
    const after = this.returned.cell(here, at);
    if (sameCell(before, after) || isStillComputed(before, after)) return;
    this.addChange(row, column, before, after, 'printed');
  }

  private compareOtherRows(tables: readonly TablePair[], columns: ColumnMap, mapped: ReadonlySet<number>): void {
    const ours = new Set(
      this.sheet.tables.flatMap(({ blocks }) => blocks.flatMap(({ top, bottom }) => rowsFrom(top, bottom))),
    );
    const isFilled = (grid: MergedGrid, row: number) => grid.grid.filledColumns(row).length > 0;
    const headers = new Set(this.pairedRows.keys());
    const theirs = new Set([...this.pairedRows.values(), ...this.seen]);
    const baseRows = rowsFrom(0, this.base.grid.rowCount - 1).filter(
      row => !ours.has(row) && !headers.has(row) && isFilled(this.base, row),
    );
    const returnedRows = rowsFrom(0, this.returned.grid.rowCount - 1).filter(
      row => !theirs.has(row) && isFilled(this.returned, row),
    );
    const strange = new Map(tables.flatMap(table => [...table.strange]));
    const pairs = alignRows(this.base, this.returned, baseRows, returnedRows, this.pairedRows);
    const paired = new Set(pairs.values());
    const headerPairs = [...this.pairedRows].filter(([row]) => !ours.has(row));
    const blank = this.blankPairs(returnedRows, paired, pairs, ours);
    for (const [row, here] of [...headerPairs, ...pairs, ...blank]) this.compareRow(row, here, columns, mapped);
    const blankRows = new Set(blank.values());
    for (const row of returnedRows) {
      if (paired.has(row) || blankRows.has(row)) continue;
      this.addRow(row, strange.get(row) ? 'row-unsure' : 'new-row');
    }
    for (const row of baseRows) {
      const [column] = this.base.grid.filledColumns(row);
      if (pairs.has(row) || column === undefined) continue;
      const text = this.base.grid.cell(row, column)?.value ?? null;
      this.addOutside(formatAddress({ row, column }), text, null, 'row-missing');
    }
  }

  /** A row that was empty and is filled in now, with nothing inserted above it. */
  private blankPairs(
    rows: readonly number[],
    paired: ReadonlySet<number>,
    pairs: ReadonlyMap<number, number>,
    ours: ReadonlySet<number>,
  ): Map<number, number> {
    const blank = new Map<number, number>();
    const known = [...this.pairedRows, ...pairs].sort(([, a], [, b]) => a - b);
    for (const row of rows) {
      if (paired.has(row)) continue;
      const above = known.filter(([, here]) => here < row);
      const shift = above.length > 0 ? above[above.length - 1]![1] - above[above.length - 1]![0] : 0;
      const below = known.find(([, here]) => here > row);
      const at = row - shift;
      if (below && below[1] - below[0] !== shift) continue;
      if (at >= 0 && !ours.has(at) && this.base.grid.filledColumns(at).length === 0) blank.set(at, row);
    }
    return blank;
  }

  private compareRow(row: number, here: number, columns: ColumnMap, mapped: ReadonlySet<number>): void {
    const last = Math.max(this.base.grid.columnCount, this.returned.grid.columnCount);
    for (let column = 0; column < last; column++) {
      const at =
        columns.get(column) ?? (column >= this.base.grid.columnCount && !mapped.has(column) ? column : undefined);
      if (at === undefined || !this.base.isAnchor(row, column)) continue;
      const before = this.base.grid.cell(row, column);
      const after = this.returned.grid.cell(here, at);
      if (sameCell(before, after) || isStillComputed(before, after)) continue;
      const computed = before?.formula !== undefined ? 'formula' : after?.kind === 'error' ? 'error' : null;
      this.addChange(row, column, before, after, this.open ? computed : 'printed');
    }
    for (const at of this.returned.grid.filledColumns(here)) {
      const isOurs = mapped.has(at) || (at >= this.base.grid.columnCount && !mapped.has(at));
      if (!isOurs) this.addNew(here, at, 'new-column');
    }
  }

  private addRow(row: number, reason: OutsideReason): void {
    for (const column of this.returned.grid.filledColumns(row)) this.addNew(row, column, reason);
  }

  private addNew(row: number, column: number, reason: OutsideReason): void {
    const cell = this.returned.grid.cell(row, column);
    if (!cell || foldBlanks(cell.text) === '') return;
    this.addOutside(formatAddress({ row, column }), null, writtenValue(cell, undefined), reason);
  }

  private addChange(
    row: number,
    column: number,
    before: GridCell | undefined,
    after: GridCell | undefined,
    reason: OutsideReason | null,
  ): void {
    const value = writtenValue(after, before);
    const was = before?.value ?? null;
    // Taken over, such a text would keep the whole workbook from being exported.
    const barred = reason ?? (typeof value === 'string' && !fitsInCell(value) ? 'unwritable' : null);
    if (barred) this.addOutside(formatAddress({ row, column }), was, value, barred);
    else this.result.changes.push({ sheet: this.base.grid.name, row, column, before: was, value });
  }

  private addOutside(cell: string, before: CellValue, value: CellValue, reason: OutsideReason): void {
    this.result.outside.push({ sheet: this.base.grid.name, cell, before, value, reason });
  }
}

/** The result of a formula moves with what it reads; nobody typed it. */
function isStillComputed(before: GridCell | undefined, after: GridCell | undefined): boolean {
  return before?.formula !== undefined && after?.formula !== undefined;
}

function rowsFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
