import { FunctionOutlined, UndoOutlined } from '@ant-design/icons';
import { App, Button, Input } from 'antd';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type CellPosition, formatAddress, parseAddress } from '../../lib/model/address';
import { useTexts } from '../texts/texts-context';
import type { ActiveCell } from './active-cell';
import { samePosition } from './selection';
import type { SheetSource } from './sheet-source';

interface CellBarProps {
  source: SheetSource;
  active: ActiveCell;
  itemLinkAt: (position: CellPosition) => string | null;
  linesAt: (position: CellPosition) => readonly string[];
  onGoTo: (position: CellPosition) => void;
  onRestore: (position: CellPosition) => void;
}

/** The active cell in words: its address, all of its text, and why it cannot be typed into. */
export function CellBar({ source, active, itemLinkAt, linesAt, onGoTo, onRestore }: CellBarProps) {
  const texts = useTexts();
  const { message } = App.useApp();
  const position = useSyncExternalStore(active.subscribe, active.get);
  const itemLink = itemLinkAt(position);
  const [address, setAddress] = useState<string | null>(null);
  const [, redraw] = useState(0);
  useEffect(
    () =>
      source.subscribe(changed => {
        // Enter moves on before the cell is saved: what happens to it then is not shown here.
        const here = active.get();
        if (!changed || changed.some(position => samePosition(position, here))) redraw(count => count + 1);
      }),
    [source, active],
  );
  const { row, column } = position;
  const shown = source.shown(row, column);
  const original = source.grid.cell(row, column);
  const readOnly = source.readOnly(row, column);

  function goTo(): void {
    const target = address === null ? position : parseAddress(address.trim());
    if (target) onGoTo(target);
    else if (address) message.warning(texts.table.noSuchCell(address));
    setAddress(null);
  }

  return (
    <div className="cell-bar">
      <Input
        size="small"
        className="name-box"
        data-testid="active-cell"
        aria-label={texts.table.nameBox}
        title={texts.table.goTo}
        value={address ?? formatAddress(position)}
        onChange={event => setAddress(event.target.value)}
        onPressEnter={event => {
          // The cursor moves to the table while this key is down: its line break must not land there.
          event.preventDefault();
          goTo();
        }}
        onBlur={() => setAddress(null)}
      />
      <div className="cell-text" data-testid="cell-text">
        {original?.formula ? (
          <>
            <FunctionOutlined aria-hidden /> ={original.formula}
          </>
        ) : (
          shown?.text
        )}
      </div>
      {readOnly && <span className="cell-reason">{texts.table.readOnly[readOnly]}</span>}
      {!readOnly && source.locked(row, column) && <span className="cell-reason">{texts.table.locked}</span>}
      {linesAt(position).map(line => (
        <span key={line} className="cell-hint" data-testid="cell-hint">
          {texts.hints.onCell(line)}
        </span>
      ))}
      {shown?.changed && (
        <Button
          size="small"
          type="link"
          icon={<UndoOutlined />}
          title={texts.table.original(original?.text || texts.table.empty)}
          onClick={() => onRestore(position)}
        >
          {texts.table.restoreOriginal}
        </Button>
      )}
      {itemLink && (
        <a className="cell-item-link" href={itemLink}>
          {texts.table.openItem}
        </a>
      )}
    </div>
  );
}
