import type { CellPosition } from '../../model/address';
import { AppError } from '../../model/app-error';
import { markBiff } from '../biff/mark-biff';
import { containerKind } from '../container-kind';
import { Book } from '../fill/book';
import { readBookParts } from '../fill/book-parts';
import { EMPTY } from '../fill/encoded-value';
import { replacement } from '../fill/replacements';
import { cellsOfRow, rowsNumbered } from '../fill/row-cells';
import { childPlace, childScanner, insertedChild } from '../fill/sheet-children';
import { changedStartTag } from '../fill/start-tag';
import { isTrue } from '../xml/xml-boolean';
import { toUtf8 } from '../xml/xml-encoding';
import { XmlScanner } from '../xml/xml-scanner';
import { inflateEntry } from '../zip/inflate-entry';
import { readZip } from '../zip/read-zip';
import { type NewContent, rewriteZip } from '../zip/rewrite-zip';
import { withCustomProperties } from './custom-properties';
import { type HandOutMarks, withCovered } from './hand-out-marks';
import { withHiddenNames } from './hidden-names';
import { OpenFormats } from './open-formats';

/** Against slips, not against people: no password, and sizes may still be changed. */
const PROTECTION = 'sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"';

/**
 * A workbook as it is handed out: the cells to be filled in are tinted and open, the rest of their sheets is protected without a
 * password, and an identity that nobody sees goes along, in custom properties and in hidden names, each enough by itself. What is
 * not named here stays byte for byte.
 * @throws AppError `damaged-part`, and those of a damaged package or .xls
 */
export async function markHandOut(bytes: Uint8Array, { open, properties, names }: HandOutMarks): Promise<Uint8Array> {
  if (containerKind(bytes) === 'compound') return markBiff(bytes, { open, names });
  const archive = readZip(bytes);
  const parts = await readBookParts(archive);
  const { styles, workbook } = parts;
  const book = await Book.open(parts, null);
  const changed = new Map<string, NewContent>();
  if (styles && open.size > 0) {
    const formats = new OpenFormats(toUtf8(await inflateEntry(archive, styles.name), styles.name), styles.name);
    for (const [sheet, cells] of open) await openCells(book, sheet, cells, formats);
    for (const [name, content] of book.changedParts()) changed.set(name, content);
    changed.set(styles.name, formats.patched());
  }
  if (names.length > 0) {
    changed.set(workbook.entry.name, withHiddenNames(workbook.bytes, workbook.entry.name, names));
  }
  const custom = await withCustomProperties(archive, properties);
  for (const [name, content] of custom.changed) changed.set(name, content);
  return rewriteZip(archive, changed, { added: custom.added });
}

async function openCells(
  book: Book,
  sheetName: string,
  cells: readonly CellPosition[],
  formats: OpenFormats,
): Promise<void> {
  const sheet = book.sheetIndex(sheetName);
  if (sheet === null) throw new AppError('no-such-sheet', { sheet: sheetName });
  const writer = await book.writer(sheet);
  const layout = await book.layout(sheet);
  const { map } = writer;
  for (const { row, column } of withCovered(cells, map.mergedCells)) {
    const places = rowsNumbered(map, row).flatMap(index => cellsOfRow(map, index));
    const place = places.filter(cell => cell.column === column).pop();
    if (!place) {
      writer.setCell({ row, column }, EMPTY, formats.opened(layout.styleOfMissingCell(row, column)));
      continue;
    }
    const tag = new XmlScanner(map.bytes.subarray(place.start, place.end), map.part);
    tag.next();
    const source = changedStartTag(tag, { s: String(formats.opened(place.style)) });
    const end = tag.kind === 'empty' ? '/>' : '>';
    writer.replace(replacement(place.start, place.start + tag.end, `${source}${end}`));
  }
  const protection = childScanner(map, 'sheetProtection');
  // Somebody's own protection, perhaps with a password, stays as it is.
  if (protection && isTrue(protection.attribute('sheet'))) return;
  const source = `<${map.prefix}sheetProtection ${PROTECTION}/>`;
  const old = childPlace(map, 'sheetProtection');
  writer.replace(old ? replacement(old.start, old.end, source) : insertedChild(map, 'sheetProtection', source));
}
