import { columnName } from '../../model/address';
import { escapeAttribute, escapeXml } from '../fill/cell-text';
import { applyReplacements, replacement } from '../fill/replacements';
import { changedStartTag } from '../fill/start-tag';
import { XmlScanner } from '../xml/xml-scanner';

export interface CellName {
  name: string;
  sheet: string;
  /** 0-based. */
  row: number;
  column: number;
}

const BEFORE_NAMES = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
];

/** workbook.xml with names for single cells that the name manager does not show. They follow their cells when rows move. */
export function withHiddenNames(bytes: Uint8Array, part: string, names: readonly CellName[]): Uint8Array {
  const scanner = new XmlScanner(bytes, part);
  scanner.next();
  const prefix = scanner.prefix();
  const source = names
    .map(({ name, sheet, row, column }) => {
      const reference = `'${sheet.replace(/'/g, "''")}'!$${columnName(column)}$${row + 1}`;
      return `<${prefix}definedName name="${escapeAttribute(name)}" hidden="1">${escapeXml(reference)}</${prefix}definedName>`;
    })
    .join('');
  let insertAt = scanner.end;
  while (scanner.next()) {
    if (scanner.kind === 'close' || scanner.depth !== 1) continue;
    if (scanner.is('definedNames')) {
      const { start, end } = scanner;
      if (scanner.kind === 'empty') {
        const tag = changedStartTag(scanner, {});
        return applyReplacements(bytes, [replacement(start, end, `${tag}>${source}</${prefix}definedNames>`)]);
      }
      scanner.skipElement();
      return applyReplacements(bytes, [replacement(scanner.start, scanner.start, source)]);
    }
    const comesBefore = BEFORE_NAMES.some(name => scanner.is(name));
    scanner.skipElement();
    if (comesBefore) insertAt = scanner.end;
  }
  return applyReplacements(bytes, [
    replacement(insertAt, insertAt, `<${prefix}definedNames>${source}</${prefix}definedNames>`),
  ]);
}
