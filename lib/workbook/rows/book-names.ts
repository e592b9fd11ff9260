import { XmlScanner } from '../xml/xml-scanner';
import type { ReferenceShifter } from './reference-shifter';
import { XmlEdits } from './xml-edits';

export interface ShiftedNames {
  bytes: Uint8Array;
  /** Names that hold other rows now than before. */
  reshaped: readonly string[];
  /** Those that took in a row inserted at their edge. */
  extended: readonly string[];
}

/** Defined names, print areas and titles: all in the workbook's own part. */
export function shiftNames(bytes: Uint8Array, part: string, shifter: ReferenceShifter): ShiftedNames {
  const scanner = new XmlScanner(bytes, part);
  const edits = new XmlEdits(bytes);
  const reshaped: string[] = [];
  const extended: string[] = [];
  while (scanner.next()) {
    if (scanner.kind !== 'open' || scanner.depth !== 2 || !scanner.is('definedName')) continue;
    const name = scanner.attribute('name') ?? '';
    const local = scanner.attribute('localSheetId');
    const start = scanner.end;
    const text = scanner.elementText();
    const builtIn = name.startsWith('_xlnm.');
    const sheet = local === undefined ? null : Number(local);
    const shifted = shifter.shift(text, { sheet, where: name, absolute: !builtIn });
    if (shifted.reshaped) reshaped.push(name);
    if (shifted.extended && !builtIn) extended.push(name);
    if (shifted.text !== text) edits.setText(start, scanner.start, shifted.text);
  }
  return { bytes: edits.changed ? edits.applied() : bytes, reshaped, extended };
}
