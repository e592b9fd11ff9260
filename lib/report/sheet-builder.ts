import { STYLES, type StyleName } from '../model/form-styles';
import type { PlannedRow, PlannedValue, SheetPlan } from '../model/sheet-plan';
import { rowSpace } from './page';
import { heightOf } from './row-height';

export type PlannedCell = [value: string | Exclude<PlannedValue, { text: string }>, style: StyleName];

/** Collects rows from top to bottom and decides where pages begin. */
export class SheetBuilder {
  private readonly rows: PlannedRow[] = [];
  private readonly merges: SheetPlan['merges'] = [];
  private readonly pageStarts: number[] = [];
  private readonly scoreLimits: SheetPlan['scoreLimits'][number][] = [];
  private readonly space: number;
  private headerRow = 0;
  private used = 0;

  constructor(
    private readonly name: string,
    private readonly title: string,
    private readonly columnWidths: readonly number[],
  ) {
    this.space = rowSpace(columnWidths);
  }

  get rowCount(): number {
    return this.rows.length;
  }

  /** A row; as high as its tallest text, or higher where `height` says so. */
  add(cells: readonly PlannedCell[], height = 0): number {
    const heights = cells.map(([value, style], column) =>
      typeof value === 'string' ? this.heightIn(value, style, this.columnWidths[column]!) : 0,
    );
    return this.push(cells, Math.max(height, ...heights));
  }

  /** A row merged over all columns. */
  addWide(text: string, style: StyleName, height = 0): number {
    const width = this.columnWidths.reduce((sum, each) => sum + each, 0);
    const cells = this.columnWidths.map((_, column): PlannedCell => [column === 0 ? text : null, style]);
    const row = this.push(cells, Math.max(height, this.heightIn(text, style, width)));
    this.merge(row, 0, row, this.columnWidths.length - 1);
    return row;
  }

  addHeader(headings: readonly string[], style: StyleName, height: number): void {
    this.headerRow = this.add(
      headings.map((heading): PlannedCell => [heading, style]),
      height,
    );
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top < bottom || left < right) this.merges.push({ top, left, bottom, right });
  }

  limitScores(cells: string, limit: string): void {
    this.scoreLimits.push({ cells, limit });
  }

  startPage(): void {
    this.pageStarts.push(this.rows.length);
    this.used = this.rows[this.headerRow]!.height;
  }

  /** Raises the rows from `first` to `last` evenly until the page is full, but none by more than half. */
  fillPage(first: number, last: number): void {
    const rows = this.rows.slice(first, last + 1);
    const lowest = Math.min(...rows.map(row => row.height));
    const raise = Math.floor(Math.min((this.space - this.used) / rows.length, lowest / 2));
    if (raise <= 0) return;
    for (const row of rows) row.height += raise;
    this.used += raise * rows.length;
  }

  /** Rows added by `block` stay on one page where they fit on one. */
  keepTogether(block: () => void): void {
    const first = this.rows.length;
    const before = this.used;
    block();
    const height = this.heightFrom(first);
    if (before + height > this.space) {
      this.pageStarts.push(first);
      this.used = this.rows[this.headerRow]!.height + height;
    }
  }

  /** Puts a text into a column's cells from `first` to the last row, merged, and raises those rows until it fits. */
  fillMerged(first: number, column: number, text: string): void {
    const rows = this.rows.slice(first);
    const cell = rows[0]!.cells[column]!;
    cell.value = { text };
    const missing = this.heightIn(text, cell.style, this.columnWidths[column]!) - this.heightFrom(first);
    const raise = Math.max(0, Math.ceil(missing / rows.length));
    for (const row of rows) row.height += raise;
    this.used += raise * rows.length;
    this.merge(first, column, this.rows.length - 1, column);
  }

  plan(): SheetPlan {
    const { name, title, columnWidths, rows, merges, headerRow, pageStarts, scoreLimits } = this;
    return { name, title, columnWidths, rows, merges, headerRow, pageStarts, scoreLimits };
  }

  private heightIn(text: string, style: StyleName, width: number): number {
    return heightOf(text, width, STYLES[style].font.size);
  }

  private push(cells: readonly PlannedCell[], height: number): number {
    this.rows.push({
      height,
      cells: cells.map(([value, style]) => ({ value: typeof value === 'string' ? { text: value } : value, style })),
    });
    this.used += height;
    return this.rows.length - 1;
  }

  private heightFrom(first: number): number {
    return this.rows.slice(first).reduce((sum, row) => sum + row.height, 0);
  }
}
