import { formatAddress, formatRange, parseAddress, parseRange } from '../../model/address';
import type { XmlScanner } from '../xml/xml-scanner';
import { rowsNotShiftable } from './obstacles';
import type { RowPlan } from './row-plan';
import { mapRange } from './row-ranges';
import type { XmlEdits } from './xml-edits';

/** From `<sheetViews>` to its end: frozen rows, what is scrolled to, what is selected. */
export function shiftViews(scanner: XmlScanner, edits: XmlEdits, plan: RowPlan, sheet: string): void {
  const { depth } = scanner;
  let top = 0;
  if (scanner.kind === 'empty') return;
  while (scanner.nextInside(depth)) {
    const topLeft = parseAddress(scanner.attribute('topLeftCell') ?? '');
    if (scanner.isNamed('sheetView')) {
      top = topLeft?.row ?? 0;
      if (topLeft) edits.setAttributes(scanner, { topLeftCell: formatAddress(nearest(topLeft)) });
    } else if (scanner.isNamed('pane')) shiftPane(scanner);
    else if (scanner.isNamed('selection')) shiftSelection(scanner);
  }

  function nearest({ row, column }: { row: number; column: number }) {
    return { row: plan.nearest(row), column };
  }

  function shiftPane(pane: XmlScanner): void {
    const topLeft = parseAddress(pane.attribute('topLeftCell') ?? '');
    const rows = Number(pane.attribute('ySplit') ?? 0);
    if (!(pane.attribute('state') ?? '').startsWith('frozen') || !Number.isInteger(rows) || rows < 1) {
      if (topLeft) edits.setAttributes(pane, { topLeftCell: formatAddress(nearest(topLeft)) });
      return;
    }
    const frozen = mapRange(plan, { top, bottom: top + rows - 1 }, true);
    if (typeof frozen === 'string') throw rowsNotShiftable(sheet, 'views', `A${top + 1}`);
    const newTop = top === 0 ? 0 : plan.nearest(top);
    const changes: Record<string, string> = { ySplit: String(frozen.bottom - newTop + 1) };
    if (topLeft) {
      const row = topLeft.row === top + rows ? frozen.bottom + 1 : plan.nearest(topLeft.row);
      changes.topLeftCell = formatAddress({ row, column: topLeft.column });
    }
    edits.setAttributes(pane, changes);
  }

  function shiftSelection(selection: XmlScanner): void {
    const stated = selection.attribute('sqref');
    const active = parseAddress(selection.attribute('activeCell') ?? '');
    const changes: Record<string, string | null> = {};
    if (active) changes.activeCell = formatAddress(nearest(active));
    const ranges = stated?.split(/\s+/).map(text => {
      const range = parseRange(text);
      const rows = range && mapRange(plan, range, false);
      return rows && typeof rows !== 'string' ? formatRange({ ...range, top: rows.top, bottom: rows.bottom }) : null;
    });
    const isKept = ranges?.every(range => range !== null);
    if (stated !== undefined && isKept) changes.sqref = ranges!.join(' ');
    else if (stated !== undefined && active) {
      changes.sqref = changes.activeCell!;
      changes.activeCellId = null;
    }
    edits.setAttributes(selection, changes);
  }
}
