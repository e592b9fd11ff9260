import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { TableView, type TableViewHandle } from '../../components/table/table-view';
import { formatAddress, parseAddress } from '../../lib/model/address';
import type { CampaignSession } from './campaign-session';
import { cellPlace, readCellPlace } from './cell-place';
import { campaignLink } from './route';

interface TablePageProps {
  session: CampaignSession;
  /** A cell to go to, "Sheet1!C5". */
  place: string | null;
}

export const TablePage = memo(function TablePage({ session, place }: TablePageProps) {
  const { workbook, grids, filling, campaign } = session;
  const target = useMemo(() => readCellPlace(place), [place]);
  const first = workbook.recognition.tables[0]?.sheet ?? grids.find(grid => !grid.hidden)?.name ?? grids[0]?.name ?? '';
  const [chosen, setChosen] = useState<string | null>(null);
  const name = chosen ?? target?.sheet ?? first;
  const opened = session.sheet(name) ?? session.sheet(first);
  const handle = useRef<TableViewHandle>(null);

  useEffect(() => {
    if (target) setChosen(null);
  }, [target]);
  useEffect(() => {
    const position = target?.sheet === name ? parseAddress(target.address) : null;
    if (!position) return;
    // The table is drawn once its width is known, a frame later.
    const frame = requestAnimationFrame(() => handle.current?.jumpTo(position));
    return () => cancelAnimationFrame(frame);
  }, [target, name]);

  if (!opened) return null;
  return (
    <TableView
      handle={handle}
      tabs={grids.map(grid => ({ name: grid.name, hidden: grid.hidden }))}
      source={opened.source}
      onTab={setChosen}
      onInput={inputs => void opened.sheet.fill(inputs)}
      onTyping={session.setTyping}
      onUndo={() => void filling.undo()}
      onRedo={() => void filling.redo()}
      itemLinkAt={position => {
        const found = session.itemsByCell.get(cellPlace(opened.source.grid.name, formatAddress(position)));
        return found ? campaignLink(campaign.id, 'items', found.item.entity) : null;
      }}
    />
  );
});
