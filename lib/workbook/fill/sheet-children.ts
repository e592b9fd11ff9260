import { lastOf } from '../../model/last';
import { XmlScanner } from '../xml/xml-scanner';
import { type Replacement, replacement } from './replacements';
import type { ElementPlace, SheetMap } from './sheet-map';

/** Children of `<worksheet>` in the order the format demands (ECMA-376 part 1, 18.3.1.99). */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
];

export function childPlace(map: SheetMap, name: string): ElementPlace | undefined {
  return map.children.find(child => child.name === name);
}

/** A scanner standing on this child of the root; null where the sheet has none. */
export function childScanner(map: SheetMap, name: string): XmlScanner | null {
  const place = childPlace(map, name);
  if (!place) return null;
  const scanner = new XmlScanner(map.bytes.subarray(place.start, place.end), map.part);
  scanner.next();
  return scanner;
}

/** A new child of the root, where its kind belongs. */
export function insertedChild(map: SheetMap, name: string, xml: string): Replacement {
  const rank = ORDER.indexOf(name);
  const before = map.children.filter(child => {
    const other = ORDER.indexOf(child.name);
    return other >= 0 && other < rank;
  });
  const at = lastOf(before)?.end ?? map.rootEnd;
  return replacement(at, at, xml);
}
