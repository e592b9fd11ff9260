import { changedStartTag, changedTag } from '../fill/start-tag';
import { XmlScanner } from '../xml/xml-scanner';
import type { XmlEdits } from './xml-edits';

/**
 * Walks the items of a list such as `<mergeCells>`, from its start tag to its end. Items that `keep` does not want are
 * taken out, `more` are put behind the last, the stated count follows; a list without items goes as a whole.
 */
export function editList(
  scanner: XmlScanner,
  edits: XmlEdits,
  item: string,
  keep: (item: XmlScanner) => boolean,
  more: readonly string[] = [],
): void {
  const { start, end, kind, depth } = scanner;
  if (kind === 'empty') {
    if (more.length > 0) edits.setSource(start, end, opened(scanner, more));
    return;
  }
  let left = more.length;
  let gone = 0;
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.kind === 'close' || scanner.depth !== depth + 1) continue;
    const place = { start: scanner.start, depth: scanner.depth };
    const kept = !scanner.isNamed(item) || keep(scanner);
    if (scanner.kind === 'open') scanner.skipElement();
    if (kept) left++;
    else {
      gone++;
      edits.remove(place.start, scanner.end);
    }
  }
  if (left === 0 && gone > 0) edits.remove(start, scanner.end);
  else if (gone > 0 || more.length > 0) {
    edits.insert(scanner.start, more.join(''));
    const opening = new XmlScanner(scanner.bytes.subarray(start, end), '');
    opening.next();
    const counts: Record<string, string> = {};
    if (opening.attribute('count') !== undefined) counts.count = String(left);
    const manual = opening.attribute('manualBreakCount');
    if (manual !== undefined) counts.manualBreakCount = String(Number(manual) - gone);
    edits.setSource(start, end, new TextEncoder().encode(changedTag(opening, counts)));
  }
}

function opened(list: XmlScanner, items: readonly string[]): Uint8Array {
  const name = list.prefix() + list.localName();
  return new TextEncoder().encode(
    `${changedStartTag(list, { count: String(items.length) })}>${items.join('')}</${name}>`,
  );
}
