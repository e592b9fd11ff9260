import { App, Button, Select } from 'antd';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CellPosition } from '../../lib/model/address';
import { useTexts } from '../texts/texts-context';
import { ActiveCell } from './active-cell';
import { CellBar } from './cell-bar';
import { findInSheet } from './find-in-sheet';
import type { CellInput, GridNotice } from './grid-options';
import { SheetFind } from './sheet-find';
import { SheetGrid, type SheetGridHandle } from './sheet-grid';
import type { SheetMarks, SheetSource } from './sheet-source';
import { fittingZoom, ZOOMS } from './zoom';

export interface SheetTab {
  name: string;
  hidden: boolean;
}

interface TableViewProps {
  tabs: readonly SheetTab[];
  source: SheetSource;
  /** A cell to go to; a new object asks anew. */
  target: CellPosition | null;
  marks: SheetMarks;
  /** Lines about a cell, said beside its text. */
  linesAt: (position: CellPosition) => readonly string[];
  onTab: (name: string) => void;
  onInput: (inputs: readonly CellInput[]) => void;
  onTyping: (typing: boolean) => void;
  onUndo: () => void;
  onRedo: () => void;
  /** Given where the cell belongs to an indicator. */
  itemLinkAt: (position: CellPosition) => string | null;
}

/** The sheet itself, filled in place. */
export function TableView(props: TableViewProps) {
  const { tabs, source, target, marks, linesAt, onTab, onInput, onTyping, onUndo, onRedo, itemLinkAt } = props;
  const texts = useTexts();
  const { message } = App.useApp();
  const grid = useRef<SheetGridHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [active] = useState(() => new ActiveCell());
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const [width, setWidth] = useState(0);

  useLayoutEffect(() => {
    // Measured before the first paint: the table must be there as soon as the name box above it takes keys.
    setWidth(frame.current!.clientWidth);
    const measured = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    measured.observe(frame.current!);
    return () => measured.disconnect();
  }, []);

  const fit = useMemo(() => fittingZoom(source, width), [source, width]);

  function notice(event: GridNotice): void {
    if (event.about === 'read-only') {
      message.info({ content: texts.table.readOnly[event.reason], key: 'read-only', duration: 3 });
      return;
    }
    const skipped = texts.table.pastedSkipped(event.readOnly, event.noPlace);
    message.open({
      type: skipped ? 'warning' : 'success',
      content: `${texts.table.pasted(event.cells)}${skipped}`,
      key: 'pasted',
    });
  }

  return (
    <div className="table-view">
      <div className="table-tools">
        <CellBar
          source={source}
          active={active}
          itemLinkAt={itemLinkAt}
          linesAt={linesAt}
          onGoTo={position => grid.current?.jumpTo(position)}
          onRestore={position =>
            onInput([{ position, value: source.grid.cell(position.row, position.column)?.value ?? null }])
          }
        />
        <SheetFind
          onFind={text => {
            const found = findInSheet(source, text, active.get());
            // The focus stays, so that Enter goes on to the next.
            if (found) grid.current?.jumpTo(found, { focus: false });
            return found !== null;
          }}
          onLeave={() => grid.current?.focus()}
        />
        <Select<number | 'fit'>
          aria-label={texts.table.zoom}
          size="small"
          className="zoom-select"
          value={zoom}
          onChange={setZoom}
          options={[
            { value: 'fit', label: texts.table.zoomFit },
            ...ZOOMS.map(value => ({ value, label: `${Math.round(value * 100)}%` })),
          ]}
        />
      </div>
      <div className="table-frame" ref={frame}>
        {width > 0 && (
          <SheetGrid
            handle={grid}
            source={source}
            target={target}
            marks={marks}
            label={texts.table.label(source.grid.name)}
            zoom={zoom === 'fit' ? fit : zoom}
            onInput={onInput}
            onTyping={onTyping}
            onUndo={onUndo}
            onRedo={onRedo}
            onActive={active.set}
            onNotice={notice}
          />
        )}
      </div>
      <div className="table-foot">
        <nav className="sheet-tabs" aria-label={texts.table.sheets}>
          {tabs.map(tab => (
            <Button
              key={tab.name}
              size="small"
              type={tab.name === source.grid.name ? 'primary' : 'text'}
              aria-current={tab.name === source.grid.name ? 'true' : undefined}
              onClick={() => onTab(tab.name)}
            >
              {tab.hidden ? texts.table.hiddenSheet(tab.name) : tab.name}
            </Button>
          ))}
        </nav>
        <ul className="key-hints" aria-hidden>
          {texts.table.keyHints.map(([key, does]) => (
            <li key={key}>
              <kbd>{key}</kbd> {does}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
