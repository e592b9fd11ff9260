import { relationshipKind } from '../xml/namespaces';
import { toUtf8 } from '../xml/xml-encoding';
import { XmlScanner } from '../xml/xml-scanner';
import { inflateEntry } from '../zip/inflate-entry';
import { findPart, type ZipArchive } from '../zip/zip-archive';

export interface Relationship {
  id: string;
  /** The last word of its type, such as "worksheet". */
  kind: string;
  /** The part it leads to; for an external one the address as written, which is listed and never followed. */
  target: string;
  external: boolean;
}

/** What a part relates to; `part` "" is the package itself. None where the part has no relationships. */
export async function readRelationships(archive: ZipArchive, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  if (!findPart(archive, name)) return [];
  const scanner = new XmlScanner(toUtf8(await inflateEntry(archive, name), name), name);
  const relationships: Relationship[] = [];
  while (scanner.next()) {
    if (scanner.kind === 'close' || !scanner.is('Relationship', 'package-relationships')) continue;
    const external = scanner.attribute('TargetMode') === 'External';
    const target = scanner.attribute('Target') ?? '';
    relationships.push({
      id: scanner.attribute('Id') ?? '',
      kind: relationshipKind(scanner.attribute('Type') ?? ''),
      target: external ? target : resolveTarget(folder, target),
      external,
    });
  }
  return relationships;
}

/** "sheet1.xml", "/xl/worksheets/sheet1.xml" and "..\\xl\\sheet1.xml" → a part's name. */
function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const segments = path.startsWith('/') ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '..') {
      while (segments.length > 0 && segments[segments.length - 1] === '') segments.pop();
      segments.pop();
    } else if (segment !== '.') segments.push(segment);
  }
  return segments.filter(segment => segment !== '').join('/');
}
