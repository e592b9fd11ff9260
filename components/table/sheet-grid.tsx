import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { type CellPosition, formatAddress } from '../../lib/model/address';
import { useTexts } from '../texts/texts-context';
import type { CellInput, GridNotice } from './grid-options';
import { GridSession } from './grid-session';
import './sheet-grid.css';
import { NO_MARKS, type SheetMarks, type SheetSource } from './sheet-source';

export interface SheetGridHandle {
  jumpTo(position: CellPosition, options?: { focus?: boolean }): void;
  focus(): void;
}

interface SheetGridProps {
  source: SheetSource;
  label: string;
  zoom?: number;
  /** Marks on cells; give a new object only when the marks changed. */
  marks?: SheetMarks | undefined;
  /** A cell to go to; a new object asks anew. */
  target?: CellPosition | null;
  onInput?: ((inputs: readonly CellInput[]) => void) | undefined;
  onUndo?: (() => void) | undefined;
  onRedo?: (() => void) | undefined;
  onActive?: ((position: CellPosition) => void) | undefined;
  onTyping?: ((typing: boolean) => void) | undefined;
  onNotice?: ((notice: GridNotice) => void) | undefined;
  handle?: Ref<SheetGridHandle>;
}

/** A sheet as Excel draws it, filled in place. Drawing and keys live in GridSession; React only mounts it. */
export function SheetGrid(props: SheetGridProps) {
  const { source, label, zoom = 1, marks, target = null, handle } = props;
  const texts = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const session = useRef<GridSession | null>(null);
  const callbacks = useRef(props);
  const place = useRef<{ active: CellPosition; top: number; left: number; zoom: number } | null>(null);
  const live = useRef<HTMLDivElement>(null);
  callbacks.current = props;

  useLayoutEffect(() => {
    const started = new GridSession({
      frame: frame.current!,
      scroller: scroller.current!,
      field: field.current!,
      source,
      zoom,
      readOnly: callbacks.current.onInput === undefined,
      labels: { grid: label, corner: texts.table.corner },
      on: {
        input: inputs => callbacks.current.onInput?.(inputs),
        undo: () => callbacks.current.onUndo?.(),
        redo: () => callbacks.current.onRedo?.(),
        notice: notice => callbacks.current.onNotice?.(notice),
        typing: typing => callbacks.current.onTyping?.(typing),
        active: position => {
          callbacks.current.onActive?.(position);
          const shown = source.shown(position.row, position.column);
          const reason = source.readOnly(position.row, position.column);
          const said = [
            formatAddress(position),
            shown?.text || texts.table.empty,
            reason ? texts.table.readOnly[reason] : '',
          ];
          if (live.current) live.current.textContent = said.filter(Boolean).join(' ');
        },
      },
    });
    session.current = started;
    started.mark(callbacks.current.marks ?? NO_MARKS);
    if (place.current) started.restore(place.current);
    return () => {
      place.current = { ...started.place(), zoom };
      started.destroy();
      session.current = null;
    };
  }, [source, zoom, label, texts]);

  useEffect(() => {
    session.current?.mark(marks ?? NO_MARKS);
  }, [marks]);

  // After the session is there, whichever of the two came last.
  useEffect(() => {
    if (target) session.current?.jumpTo(target);
  }, [target]);

  useImperativeHandle(handle, () => ({
    jumpTo: (position, options) => session.current?.jumpTo(position, options),
    focus: () => session.current?.focus(),
  }));

  return (
    <div className="sheet-frame" ref={frame} data-testid="sheet">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable; it hands the focus on to the field */}
      <div className="sheet-scroller" ref={scroller} tabIndex={0} />
      <textarea
        ref={field}
        tabIndex={-1}
        className="sheet-editor is-resting"
        aria-label={`${label}. ${texts.table.keysHelp}`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-testid="cell-editor"
      />
      <div ref={live} className="visually-hidden" aria-live="polite" />
    </div>
  );
}
