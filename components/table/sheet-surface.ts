import type { CellPosition, CellRange } from '../../lib/model/address';
import { CellStyles } from './cell-styles';
import type { SelectionState } from './cell-view';
import { ColumnHeaderView } from './column-header-view';
import { type ColumnWindow, RowView } from './row-view';
import { type Selection, selectedRange } from './selection';
import { type Box, COLUMN_HEADER_HEIGHT, type SheetGeometry } from './sheet-geometry';
import { NO_MARKS, type SheetMarks } from './sheet-source';
import type { SheetViewport } from './sheet-viewport';

/** Drawn beyond the edges of what can be seen, so that a quick scroll shows no blank strip. */
const OVERSCAN = 240;

/** Two surfaces on one page must not share class names. */
let surfaces = 0;

/**
 * Draws the part of a sheet that can be seen into `scroller`, with plain DOM nodes that are reused: an edit redraws one cell,
 * a scroll only the rows that come into sight, whatever the sheet's size.
 */
export class SheetSurface {
  private readonly content = document.createElement('div');
  private readonly frozen = document.createElement('div');
  private readonly body = document.createElement('div');
  private readonly headers: ColumnHeaderView;
  private readonly rows = new Map<number, { view: RowView; onlyMerges: boolean }>();
  private readonly pool: RowView[] = [];
  private readonly styles: CellStyles;
  private window: ColumnWindow = { frozen: 0, first: 0, last: -1 };
  private frozenRows = 0;
  private marks: SheetMarks = NO_MARKS;
  private selection: Selection | null = null;

  constructor(
    readonly view: SheetViewport,
    readonly geometry: SheetGeometry,
    labels: { grid: string; corner: string },
  ) {
    this.styles = new CellStyles(geometry.zoom, `sheet${++surfaces}-`);
    this.headers = new ColumnHeaderView(labels.corner);
    this.content.className = 'sheet-content';
    this.content.setAttribute('role', 'grid');
    this.content.setAttribute('aria-label', labels.grid);
    this.content.setAttribute('aria-multiselectable', 'true');
    this.content.setAttribute('aria-rowcount', String(geometry.rows.count));
    this.content.setAttribute('aria-colcount', String(geometry.columns.count));
    this.frozen.className = 'sheet-frozen';
    this.frozen.setAttribute('role', 'rowgroup');
    this.body.setAttribute('role', 'rowgroup');
    this.frozen.append(this.headers.element);
    this.content.append(this.frozen, this.body);
    view.scroller.append(this.content);
  }

  /** Reconciles what is drawn with what can be seen. */
  draw(): void {
    const { geometry, view } = this;
    const viewHeight = view.height - COLUMN_HEADER_HEIGHT;
    const viewWidth = view.width - geometry.rowHeaderWidth;
    const frozen = geometry.frozen(viewWidth, viewHeight);
    geometry.measure(0, frozen.rows - 1);
    const frozenHeight = geometry.rows.offset(frozen.rows);
    const { first, last } = this.measuredRows(frozen.rows, frozenHeight, viewHeight);
    const left = view.left + geometry.columns.offset(frozen.columns);
    const window = {
      frozen: frozen.columns,
      first: geometry.columns.indexAt(Math.max(0, left - OVERSCAN)),
      last: geometry.columns.indexAt(view.left + viewWidth + OVERSCAN),
    };
    const changed =
      window.first !== this.window.first || window.last !== this.window.last || window.frozen !== this.window.frozen;
    this.window = window;
    if (changed || this.frozenRows !== frozen.rows)
      this.headers.draw(geometry, window, COLUMN_HEADER_HEIGHT, this.marks);
    this.frozenRows = frozen.rows;
    this.content.style.width = `${geometry.rowHeaderWidth + geometry.columns.total}px`;
    this.content.style.height = `${COLUMN_HEADER_HEIGHT + geometry.rows.total}px`;
    // The line under it belongs to the cells below.
    this.frozen.style.height = `${COLUMN_HEADER_HEIGHT + frozenHeight - 1}px`;
    this.reconcile(this.wantedRows(first, last), changed);
  }

  /**
   * Redraws the rows of these cells only: a text may run over into empty cells of its row. Where a row grew, what spans it is
   * redrawn as well and what lies below is moved.
   */
  refresh(positions: readonly CellPosition[]): void {
    const rows = new Set(positions.map(position => position.row));
    let grew = false;
    for (const position of positions) {
      if (!this.geometry.fitFilled(position)) continue;
      grew = true;
      const { top, bottom } = this.geometry.rangeOf(position);
      rows.add(bottom);
      for (const merge of this.geometry.merges.touching(top, bottom)) rows.add(merge.top);
    }
    for (const row of rows) {
      const drawn = this.rows.get(row);
      if (drawn) this.drawRow(drawn.view, row, drawn.onlyMerges);
    }
    if (grew) this.draw();
    else this.paintSelection();
  }

  redraw(): void {
    for (const [row, { view, onlyMerges }] of this.rows) this.drawRow(view, row, onlyMerges);
    this.draw();
    this.paintSelection();
  }

  mark(marks: SheetMarks): void {
    this.marks = marks;
    this.headers.draw(this.geometry, this.window, COLUMN_HEADER_HEIGHT, marks);
    this.redraw();
  }

  select(selection: Selection | null): void {
    this.selection = selection;
    this.paintSelection();
  }

  /** Scrolls no further than needed to show the cell. */
  reveal(position: CellPosition): void {
    const { geometry, view } = this;
    const range = geometry.rangeOf(position);
    geometry.measure(range.top, Math.min(range.bottom, range.top + 200));
    const box = geometry.box(range);
    const frozen = this.frozenSizes();
    if (range.top >= this.frozenRows) {
      const room = view.height - COLUMN_HEADER_HEIGHT;
      view.scrollTo({ top: nearest(view.top, box.top, box.height, room, frozen.height) });
    }
    if (range.left >= this.window.frozen) {
      const room = view.width - geometry.rowHeaderWidth;
      view.scrollTo({ left: nearest(view.left, box.left, box.width, room, frozen.width) });
    }
    this.draw();
  }

  /** Where a cell stands inside the scroller's own frame right now. */
  boxInView(position: CellPosition): Box {
    const { geometry, view } = this;
    const range = geometry.rangeOf(position);
    const box = geometry.box(range);
    const isFrozenRow = range.top < this.frozenRows;
    const isFrozenColumn = range.left < this.window.frozen;
    return {
      ...box,
      left: geometry.rowHeaderWidth + box.left - (isFrozenColumn ? 0 : view.left),
      top: COLUMN_HEADER_HEIGHT + box.top - (isFrozenRow ? 0 : view.top),
    };
  }

  /** The cell under a point of the scroller's own frame; null on the headers. */
  cellAt(x: number, y: number): CellPosition | null {
    const { geometry, view } = this;
    const inX = x - geometry.rowHeaderWidth;
    const inY = y - COLUMN_HEADER_HEIGHT;
    if (inX < 0 || inY < 0) return null;
    const frozen = this.frozenSizes();
    return geometry.merges.anchor({
      row: geometry.rows.indexAt(inY < frozen.height ? inY : inY + view.top),
      column: geometry.columns.indexAt(inX < frozen.width ? inX : inX + view.left),
    });
  }

  destroy(): void {
    this.content.remove();
    this.styles.remove();
  }

  private frozenSizes(): { width: number; height: number } {
    return {
      width: this.geometry.columns.offset(this.window.frozen),
      height: this.geometry.rows.offset(this.frozenRows),
    };
  }

  /** Rows to draw; measuring may move them, and what stood at the top edge must stay there. */
  private measuredRows(frozenRows: number, frozenHeight: number, viewHeight: number): { first: number; last: number } {
    const { geometry, view } = this;
    for (let round = 0; ; round++) {
      const top = view.top + frozenHeight;
      const first = Math.max(frozenRows, geometry.rows.indexAt(Math.max(0, top - OVERSCAN)));
      const last = geometry.rows.indexAt(view.top + viewHeight + OVERSCAN);
      const held = geometry.rows.indexAt(top);
      const before = geometry.rows.offset(held);
      if (!geometry.measure(first, last) || round === 3) return { first, last };
      const moved = geometry.rows.offset(held) - before;
      if (moved !== 0 && view.top > 0) {
        this.content.style.height = `${COLUMN_HEADER_HEIGHT + geometry.rows.total}px`;
        view.scrollTo({ top: view.top + moved });
      }
    }
  }

  private wantedRows(first: number, last: number): Map<number, boolean> {
    const wanted = new Map<number, boolean>();
    for (const merge of this.geometry.merges.touching(first, last)) {
      if (merge.top < first && merge.top >= this.frozenRows) wanted.set(merge.top, true);
    }
    for (let row = 0; row < this.frozenRows; row++) wanted.set(row, false);
    for (let row = first; row <= last; row++) if (this.geometry.rows.size(row) > 0) wanted.set(row, false);
    return wanted;
  }

  private reconcile(wanted: Map<number, boolean>, redrawAll: boolean): void {
    for (const [row, { view, onlyMerges }] of this.rows) {
      if (wanted.get(row) === onlyMerges) continue;
      this.rows.delete(row);
      this.pool.push(view);
    }
    for (const [row, onlyMerges] of wanted) {
      const drawn = this.rows.get(row);
      const view = drawn?.view ?? this.pool.pop() ?? new RowView();
      if (!drawn) this.rows.set(row, { view, onlyMerges });
      const parent = row < this.frozenRows ? this.frozen : this.body;
      if (view.element.parentElement !== parent) parent.append(view.element);
      if (!drawn || redrawAll) this.drawRow(view, row, onlyMerges);
      view.place(COLUMN_HEADER_HEIGHT + this.geometry.rows.offset(row));
    }
    for (const view of this.pool) view.element.remove();
    this.paintSelection();
  }

  private drawRow(view: RowView, row: number, onlyMerges: boolean): void {
    view.draw(this.geometry, this.styles, row, this.window, onlyMerges, this.marks);
  }

  private paintSelection(): void {
    const selection = this.selection;
    const range = selection && selectedRange(selection, this.geometry.merges);
    for (const [row, { view }] of this.rows) {
      view.each((column, cell) => cell.select(stateOf(selection, range, row, column)));
    }
  }
}

function stateOf(selection: Selection | null, range: CellRange | null, row: number, column: number): SelectionState {
  if (!selection || !range || row < range.top || row > range.bottom || column < range.left || column > range.right) {
    return 'no';
  }
  return row === selection.active.row && column === selection.active.column ? 'active' : 'selected';
}

/** The scroll position nearest to `now` that shows start…start+size below what is frozen. */
function nearest(now: number, start: number, size: number, view: number, frozen: number): number {
  const room = view - frozen;
  if (start < now + frozen) return start - frozen;
  if (start + size <= now + view) return now;
  return size >= room ? start - frozen : start + size - view;
}
