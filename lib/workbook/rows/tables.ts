import { formatRange, parseRange } from '../../model/address';
import { XmlScanner } from '../xml/xml-scanner';
import type { ReferenceShifter } from './reference-shifter';
import type { RowPlan } from './row-plan';
import { mapRange } from './row-ranges';
import { XmlEdits } from './xml-edits';

/**
 * A table (Ctrl+T) of the sheet grows and shrinks with its rows; its heading and its totals must stay what they are.
 * @throws AppError rows-not-shiftable
 */
export function shiftTable(bytes: Uint8Array, part: string, plan: RowPlan, shifter: ReferenceShifter): Uint8Array {
  const scanner = new XmlScanner(bytes, part);
  const edits = new XmlEdits(bytes);
  while (scanner.next()) {
    if (scanner.kind === 'close' || scanner.depth !== 0) {
      if (scanner.kind !== 'close') shiftInside(scanner);
      continue;
    }
    const headings = Number(scanner.attribute('headerRowCount') ?? 1);
    const totals = Number(scanner.attribute('totalsRowCount') ?? 0);
    setRange(scanner, headings, totals);
  }
  return edits.changed ? edits.applied() : bytes;

  function shiftInside(element: XmlScanner): void {
    const isRange = ['autoFilter', 'sortState', 'sortCondition'].some(name => element.isNamed(name));
    if (isRange) setRange(element, element.isNamed('autoFilter') ? 1 : 0, 0);
    else if (element.isNamed('calculatedColumnFormula') || element.isNamed('totalsRowFormula')) {
      const start = element.end;
      const text = element.elementText();
      const shifted = shifter.shift(text, { sheet: shifter.target.index, where: part }).text;
      if (shifted !== text) edits.setText(start, element.start, shifted);
    }
  }

  function setRange(element: XmlScanner, headings: number, totals: number): void {
    const stated = element.attribute('ref') ?? '';
    const range = parseRange(stated);
    const rows = range && mapRange(plan, range, totals === 0);
    if (!range || !rows || typeof rows === 'string') throw shifter.obstacle('table', stated);
    const { top, bottom } = range;
    const firstRows = headings === 0 || plan.newRow(top) === rows.top;
    const lastRows = totals === 0 || plan.newRow(bottom) === rows.bottom;
    const hasData = rows.bottom - rows.top + 1 > headings + totals;
    if (!firstRows || !lastRows || !hasData || changesRows(top, bottom)) throw shifter.obstacle('table', stated);
    edits.setAttributes(element, { ref: formatRange({ ...range, top: rows.top, bottom: rows.bottom }) });
  }

  /** Rows moved into a table or out of it: its own columns' rules would not go with them. */
  function changesRows(top: number, bottom: number): boolean {
    const rows = mapRange(plan, { top, bottom }, true);
    if (typeof rows === 'string') return true;
    const isInside = (row: number, from: number, to: number) => row >= from && row <= to;
    for (let old = 0; old <= plan.lastNamed; old++) {
      const now = plan.newRow(old);
      if (now !== null && isInside(old, top, bottom) !== isInside(now, rows.top, rows.bottom)) return true;
    }
    return false;
  }
}

/** On another sheet only a table's formulas may lead to the rows that change. */
export function shiftTableElsewhere(bytes: Uint8Array, part: string, shifter: ReferenceShifter): Uint8Array {
  const scanner = new XmlScanner(bytes, part);
  const edits = new XmlEdits(bytes);
  while (scanner.next()) {
    const isFormula = scanner.isNamed('calculatedColumnFormula') || scanner.isNamed('totalsRowFormula');
    if (scanner.kind !== 'open' || !isFormula) continue;
    const start = scanner.end;
    const text = scanner.elementText();
    const shifted = shifter.shift(text, { sheet: -1, where: part }).text;
    if (shifted !== text) edits.setText(start, scanner.start, shifted);
  }
  return edits.changed ? edits.applied() : bytes;
}
