import type { CellRange } from '../../lib/model/address';
import type { CellStyles } from './cell-styles';
import { CellView } from './cell-view';
import type { SheetGeometry } from './sheet-geometry';
import type { SheetMarks } from './sheet-source';

export interface ColumnWindow {
  frozen: number;
  first: number;
  last: number;
}

/** Which cells of a row are drawn: those in the window, and merges that begin left of it and reach in. */
export function rowCells(geometry: SheetGeometry, row: number, window: ColumnWindow, onlyMerges: boolean): CellRange[] {
  const merges = geometry.merges.touching(row, row);
  const cells = merges.filter(
    merge =>
      merge.top === row && (merge.left < window.frozen || (merge.right >= window.first && merge.left <= window.last)),
  );
  if (onlyMerges) return cells;
  const covered = (column: number): boolean => merges.some(merge => column >= merge.left && column <= merge.right);
  const add = (column: number): void => {
    if (geometry.columns.size(column) === 0 || covered(column)) return;
    cells.push({ top: row, bottom: row, left: column, right: column });
  };
  for (let column = 0; column < window.frozen; column++) add(column);
  for (let column = Math.max(window.frozen, window.first); column <= window.last; column++) add(column);
  return cells.sort((a, b) => a.left - b.left);
}

/** One drawn row with its header and its cells, reused for another row when it scrolls out of sight. */
export class RowView {
  readonly element = document.createElement('div');
  private readonly lead = document.createElement('div');
  private readonly header = document.createElement('div');
  private readonly views: CellView[] = [];
  private drawn: CellRange[] = [];

  constructor() {
    this.element.className = 'sheet-row';
    this.element.setAttribute('role', 'row');
    this.lead.className = 'sheet-lead';
    this.lead.setAttribute('role', 'presentation');
    this.header.className = 'sheet-row-header';
    this.header.setAttribute('role', 'rowheader');
    this.lead.append(this.header);
    this.element.append(this.lead);
  }

  draw(
    geometry: SheetGeometry,
    styles: CellStyles,
    row: number,
    window: ColumnWindow,
    onlyMerges: boolean,
    marks: SheetMarks,
  ): void {
    const height = geometry.rows.size(row);
    const headerWidth = geometry.rowHeaderWidth;
    this.element.setAttribute('aria-rowindex', String(row + 1));
    this.element.style.height = `${height}px`;
    this.element.style.width = `${headerWidth + geometry.columns.total}px`;
    this.lead.style.width = `${headerWidth + geometry.columns.offset(window.frozen)}px`;
    // The line beside it is the first column's left border.
    this.header.style.width = `${headerWidth - 1}px`;
    this.header.textContent = onlyMerges ? '' : String(row + 1);
    this.header.style.visibility = onlyMerges ? 'hidden' : '';

    const cells = rowCells(geometry, row, window, onlyMerges);
    this.drawn = cells;
    // Cells stand in the flow, each after the one before it: the frozen ones in the lead, the others beside it.
    const lead = { last: this.header, end: headerWidth - 1 };
    const rest = { last: this.lead, end: headerWidth + geometry.columns.offset(window.frozen) };
    for (const [index, range] of cells.entries()) {
      this.views[index] ??= new CellView();
      const view = this.views[index];
      const part = range.left < window.frozen ? lead : rest;
      if (part.last.nextSibling !== view.element) part.last.after(view.element);
      part.last = view.element;
      const left = headerWidth + geometry.columns.offset(range.left);
      const gap = left - part.end;
      part.end = left + geometry.columns.span(range.left, range.right);
      view.draw(geometry, styles, range, gap, marks.cell(row, range.left));
    }
    for (const view of this.views.slice(cells.length)) view.element.remove();
  }

  each(visit: (column: number, cell: CellView) => void): void {
    for (let index = 0; index < this.drawn.length; index++) visit(this.drawn[index]!.left, this.views[index]!);
  }

  place(top: number): void {
    this.element.style.top = `${top}px`;
  }
}
