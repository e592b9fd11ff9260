import { type CellRange, formatAddress } from '../../lib/model/address';
import type { CellLook } from '../../lib/model/looks';
import { textAlign } from './cell-look-css';
import type { CellStyles } from './cell-styles';
import type { SheetGeometry } from './sheet-geometry';
import type { CellMark } from './sheet-source';
import { lineWidth } from './text-height';

/** A cell this high keeps its text clear of a label in its corner. */
const LABEL_ROOM = 40;
const SPILL_COLUMNS = 12;

export type SelectionState = 'no' | 'selected' | 'active';

/** One drawn cell; reused for another place when its row scrolls out of sight. */
export class CellView {
  readonly element = document.createElement('div');
  private readonly text = document.createElement('span');
  private label: HTMLElement | null = null;
  private state: SelectionState = 'no';
  /** Declarations in force: one that stays the same is not written again. */
  private css = '';
  private textCss = '';

  constructor() {
    this.element.setAttribute('role', 'gridcell');
    this.text.className = 'sheet-text';
    this.element.append(this.text);
  }

  draw(geometry: SheetGeometry, styles: CellStyles, range: CellRange, gap: number, mark: CellMark | null): void {
    const { source } = geometry;
    const { top: row, left: column } = range;
    const style = source.grid.style(row, column);
    const look = source.looks[style] ?? source.looks[0];
    const shown = source.shown(row, column);
    const text = shown?.text ?? '';
    const width = geometry.columns.span(range.left, range.right);
    const { element } = this;
    element.id = cellId(row, column);
    element.dataset.cell = formatAddress({ row, column });
    const height = geometry.rows.span(range.top, range.bottom) + 1;
    this.place(`margin-left:${gap - 1}px;width:${width + 1}px;height:${height}px`);
    const css = `${styles.lookClass(style, look)} ${styles.borderClass(source, range, look)}`;
    const readOnly = source.readOnly(row, column) !== null;
    const className = `sheet-cell ${css}${shown?.changed ? ' is-changed' : ''}${readOnly ? ' is-read-only' : ''}${
      mark ? ` is-marked ${mark.className}` : ''
    }`;
    if (element.className !== className) element.className = className;
    setOrRemove(element, 'title', mark?.title ?? null);
    element.setAttribute('aria-colindex', String(column + 1));
    setOrRemove(element, 'aria-readonly', readOnly ? 'true' : null);
    setOrRemove(element, 'aria-colspan', range.right > range.left ? String(range.right - range.left + 1) : null);
    setOrRemove(element, 'aria-rowspan', range.bottom > range.top ? String(range.bottom - range.top + 1) : null);
    const spill = spillRoom(geometry, range, text, look);
    this.drawText(text, look, shown?.kind, spill > 0 ? `${width + spill}px` : '100%');
    this.drawLabel(mark?.label, text === '' || geometry.rows.span(range.top, range.bottom) >= LABEL_ROOM);
  }

  /** Touches the node only when its state changes: the arrow keys pass here for every cell in sight. */
  select(state: SelectionState): void {
    if (this.state === state) return;
    this.state = state;
    this.element.dataset.state = state;
    this.element.setAttribute('aria-selected', String(state !== 'no'));
  }

  private place(css: string): void {
    if (this.css === css) return;
    this.css = css;
    this.element.style.cssText = css;
  }

  private drawText(text: string, look: CellLook | undefined, kind: string | undefined, room: string): void {
    if (this.text.textContent !== text) this.text.textContent = text;
    const align = look ? textAlign(look, kind) : 'left';
    const indent = look?.indent ? `;padding-${align === 'right' ? 'right' : 'left'}:${look.indent * 9}px` : '';
    const turned =
      look && look.rotation > 0 && look.rotation <= 180 ? `;transform:rotate(${turn(look.rotation)}deg)` : '';
    const css = `text-align:${align};width:${room}${indent}${turned}`;
    if (this.textCss === css) return;
    this.textCss = css;
    this.text.style.cssText = css;
  }

  private drawLabel(label: string | undefined, hasRoom: boolean): void {
    if (!label || !hasRoom) {
      this.label?.remove();
      this.label = null;
      return;
    }
    this.label ??= this.element.appendChild(document.createElement('span'));
    this.label.className = 'sheet-label';
    this.label.textContent = label;
  }
}

export const cellId = (row: number, column: number): string => `sheet-cell-${row}-${column}`;

/** OOXML counts 0–90 upwards and 91–180 downwards. */
const turn = (rotation: number): number => (rotation <= 90 ? -rotation : rotation - 90);

/** How far an unwrapped text may run over the empty cells to its right. */
function spillRoom(geometry: SheetGeometry, range: CellRange, text: string, look: CellLook | undefined): number {
  if (!text || !look || look.wrap || range.bottom > range.top || range.right > range.left) return 0;
  if (textAlign(look, 'text') !== 'left') return 0;
  const own = geometry.columns.size(range.left);
  const wanted = lineWidth(text, look, geometry.zoom) - own;
  let room = 0;
  const last = Math.min(geometry.columns.count - 1, range.left + SPILL_COLUMNS);
  for (let column = range.left + 1; column <= last && room < wanted; column++) {
    if (geometry.source.shown(range.top, column)?.text || geometry.merges.at({ row: range.top, column })) break;
    room += geometry.columns.size(column);
  }
  return room;
}

function setOrRemove(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
