import { XmlScanner } from '../xml/xml-scanner';
import type { ReferenceShifter } from './reference-shifter';
import type { RowPlan } from './row-plan';
import { XmlEdits } from './xml-edits';

interface RowText {
  start: number;
  end: number;
  row: number;
}

/**
 * Pictures, shapes and charts keep to the rows they stand on. One that sizes with its cells grows when rows come in
 * between its edges; one that is anchored to the page stays.
 */
export function shiftDrawing(bytes: Uint8Array, part: string, plan: RowPlan, shifter: ReferenceShifter): Uint8Array {
  const scanner = new XmlScanner(bytes, part);
  const edits = new XmlEdits(bytes);
  while (scanner.next()) {
    if (scanner.kind === 'close') continue;
    refuseLink(scanner, part, shifter);
    const isTwoCell = scanner.isNamed('twoCellAnchor');
    if (!isTwoCell && !scanner.isNamed('oneCellAnchor')) continue;
    const editAs = isTwoCell ? (scanner.attribute('editAs') ?? 'twoCell') : 'oneCell';
    const { from, to } = readAnchor(scanner, part, shifter);
    if (!from || editAs === 'absolute') continue;
    const top = plan.nearest(from.row);
    write(from, top);
    if (!to) continue;
    const bottom = plan.nearest(to.row);
    const keepsSize = editAs === 'oneCell' || plan.isMoved(from.row) || bottom < top;
    write(to, keepsSize ? to.row + top - from.row : bottom);
  }
  return edits.changed ? edits.applied() : bytes;

  function write({ start, end, row }: RowText, now: number): void {
    if (now !== row) edits.setText(start, end, String(now));
  }
}

/** From an anchor's start tag to its end. */
function readAnchor(scanner: XmlScanner, part: string, shifter: ReferenceShifter) {
  const { depth } = scanner;
  const found: { from?: RowText; to?: RowText } = {};
  let edge: 'from' | 'to' | null = null;
  while (scanner.nextInside(depth)) {
    refuseLink(scanner, part, shifter);
    if (scanner.depth === depth + 1) edge = scanner.isNamed('from') ? 'from' : scanner.isNamed('to') ? 'to' : null;
    if (!edge || scanner.kind !== 'open' || !scanner.isNamed('row')) continue;
    const start = scanner.end;
    const row = Number(scanner.elementText());
    if (Number.isInteger(row) && row >= 0) found[edge] = { start, end: scanner.start, row };
  }
  return found;
}

/** Text boxes and camera pictures that show cells. */
function refuseLink(scanner: XmlScanner, part: string, shifter: ReferenceShifter): void {
  for (const name of ['textlink', 'cellRange']) {
    const link = scanner.attribute(name);
    if (!link) continue;
    const { text } = shifter.shift(link, { sheet: shifter.target.index, where: part });
    if (text !== link) throw shifter.obstacle('linked-picture', part);
  }
}
