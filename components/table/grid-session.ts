import type { CellPosition } from '../../lib/model/address';
import { listenForDrag } from './cell-drag';
import { CellEditor } from './cell-editor';
import { listenForClipboard, writeClipboard } from './clipboard-block';
import { type GridCommand, keyCommand, type Move } from './grid-keys';
import { type MoveGround, positionAfter } from './grid-moves';
import type { GridOptions } from './grid-options';
import { planPaste } from './paste-plan';
import type { TextBlock } from './pasted-block';
import { type Selection, samePosition, selectedRange } from './selection';
import { COLUMN_HEADER_HEIGHT, SheetGeometry } from './sheet-geometry';
import type { SheetMarks } from './sheet-source';
import { SheetSurface } from './sheet-surface';
import { SheetViewport } from './sheet-viewport';
import { typedValue } from './typed-value';

/** One mounted sheet: turns keys, pointer and clipboard into moves and inputs, and keeps the drawing in step. */
export class GridSession {
  readonly #geometry: SheetGeometry;
  readonly #view: SheetViewport;
  readonly #surface: SheetSurface;
  readonly #editor: CellEditor;
  readonly #ending = new AbortController();
  #selection: Selection;
  #frame = 0;
  /** After Esc, Tab leaves the table, so that the keyboard is never trapped in it. Where nothing is filled it always does. */
  #leaving = false;

  constructor(readonly options: GridOptions) {
    const { scroller, field, source, zoom } = options;
    this.#geometry = new SheetGeometry(source, zoom);
    this.#view = new SheetViewport(scroller);
    this.#surface = new SheetSurface(this.#view, this.#geometry, options.labels);
    this.#editor = new CellEditor(field, this.#view);
    const start = {
      row: this.#geometry.rows.nextVisible(-1, 1) ?? 0,
      column: this.#geometry.columns.nextVisible(-1, 1) ?? 0,
    };
    this.#selection = { active: start, corner: start };
    this.#surface.draw();
    this.#surface.select(this.#selection);
    this.#editor.rest(this.#box());
    this.#listen();
  }

  place(): { active: CellPosition; top: number; left: number } {
    return { active: this.#selection.active, top: this.#view.top, left: this.#view.left };
  }

  /** Takes up where another drawing of this sheet (another zoom, another language) left off. */
  restore({ active, top, left, zoom }: { active: CellPosition; top: number; left: number; zoom: number }): void {
    const scale = this.options.zoom / zoom;
    this.#view.scrollTo({ top: top * scale, left: left * scale });
    this.#surface.draw();
    this.#select({ active, corner: active }, { reveal: false });
  }

  mark(marks: SheetMarks): void {
    this.#surface.mark(marks);
  }

  focus(): void {
    this.#editor.focus();
  }

  jumpTo(position: CellPosition, { focus = true }: { focus?: boolean } = {}): void {
    this.#finish();
    const anchor = this.#geometry.merges.anchor(position);
    this.#select({ active: anchor, corner: anchor });
    if (focus) this.focus();
  }

  destroy(): void {
    this.#finish();
    cancelAnimationFrame(this.#frame);
    this.#ending.abort();
    this.#surface.destroy();
  }

  #listen(): void {
    const { scroller, field, frame, source } = this.options;
    const signal = this.#ending.signal;
    scroller.addEventListener('scroll', () => this.#onScroll(), { signal, passive: true });
    listenForDrag(
      scroller,
      {
        cellAt: (x, y) => this.#surface.cellAt(x, y),
        start: (position, extend) => {
          this.#finish();
          const active = extend ? this.#selection.active : position;
          this.#select({ active, corner: position }, { reveal: false });
          this.focus();
        },
        reach: corner => this.#select({ active: this.#selection.active, corner }, { reveal: false }),
      },
      signal,
    );
    scroller.addEventListener('focus', () => this.focus(), { signal });
    scroller.addEventListener('dblclick', () => this.#edit(), { signal });
    field.addEventListener('keydown', event => this.#onKey(event), { signal });
    field.addEventListener('input', () => this.#onTyped(), { signal });
    field.addEventListener('compositionstart', () => this.#onTyped(), { signal });
    field.addEventListener('blur', () => this.#onBlur(), { signal });
    field.addEventListener('focus', () => frame.classList.add('has-focus'), { signal });
    listenForClipboard(
      field,
      {
        isMoving: () => this.#editor.mode === 'moving',
        copy: data => writeClipboard(data, source, this.#range()),
        cut: () => this.#clear(),
        paste: block => this.#paste(block),
      },
      signal,
    );
    // A page that goes out of sight may never come back.
    document.addEventListener('visibilitychange', () => document.hidden && this.#finish(), { signal });
    // Before those who keep what is not saved yet.
    for (const leaving of ['beforeunload', 'pagehide']) {
      window.addEventListener(leaving, () => this.#finish(), { signal, capture: true });
    }
    const resized = new ResizeObserver(() => this.#onScroll());
    resized.observe(scroller);
    signal.addEventListener('abort', () => resized.disconnect());
    signal.addEventListener(
      'abort',
      source.subscribe(changed => (changed ? this.#surface.refresh(changed) : this.#surface.redraw())),
    );
  }

  #onScroll(): void {
    this.#view.forget();
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#surface.draw();
      if (this.#editor.mode === 'moving') this.#editor.rest(this.#box());
      else this.#editor.move(this.#box());
    });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Tab' && (this.#leaving || this.options.readOnly)) {
      // Not back into the table by way of its own frame.
      this.options.scroller.tabIndex = -1;
      return;
    }
    this.#leaving = event.key === 'Escape' && this.#editor.mode === 'moving';
    const command = keyCommand(
      {
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
        composing: event.isComposing || event.keyCode === 229,
      },
      this.#editor.mode,
    );
    if (!command) return;
    if (command.do === 'type') {
      if (this.#refuses()) event.preventDefault();
      return;
    }
    event.preventDefault();
    this.#run(command);
  }

  #run(command: Exclude<GridCommand, { do: 'type' }>): void {
    switch (command.do) {
      case 'move':
        this.#move(command.move, command.extend);
        break;
      case 'edit':
        this.#edit();
        break;
      case 'clear':
        this.#clear();
        break;
      case 'commit':
        this.#finish();
        if (command.move) this.#move(command.move, false);
        break;
      case 'cancel':
        this.#close();
        break;
      case 'newline':
        this.#editor.insertNewline();
        break;
      case 'undo':
        this.options.on.undo();
        break;
      case 'redo':
        this.options.on.redo();
        break;
      case 'select-all':
        this.#selectAll();
        break;
    }
  }

  #move(move: Move, extend: boolean): void {
    const { active, corner } = this.#selection;
    if (extend) this.#select({ active, corner: positionAfter(move, corner, this.#ground()) });
    else {
      const next = positionAfter(move, active, this.#ground());
      this.#select({ active: next, corner: next });
    }
  }

  #selectAll(): void {
    const { grid } = this.options.source;
    const corner = { row: Math.max(0, grid.rowCount - 1), column: Math.max(0, grid.columnCount - 1) };
    this.#select({ active: { row: 0, column: 0 }, corner }, { reveal: false });
  }

  #edit(): void {
    if (this.#editor.mode !== 'moving' || this.#refuses()) return;
    const { row, column } = this.#selection.active;
    this.#surface.reveal(this.#selection.active);
    this.#openEditor('editing', this.options.source.shown(row, column)?.text ?? '');
  }

  /** A letter, or an input method's first stroke, arrived in the waiting field. */
  #onTyped(): void {
    if (this.#editor.mode !== 'moving') {
      this.#editor.fit();
      return;
    }
    if (this.#refuses()) {
      // Ends an input method's word as well.
      this.options.field.blur();
      this.#editor.rest(this.#box());
      this.focus();
      return;
    }
    this.#surface.reveal(this.#selection.active);
    this.#openEditor('typing', '');
  }

  #openEditor(mode: 'typing' | 'editing', text: string): void {
    const { row, column } = this.#selection.active;
    const { source, zoom } = this.options;
    this.#editor.open(mode, text, source.looks[source.grid.style(row, column)], this.#box(), zoom);
    this.focus();
    this.options.on.typing(true);
  }

  /** Takes over what is being typed. Nothing typed is lost by clicking elsewhere or by leaving the page. */
  #finish(): void {
    if (this.#editor.mode === 'moving') return;
    const { text, isChanged } = this.#editor;
    const { active } = this.#selection;
    this.#editor.rest(this.#box());
    // Handed over before the editor is said to be closed, so that nothing shows as saved in between.
    if (isChanged) this.#input([{ position: active, text }]);
    this.options.on.typing(false);
  }

  #close(): void {
    this.#editor.rest(this.#box());
    this.options.on.typing(false);
  }

  #onBlur(): void {
    this.options.frame.classList.remove('has-focus');
    setTimeout(() => {
      this.options.scroller.tabIndex = 0;
    });
    this.#finish();
  }

  #clear(): void {
    if (this.options.readOnly) return;
    const plan = planPaste([['']], this.#range(), this.#pasteGround());
    this.#input(plan.cells);
    if (plan.cells.length === 0) this.#refuses();
  }

  #input(cells: readonly { position: CellPosition; text: string }[]): void {
    const { source, on } = this.options;
    if (cells.length === 0) return;
    on.input(
      cells.map(({ position, text }) => {
        const look = source.looks[source.grid.style(position.row, position.column)];
        const kind = source.shown(position.row, position.column)?.kind;
        const into = { kind, numberFormat: look?.numberFormat ?? 'General', date1904: source.date1904 };
        return { position, value: typedValue(text, into) };
      }),
    );
  }

  #paste(block: TextBlock): void {
    if (this.options.readOnly) return;
    const { cells, readOnly, noPlace } = planPaste(block, this.#range(), this.#pasteGround());
    this.#input(cells);
    this.options.on.notice({ about: 'pasted', cells: cells.length, readOnly, noPlace });
  }

  #refuses(): boolean {
    const { source, readOnly, on } = this.options;
    const { active } = this.#selection;
    const reason = readOnly ? 'whole-sheet' : source.readOnly(active.row, active.column);
    if (reason) on.notice({ about: 'read-only', reason, position: active });
    return reason !== null;
  }

  #select(selection: Selection, { reveal = true }: { reveal?: boolean } = {}): void {
    const moved = !samePosition(selection.active, this.#selection.active);
    this.#selection = selection;
    if (reveal) this.#surface.reveal(selection.corner);
    this.#surface.select(selection);
    this.#editor.rest(this.#box());
    if (moved) this.options.on.active(selection.active);
  }

  #range() {
    return selectedRange(this.#selection, this.#geometry.merges);
  }

  #box() {
    return this.#surface.boxInView(this.#selection.active);
  }

  #ground(): MoveGround {
    const { rows, columns, merges } = this.#geometry;
    const { source } = this.options;
    return {
      rows,
      columns,
      merges,
      isFilled: ({ row, column }) => Boolean(source.shown(row, column)?.text),
      pageHeight: Math.max(40, this.#view.height - COLUMN_HEADER_HEIGHT - 40),
    };
  }

  #pasteGround() {
    const { rows, columns, merges } = this.#geometry;
    const { source } = this.options;
    return {
      rowCount: rows.count,
      columnCount: columns.count,
      merges,
      isReadOnly: ({ row, column }: CellPosition) => source.readOnly(row, column) !== null,
    };
  }
}
