import { memo, useEffect, useMemo, useState } from 'react';
import { TableView } from '../../components/table/table-view';
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
  const position = useMemo(() => (target?.sheet === name ? parseAddress(target.address) : null), [target, name]);

  useEffect(() => {
    if (target) setChosen(null);
  }, [target]);

  if (!opened) return null;
  return (
    <TableView
      tabs={grids.map(grid => ({ name: grid.name, hidden: grid.hidden }))}
      source={opened.source}
      target={position}
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
