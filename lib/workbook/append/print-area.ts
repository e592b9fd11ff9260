import { type CellRange, columnIndex, columnName, MAX_ROWS } from '../../model/address';
import type { Book } from '../fill/book';
import { escapeXml } from '../fill/cell-text';
import { replacement } from '../fill/replacements';
import { XmlScanner } from '../xml/xml-scanner';

const AREA = /(\$?)([A-Za-z]{1,3})(\$?)(\d*):(\$?)([A-Za-z]{1,3})(\$?)(\d*)$/;

/** Widens the sheet's print area to `right` where it holds the table up to its last column. */
export function widenPrintArea(book: Book, sheet: number, table: CellRange, right: number): void {
  const { bytes, entry } = book.parts.workbook;
  const scanner = new XmlScanner(bytes, entry.name);
  while (scanner.next()) {
    if (scanner.kind !== 'open' || scanner.depth !== 2 || !scanner.is('definedName')) continue;
    const isArea = scanner.attribute('name')?.toLowerCase() === '_xlnm.print_area';
    if (!isArea || Number(scanner.attribute('localSheetId')) !== sheet) continue;
    const start = scanner.end;
    const text = scanner.elementText();
    const widened = splitAreas(text)
      .map(area => widenedArea(area, table, right))
      .join(',');
    if (widened !== text) book.changeWorkbook(replacement(start, scanner.start, escapeXml(widened)));
  }
}

/** At commas outside of quoted sheet names. */
function splitAreas(text: string): string[] {
  return text.match(/(?:'[^']*'|[^',])+/g) ?? [text];
}

function widenedArea(area: string, table: CellRange, right: number): string {
  const match = AREA.exec(area);
  if (!match) return area;
  const [reference, d1, left, d2, top, d3, end, d4, bottom] = match as unknown as string[];
  const last = columnIndex(end!);
  const first = columnIndex(left!);
  if (first === null || last === null) return area;
  const holdsRows = Number(top || 1) - 1 <= table.bottom && Number(bottom || MAX_ROWS) - 1 >= table.top;
  if (!holdsRows || first > table.right || last < table.right || last >= right) return area;
  return `${area.slice(0, -reference!.length)}${d1}${left}${d2}${top}:${d3}${columnName(right)}${d4}${bottom}`;
}
