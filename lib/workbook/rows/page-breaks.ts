import type { XmlScanner } from '../xml/xml-scanner';
import { editList } from './list-items';
import type { RowPlan } from './row-plan';
import { mapRange } from './row-ranges';
import type { XmlEdits } from './xml-edits';

/** From `<rowBreaks>` to its end: each break stays between the rows that it parted. */
export function shiftRowBreaks(scanner: XmlScanner, edits: XmlEdits, plan: RowPlan): void {
  const taken = new Set<number>();
  editList(scanner, edits, 'brk', brk => {
    // The id counts the rows above the break: the row below it, 0-based.
    const below = Number(brk.attribute('id') ?? 0);
    if (!Number.isInteger(below) || below < 1) return true;
    const place = breakPlace(plan, below);
    if (place === 0 || taken.has(place)) return false;
    taken.add(place);
    edits.setAttributes(brk, { id: String(place) });
    return true;
  });
}

/** A row inserted or moved right to the break belongs to the side that it looks like, or came from. */
function breakPlace(plan: RowPlan, below: number): number {
  let place = plan.firstStayed(below);
  const isBelow = (row: number) => (plan.oldRow(row) ?? plan.insertedAt(row)!.like) >= below;
  while (place > 0 && isBelow(place - 1)) place--;
  return place;
}

/** A break between columns may hold for some rows only: those of a print area. */
export function shiftColumnBreaks(scanner: XmlScanner, edits: XmlEdits, plan: RowPlan): void {
  editList(scanner, edits, 'brk', brk => {
    const [top, bottom] = [Number(brk.attribute('min') ?? 0), Number(brk.attribute('max') ?? 0)];
    const rows = bottom > top && top >= 0 ? mapRange(plan, { top, bottom }, true) : 'removed';
    if (typeof rows === 'string') return true;
    const changes = { min: String(rows.top), max: String(rows.bottom) };
    edits.setAttributes(brk, brk.attribute('min') === undefined ? { max: changes.max } : changes);
    return true;
  });
}
