import { type Replacement, replacement } from '../fill/replacements';
import { childPlace, childScanner, insertedChild } from '../fill/sheet-children';
import type { SheetMap } from '../fill/sheet-map';
import { expandedElement } from '../fill/sheet-writer';
import { changedTag } from '../fill/start-tag';

/** With `pageWidth`: the wider table still prints on one page's width, over as many pages as it takes. */
export function fitToPage(map: SheetMap): Replacement {
  const { prefix } = map;
  const setting = `<${prefix}pageSetUpPr fitToPage="1"/>`;
  const place = childPlace(map, 'sheetPr');
  const scanner = childScanner(map, 'sheetPr');
  if (!place || !scanner) return insertedChild(map, 'sheetPr', `<${prefix}sheetPr>${setting}</${prefix}sheetPr>`);
  if (place.empty) return expandedElement(map, place, setting);
  while (scanner.next()) {
    if (scanner.kind === 'close' || !scanner.isNamed('pageSetUpPr')) continue;
    const changed = changedTag(scanner, { fitToPage: '1' });
    return replacement(place.start + scanner.start, place.start + scanner.end, changed);
  }
  return replacement(place.closeStart, place.closeStart, setting);
}

export function pageWidth(map: SheetMap): Replacement {
  const place = childPlace(map, 'pageSetup');
  const scanner = childScanner(map, 'pageSetup');
  const fit = { fitToWidth: '1', fitToHeight: '0' };
  if (place && scanner) return replacement(place.start, place.openEnd, changedTag(scanner, fit));
  // A4, as the forms of offices are; across, as a table that just became wider needs it.
  const xml = `<${map.prefix}pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`;
  return insertedChild(map, 'pageSetup', xml);
}
