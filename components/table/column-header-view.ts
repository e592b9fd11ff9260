import { columnName } from '../../lib/model/address';
import type { ColumnWindow } from './row-view';
import type { SheetGeometry } from './sheet-geometry';
import type { SheetMarks } from './sheet-source';

/** The strip of column letters. */
export class ColumnHeaderView {
  readonly element = document.createElement('div');
  private readonly lead = document.createElement('div');
  private readonly corner = document.createElement('div');
  private readonly views: HTMLElement[] = [];

  constructor(corner: string) {
    this.element.className = 'sheet-row sheet-column-headers';
    this.element.setAttribute('role', 'row');
    this.lead.className = 'sheet-lead';
    this.lead.setAttribute('role', 'presentation');
    this.corner.className = 'sheet-corner';
    this.corner.setAttribute('role', 'columnheader');
    const words = document.createElement('span');
    words.className = 'visually-hidden';
    words.textContent = corner;
    this.corner.append(words);
    this.lead.append(this.corner);
    this.element.append(this.lead);
  }

  draw(geometry: SheetGeometry, window: ColumnWindow, height: number, marks: SheetMarks): void {
    const headerWidth = geometry.rowHeaderWidth;
    // The line under it is the first row's top border.
    this.element.style.cssText = `height:${height - 1}px;width:${headerWidth + geometry.columns.total}px`;
    this.lead.style.width = `${headerWidth + geometry.columns.offset(window.frozen)}px`;
    this.corner.style.width = `${headerWidth - 1}px`;
    let used = 0;
    const add = (column: number): void => {
      if (geometry.columns.size(column) === 0) return;
      this.views[used] ??= newHeader();
      const view = this.views[used]!;
      used++;
      const parent = column < window.frozen ? this.lead : this.element;
      if (view.parentElement !== parent) parent.append(view);
      const said = marks.column(column);
      view.textContent = said === null ? columnName(column) : `${columnName(column)} ${said}`;
      view.classList.toggle('is-recognised', said !== null);
      view.title = said ?? '';
      view.setAttribute('aria-colindex', String(column + 1));
      view.style.left = `${headerWidth + geometry.columns.offset(column)}px`;
      view.style.width = `${geometry.columns.size(column)}px`;
    };
    for (let column = 0; column < window.frozen; column++) add(column);
    for (let column = Math.max(window.frozen, window.first); column <= window.last; column++) add(column);
    for (const view of this.views.slice(used)) view.remove();
  }
}

function newHeader(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'sheet-column-header';
  element.setAttribute('role', 'columnheader');
  return element;
}
