import { escapeAttribute, escapeXml } from '../fill/cell-text';
import { applyReplacements, replacement } from '../fill/replacements';
import { readRelationships } from '../package/relationships';
import { toUtf8 } from '../xml/xml-encoding';
import { XmlScanner } from '../xml/xml-scanner';
import { inflateEntry } from '../zip/inflate-entry';
import { findPart, type ZipArchive } from '../zip/zip-archive';

/** Said in every custom property: "a property of the user's own". */
const FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
const VALUES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const NEW_PART = 'docProps/custom.xml';

/** Parts to change and to add so that the package carries these custom properties beside those it has. */
export async function withCustomProperties(
  archive: ZipArchive,
  properties: ReadonlyMap<string, string>,
): Promise<{ changed: Map<string, Uint8Array>; added: Map<string, Uint8Array> }> {
  const known = (await readRelationships(archive, '')).find(({ kind }) => kind === 'custom-properties');
  const entry = known && findPart(archive, known.target);
  if (entry) {
    const bytes = await read(archive, entry.name);
    return { changed: new Map([[entry.name, appended(bytes, entry.name, properties)]]), added: new Map() };
  }
  const types = '[Content_Types].xml';
  const rels = '_rels/.rels';
  const relationship = `<Relationship Id="rIdPinganFill" Type="${RELATIONSHIP}" Target="${NEW_PART}"/>`;
  const override = `<Override PartName="/${NEW_PART}" ContentType="${CONTENT_TYPE}"/>`;
  const root = `<Properties xmlns="${PROPERTIES}" xmlns:vt="${VALUES}">${elements(properties, 2, 'vt:')}</Properties>`;
  const part = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
  return {
    changed: new Map([
      [types, beforeEnd(await read(archive, types), types, override)],
      [rels, beforeEnd(await read(archive, rels), rels, relationship)],
    ]),
    added: new Map([[NEW_PART, new TextEncoder().encode(part)]]),
  };
}

async function read(archive: ZipArchive, name: string): Promise<Uint8Array> {
  return toUtf8(await inflateEntry(archive, name), name);
}

function elements(properties: ReadonlyMap<string, string>, first: number, prefix: string): string {
  return [...properties]
    .map(
      ([name, value], index) =>
        `<property fmtid="${FORMAT}" pid="${first + index}" name="${escapeAttribute(name)}"><${prefix}lpwstr>${escapeXml(value)}</${prefix}lpwstr></property>`,
    )
    .join('');
}

/** Own namespaces on each element: which prefixes the part uses does not matter then. */
function appended(bytes: Uint8Array, part: string, properties: ReadonlyMap<string, string>): Uint8Array {
  const scanner = new XmlScanner(bytes, part);
  let most = 1;
  while (scanner.next()) {
    if (scanner.kind !== 'close' && scanner.depth === 1) most = Math.max(most, Number(scanner.attribute('pid')) || 1);
  }
  const source = elements(properties, most + 1, 'vt:').replace(
    /<property /g,
    `<property xmlns="${PROPERTIES}" xmlns:vt="${VALUES}" `,
  );
  return beforeEnd(bytes, part, source);
}

/** Inserts behind the root's last child; an empty root is opened. */
function beforeEnd(bytes: Uint8Array, part: string, source: string): Uint8Array {
  const scanner = new XmlScanner(bytes, part);
  scanner.next();
  const { kind, start, end, nameStart, nameEnd } = scanner;
  if (kind === 'empty') {
    const name = new TextDecoder().decode(bytes.subarray(nameStart, nameEnd));
    const tag = new TextDecoder().decode(bytes.subarray(start, end)).replace(/\s*\/>$/, '');
    return applyReplacements(bytes, [replacement(start, end, `${tag}>${source}</${name}>`)]);
  }
  scanner.skipElement();
  return applyReplacements(bytes, [replacement(scanner.start, scanner.start, source)]);
}
