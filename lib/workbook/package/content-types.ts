import { toUtf8 } from '../xml/xml-encoding';
import { XmlScanner } from '../xml/xml-scanner';
import { inflateEntry } from '../zip/inflate-entry';
import { findPart, type ZipArchive } from '../zip/zip-archive';

const NAME = '[Content_Types].xml';

/** Content types that the package states part by part; part names in lower case. */
export async function readContentTypes(archive: ZipArchive): Promise<ReadonlyMap<string, string>> {
  const types = new Map<string, string>();
  if (!findPart(archive, NAME)) return types;
  const scanner = new XmlScanner(toUtf8(await inflateEntry(archive, NAME), NAME), NAME);
  while (scanner.next()) {
    if (scanner.kind === 'close' || !scanner.is('Override', 'content-types')) continue;
    const part = (scanner.attribute('PartName') ?? '').replaceAll('\\', '/').replace(/^\//, '');
    types.set(part.toLowerCase(), scanner.attribute('ContentType') ?? '');
  }
  return types;
}
