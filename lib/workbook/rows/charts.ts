import { XmlScanner } from '../xml/xml-scanner';
import type { ReferenceShifter } from './reference-shifter';
import { XmlEdits } from './xml-edits';

/** No sheet: a chart names the sheet in each of its references. */
const NO_SHEET = -1;

const CACHES = ['numCache', 'strCache', 'multiLvlStrCache'];

/**
 * A chart's references follow their cells. What it shows is kept in the chart too: where its rows are others now, that
 * copy is left out, and the program that draws the chart reads the cells. @throws AppError rows-not-shiftable
 */
export function shiftChart(bytes: Uint8Array, part: string, shifter: ReferenceShifter): Uint8Array {
  const scanner = new XmlScanner(bytes, part);
  const edits = new XmlEdits(bytes);
  /** The depth of a reference whose copy is no longer right. */
  let stale = -1;
  while (scanner.next()) {
    if (scanner.kind === 'close') continue;
    const { start, end, depth } = scanner;
    if (stale === depth && CACHES.some(name => scanner.isNamed(name))) {
      scanner.skipElement();
      edits.remove(start, scanner.end);
    }
    if (depth <= stale) stale = -1;
    if (scanner.kind !== 'open' || !scanner.isNamed('f')) continue;
    const text = scanner.elementText();
    const shifted = shifter.shift(text, { sheet: NO_SHEET, where: part });
    if (shifted.reshaped && /chartex/i.test(part)) throw shifter.obstacle('chart', text);
    if (shifted.reshaped) stale = depth;
    if (shifted.text !== text) edits.setText(end, scanner.start, shifted.text);
  }
  return edits.changed ? edits.applied() : bytes;
}

/** A pivot table keeps a copy of its source. @throws AppError rows-not-shiftable where the sheet is one */
export function refusePivotSource(bytes: Uint8Array, part: string, shifter: ReferenceShifter): void {
  const scanner = new XmlScanner(bytes, part);
  const own = shifter.target.name.toLowerCase();
  while (scanner.next()) {
    if (scanner.kind === 'close' || !(scanner.isNamed('worksheetSource') || scanner.isNamed('rangeSet'))) continue;
    if (scanner.attribute('sheet')?.toLowerCase() === own) throw shifter.obstacle('pivot', part);
  }
}
