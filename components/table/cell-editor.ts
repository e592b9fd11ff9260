import type { CellLook } from '../../lib/model/looks';
import { lookCss, textAlign } from './cell-look-css';
import type { GridMode } from './grid-keys';
import type { Box } from './sheet-geometry';
import type { SheetViewport } from './sheet-viewport';

/**
 * The one text field of the table. It holds the keyboard focus all the time and waits, unseen, over the active cell: so the
 * first letter of an input method's word is composed in a real field and is never lost.
 */
export class CellEditor {
  mode: GridMode = 'moving';
  #before = '';
  /** The declarations in force while it waits; nothing is written twice. */
  #resting = '';

  constructor(
    readonly field: HTMLTextAreaElement,
    readonly view: SheetViewport,
  ) {}

  focus(): void {
    if (document.activeElement !== this.field) this.field.focus({ preventScroll: true });
  }

  /** Back to waiting, over the cell where the next letter will go. */
  rest(box: Box): void {
    const css = this.#placed(box, Math.min(box.width, 40), 20);
    if (this.field.value !== '') this.field.value = '';
    if (this.mode === 'moving' && css === this.#resting) return;
    this.mode = 'moving';
    this.#resting = css;
    this.field.className = 'sheet-editor is-resting';
    this.field.style.cssText = css;
  }

  open(mode: 'typing' | 'editing', text: string, look: CellLook | undefined, box: Box, zoom: number): void {
    this.mode = mode;
    this.#before = text;
    if (mode === 'editing') {
      this.field.value = text;
      this.field.setSelectionRange(text.length, text.length);
    }
    const css = look ? lookCss({ ...look, wrap: true, fill: null, rotation: 0 }, zoom) : '';
    this.field.className = 'sheet-editor';
    this.field.style.cssText = `${css};text-align:${look ? textAlign(look, 'text') : 'left'};${this.#placed(
      box,
      Math.max(box.width + 1, 96),
      box.height + 1,
    )}`;
    this.fit();
  }

  /** Grows with its text, as far as the frame reaches. */
  fit(): void {
    const { field } = this;
    if (field.scrollHeight > field.clientHeight) {
      const room = this.view.frame.height - field.offsetTop - 4;
      field.style.height = `${Math.min(Math.max(room, 24), field.scrollHeight + 4)}px`;
    }
  }

  move(box: Box): void {
    this.field.style.left = `${box.left}px`;
    this.field.style.top = `${box.top}px`;
  }

  get text(): string {
    return this.field.value.replace(/\r\n?/g, '\n');
  }

  get isChanged(): boolean {
    return this.mode === 'typing' || this.text !== this.#before;
  }

  insertNewline(): void {
    this.field.setRangeText('\n', this.field.selectionStart, this.field.selectionEnd, 'end');
    this.fit();
  }

  /** Kept inside the frame, so that focusing never scrolls the page. */
  #placed(box: Box, width: number, height: number): string {
    const { frame } = this.view;
    const left = Math.max(0, Math.min(box.left - 1, frame.width - 48));
    const top = Math.max(0, Math.min(box.top - 1, frame.height - 28));
    const widest = frame.width - left - 4;
    const tallest = frame.height - top - 4;
    return `left:${left}px;top:${top}px;width:${Math.min(width, widest)}px;height:${Math.min(height, tallest)}px`;
  }
}
