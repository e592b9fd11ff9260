import { XmlScanner } from '../xml/xml-scanner';
import type { Book } from './book';
import { type Replacement, replacement } from './replacements';
import { changedTag } from './start-tag';

/** Children of `<workbook>` that come before `<calcPr>` (ECMA-376 part 1, 18.2.27). */
const BEFORE_CALC = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
];

/** Asks the program that opens the book to calculate everything, unless the book asks for that already. */
export function requestCalculation(book: Book): void {
  const { bytes, entry } = book.parts.workbook;
  const change = calculationRequest(new XmlScanner(bytes, entry.name));
  if (change) book.changeWorkbook(change);
}

function calculationRequest(scanner: XmlScanner): Replacement | null {
  scanner.next();
  const prefix = scanner.prefix();
  let insertAt = scanner.end;
  while (scanner.next()) {
    if (scanner.kind === 'close' || scanner.depth !== 1) continue;
    if (scanner.is('calcPr')) {
      if (/^(?:1|true)$/.test(scanner.attribute('fullCalcOnLoad') ?? '')) return null;
      return replacement(scanner.start, scanner.end, changedTag(scanner, { fullCalcOnLoad: '1' }));
    }
    const comesBefore = BEFORE_CALC.some(name => scanner.is(name));
    scanner.skipElement();
    if (comesBefore) insertAt = scanner.end;
  }
  return replacement(insertAt, insertAt, `<${prefix}calcPr fullCalcOnLoad="1"/>`);
}
