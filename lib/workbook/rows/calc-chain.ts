import { toUtf8 } from '../xml/xml-encoding';
import { XmlScanner } from '../xml/xml-scanner';
import { inflateEntry } from '../zip/inflate-entry';
import { findPart, type ZipArchive } from '../zip/zip-archive';
import { XmlEdits } from './xml-edits';

export interface DroppedPart {
  removed: string;
  /** Parts that named it, without it. */
  changed: Map<string, Uint8Array>;
}

const CONTENT_TYPES = '[Content_Types].xml';

/**
 * The order of calculation lists formula cells by address; programs make it anew, and take one that is wrong for damage.
 * @param part the part it belongs to: the workbook's
 */
export async function dropCalcChain(archive: ZipArchive, part: string, chain: string): Promise<DroppedPart> {
  const slash = part.lastIndexOf('/') + 1;
  const relationships = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const changed = new Map<string, Uint8Array>();
  await drop(
    relationships,
    element => element.isNamed('Relationship') && /\/calcChain$/.test(element.attribute('Type') ?? ''),
  );
  await drop(CONTENT_TYPES, element => {
    const name = (element.attribute('PartName') ?? '').replaceAll('\\', '/').replace(/^\//, '');
    return element.isNamed('Override') && name.toLowerCase() === chain.toLowerCase();
  });
  return { removed: chain, changed };

  async function drop(name: string, isWanted: (element: XmlScanner) => boolean): Promise<void> {
    const entry = findPart(archive, name);
    if (!entry) return;
    const bytes = toUtf8(await inflateEntry(archive, name), name);
    const scanner = new XmlScanner(bytes, name);
    const edits = new XmlEdits(bytes);
    while (scanner.next()) {
      if (scanner.kind === 'close' || !isWanted(scanner)) continue;
      const { start } = scanner;
      scanner.skipElement();
      edits.remove(start, scanner.end);
    }
    if (edits.changed) changed.set(entry.name, edits.applied());
  }
}
