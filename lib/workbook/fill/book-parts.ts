import { AppError } from '../../model/app-error';
import { type Namespace, relationshipKind } from '../xml/namespaces';
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

interface Relationship {
  id: string;
  kind: string;
  part: string;
}

export async function readBookParts(archive: ZipArchive): Promise<BookParts> {
  const main = (await relationshipsOf(archive, '')).find(({ kind }) => kind === 'officeDocument');
  const entry = findPart(archive, main?.part ?? 'xl/workbook.xml');
  if (!entry) throw new AppError('no-workbook-part');
  const bytes = toUtf8(await inflateEntry(archive, entry.name), entry.name);
  const relationships = await relationshipsOf(archive, entry.partName);
  const partOf = (kind: string) => {
    const found = relationships.find(relationship => relationship.kind === kind);
    return found ? (findPart(archive, found.part) ?? null) : null;
  };
  return {
    archive,
    workbook: { entry, bytes },
    ...readWorkbook(archive, bytes, entry.name, relationships),
    sharedStrings: partOf('sharedStrings'),
    styles: partOf('styles'),
    signed: archive.entries.some(({ partName }) => partName.toLowerCase().startsWith('_xmlsignatures/')),
  };
}

function readWorkbook(archive: ZipArchive, bytes: Uint8Array, part: string, relationships: readonly Relationship[]) {
  const scanner = new XmlScanner(bytes, part);
  const sheets: BookSheet[] = [];
  const names: DefinedName[] = [];
  while (scanner.next()) {
    if (scanner.kind === 'close') continue;
    if (scanner.depth === 2 && scanner.is('sheet')) {
      const id = scanner.attributeIn('office-relationships', 'id');
      const target = relationships.find(relationship => relationship.id === id && relationship.kind === 'worksheet');
      const entry = target ? (findPart(archive, target.part) ?? null) : null;
      sheets.push({ name: scanner.attribute('name') ?? '', entry });
    } else if (scanner.depth === 2 && scanner.is('definedName')) {
      const sheet = scanner.attribute('localSheetId');
      const name = scanner.attribute('name') ?? '';
      names.push({ name, sheet: sheet === undefined ? null : Number(sheet), text: scanner.elementText() });
    }
  }
  return { sheets, names };
}

/** @param part '' for the package itself */
async function relationshipsOf(archive: ZipArchive, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const entry = findPart(archive, `${folder}_rels/${part.slice(slash)}.rels`);
  if (!entry) return [];
  const scanner = new XmlScanner(toUtf8(await inflateEntry(archive, entry.name), entry.name), entry.name);
  const found: Relationship[] = [];
  const namespace: Namespace = 'package-relationships';
  while (scanner.next()) {
    if (scanner.kind === 'close' || !scanner.is('Relationship', namespace)) continue;
    if (scanner.attribute('TargetMode') === 'External') continue;
    found.push({
      id: scanner.attribute('Id') ?? '',
      kind: relationshipKind(scanner.attribute('Type') ?? ''),
      part: resolveTarget(folder, scanner.attribute('Target') ?? ''),
    });
  }
  return found;
}

/** "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml" and "..\xl\…" all name parts. */
function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const segments = path.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}
