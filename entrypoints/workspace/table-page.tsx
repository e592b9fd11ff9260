import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { cellHints, hintMark } from '../../components/hints/cell-hints';
import { NO_MARKS, type SheetMarks } from '../../components/table/sheet-source';
import { TableView } from '../../components/table/table-view';
import { useLanguage } from '../../components/texts/texts-context';
import { formatAddress, parseAddress } from '../../lib/model/address';
import type { CampaignSession } from './campaign-session';
import { cellPlace, readCellPlace } from './cell-place';
import { campaignLink } from './route';
import { useHints } from './use-session';

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

  const { lines, marks } = useCellHints(session, name);

  useEffect(() => {
    if (target) setChosen(null);
  }, [target]);

  if (!opened) return null;
  return (
    <TableView
      tabs={grids.map(grid => ({ name: grid.name, hidden: grid.hidden }))}
      source={opened.source}
      target={position}
      marks={marks}
      linesAt={at => lines.get(formatAddress(at)) ?? []}
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

/** The same marks as long as the same is to be said: new ones draw the sheet anew. */
function useCellHints(session: CampaignSession, sheet: string): { lines: Map<string, string[]>; marks: SheetMarks } {
  const language = useLanguage();
  const { hints } = useHints(session);
  const kept = useRef<{ said: string; lines: Map<string, string[]>; marks: SheetMarks } | null>(null);
  return useMemo(() => {
    const items = new Map(session.items.map(item => [item.entity, item]));
    const lines = cellHints(sheet, hints, items, language);
    const said = JSON.stringify([...lines]);
    if (kept.current?.said === said) return kept.current;
    const cell: SheetMarks['cell'] = (row, column) => {
      const found = lines.get(formatAddress({ row, column }));
      return found ? hintMark(found) : null;
    };
    kept.current = { said, lines, marks: lines.size === 0 ? NO_MARKS : { cell, column: () => null } };
    return kept.current;
  }, [session, hints, sheet, language]);
}
