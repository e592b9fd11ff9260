import { type CellRange, formatRange, parseRange } from '../../model/address';
import { type Replacement, replacement } from '../fill/replacements';
import { childPlace, childScanner, insertedChild } from '../fill/sheet-children';
import type { SheetMap } from '../fill/sheet-map';
import { expandedElement } from '../fill/sheet-writer';
import { changedStartTag, changedTag } from '../fill/start-tag';

/**
 * Changes the sheet's merges: some reach further, some are new.
 * @param wider by the range as the file has it (formatRange)
 */
export function changeMerges(
  map: SheetMap,
  wider: ReadonlyMap<string, CellRange>,
  added: readonly CellRange[],
): Replacement[] {
  const { prefix } = map;
  const elements = added.map(range => `<${prefix}mergeCell ref="${formatRange(range)}"/>`).join('');
  const place = childPlace(map, 'mergeCells');
  const scanner = childScanner(map, 'mergeCells');
  if (!place || !scanner) {
    if (added.length === 0) return [];
    const xml = `<${prefix}mergeCells count="${added.length}">${elements}</${prefix}mergeCells>`;
    return [insertedChild(map, 'mergeCells', xml)];
  }
  if (place.empty) return elements ? [expandedElement(map, place, elements)] : [];
  const changes: Replacement[] = [];
  if (added.length > 0) {
    const stated = scanner.attribute('count');
    const count = stated === undefined ? {} : { count: String(map.merges.length + added.length) };
    changes.push(replacement(place.start, place.openEnd, `${changedStartTag(scanner, count)}>`));
    changes.push(replacement(place.closeStart, place.closeStart, elements));
  }
  while (scanner.next()) {
    if (scanner.kind === 'close' || !scanner.isNamed('mergeCell')) continue;
    const range = parseRange(scanner.attribute('ref') ?? '');
    const target = range && wider.get(formatRange(range));
    if (!target) continue;
    const changed = changedTag(scanner, { ref: formatRange(target) });
    changes.push(replacement(place.start + scanner.start, place.start + scanner.end, changed));
  }
  return changes;
}
