import { XmlScanner } from '../xml/xml-scanner';
import type { ReferenceShifter } from './reference-shifter';
import { XmlEdits } from './xml-edits';

/** No sheet: a chart names the sheet in each of its references. */
const NO_SHEET = -1;

/**
 * A chart's references follow their cells. What it shows is kept in the chart itself too, which only the program that
 * draws it can bring up to date: so its data may not change. @throws AppError rows-not-shiftable
 */
export function shiftChart(bytes: Uint8Array, part: string, shifter: ReferenceShifter): Uint8Array {
  const scanner = new XmlScanner(bytes, part);
  const edits = new XmlEdits(bytes);
  while (scanner.next()) {
    if (scanner.kind !== 'open' || !scanner.isNamed('f')) continue;
    const start = scanner.end;
    const text = scanner.elementText();
    const shifted = shifter.shift(text, { sheet: NO_SHEET, where: part });
    if (shifted.reshaped) throw shifter.obstacle('chart', text);
    if (shifted.text !== text) edits.setText(start, scanner.start, shifted.text);
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
