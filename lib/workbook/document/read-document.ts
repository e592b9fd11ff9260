import { parseAddress } from '../../model/address';
import { AppError } from '../../model/app-error';
import { containerKind } from '../container-kind';
import { readBookParts } from '../fill/book-parts';
import { readRelationships } from '../package/relationships';
import { toUtf8 } from '../xml/xml-encoding';
import { XmlScanner } from '../xml/xml-scanner';
import { inflateEntry } from '../zip/inflate-entry';
import { readZip } from '../zip/read-zip';
import { findPart, type ZipArchive } from '../zip/zip-archive';
import { type DocumentFacts, isoTime, namedCell } from './document-facts';
import { readOldDocument } from './read-old-document';

/**
 * Who saved a workbook and when, its custom properties and its named cells. A part that cannot be read says nothing: the cells
 * count, and what is wrong with the file as a whole is for `openWorkbook` to say.
 */
export async function readDocument(bytes: Uint8Array): Promise<DocumentFacts> {
  if (containerKind(bytes) === 'compound') return readOldDocument(bytes);
  const archive = readZip(bytes);
  const relationships = await readRelationships(archive, '');
  const part = (kind: string) => relationships.find(relationship => relationship.kind === kind)?.target ?? '';
  const core = await orNothing(texts(archive, part('core-properties')), new Map<string, string>());
  return {
    lastModifiedBy: core.get('lastModifiedBy') || null,
    modified: isoTime(core.get('modified') ?? ''),
    custom: await orNothing(customProperties(archive, part('custom-properties')), new Map()),
    cellNames: await cellNames(archive),
  };
}

async function scannerOf(archive: ZipArchive, part: string): Promise<XmlScanner | null> {
  if (!findPart(archive, part)) return null;
  return new XmlScanner(toUtf8(await inflateEntry(archive, part), part), part);
}

/** Damage in what is only a help is none to speak of. */
async function orNothing<T>(reading: Promise<T>, nothing: T): Promise<T> {
  try {
    return await reading;
  } catch (thrown) {
    if (thrown instanceof AppError) return nothing;
    throw thrown;
  }
}

/** The texts of the root's children by their names. */
async function texts(archive: ZipArchive, part: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const scanner = await scannerOf(archive, part);
  while (scanner?.next()) {
    if (scanner.kind !== 'open' || scanner.depth !== 1) continue;
    const name = scanner.localName();
    found.set(name, scanner.elementText());
  }
  return found;
}

async function customProperties(archive: ZipArchive, part: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const scanner = await scannerOf(archive, part);
  let name = '';
  while (scanner?.next()) {
    if (scanner.kind !== 'open') continue;
    if (scanner.depth === 1) name = scanner.attribute('name') ?? '';
    else if (scanner.depth === 2) found.set(name, scanner.elementText());
  }
  return found;
}

async function cellNames(archive: ZipArchive): Promise<DocumentFacts['cellNames']> {
  const { names } = await readBookParts(archive);
  return names.flatMap(({ name, text }) => {
    const cell = namedCell(text);
    const position = cell && parseAddress(cell.address);
    return position ? [{ name, sheet: cell.sheet, ...position }] : [];
  });
}
