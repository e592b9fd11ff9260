import { readWorkbookPart } from '../package/workbook-part';
import { toUtf8 } from '../xml/xml-encoding';
import { XmlScanner } from '../xml/xml-scanner';
import { inflateEntry } from '../zip/inflate-entry';
import { findPart, type ZipArchive, type ZipEntry } from '../zip/zip-archive';

export interface BookSheet {
  name: string;
  /** null where it is no worksheet (a chart sheet, a macro sheet) or its part is missing. */
  entry: ZipEntry | null;
}

export interface DefinedName {
  name: string;
  /** The sheet it belongs to, counted in the book's order; null for the whole book. */
  sheet: number | null;
  text: string;
}

/** The parts of a package that filling concerns. */
export interface BookParts {
  archive: ZipArchive;
  workbook: { entry: ZipEntry; bytes: Uint8Array };
  sheets: readonly BookSheet[];
  names: readonly DefinedName[];
  sharedStrings: ZipEntry | null;
  styles: ZipEntry | null;
  signed: boolean;
}

export async function readBookParts(archive: ZipArchive): Promise<BookParts> {
  const { partName, sheets, relationships } = await readWorkbookPart(archive);
  const entry = findPart(archive, partName)!;
  const bytes = toUtf8(await inflateEntry(archive, partName), partName);
  const partOf = (kind: string) => {
    const found = relationships.find(relationship => relationship.kind === kind && !relationship.external);
    return found ? (findPart(archive, found.target) ?? null) : null;
  };
  return {
    archive,
    workbook: { entry, bytes },
    sheets: sheets.map(sheet => ({
      name: sheet.name,
      entry: sheet.kind === 'worksheet' ? (findPart(archive, sheet.partName) ?? null) : null,
    })),
    names: readNames(bytes, partName),
    sharedStrings: partOf('sharedStrings'),
    styles: partOf('styles'),
    signed: archive.entries.some(({ partName }) => partName.toLowerCase().startsWith('_xmlsignatures/')),
  };
}

function readNames(bytes: Uint8Array, part: string): DefinedName[] {
  const scanner = new XmlScanner(bytes, part);
  const names: DefinedName[] = [];
  while (scanner.next()) {
    if (scanner.kind === 'close' || scanner.depth !== 2 || !scanner.is('definedName')) continue;
    const sheet = scanner.attribute('localSheetId');
    const name = scanner.attribute('name') ?? '';
    names.push({ name, sheet: sheet === undefined ? null : Number(sheet), text: scanner.elementText() });
  }
  return names;
}
