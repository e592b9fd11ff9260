/** Namespaces by a short name, so that strict and transitional packages read alike. */
export type Namespace =
  | 'main'
  | 'office-relationships'
  | 'package-relationships'
  | 'content-types'
  | 'drawing'
  | 'compatibility'
  | 'xml'
  | 'none'
  | 'other';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';

const BY_URI = new Map<string, Namespace>([
  ['', 'none'],
  [`${TRANSITIONAL}spreadsheetml/2006/main`, 'main'],
  [`${TRANSITIONAL}spreadsheetml/2006/5/main`, 'main'],
  [`${TRANSITIONAL}spreadsheetml/2006/7/main`, 'main'],
  [`${STRICT}spreadsheetml/main`, 'main'],
  [`${TRANSITIONAL}officeDocument/2006/relationships`, 'office-relationships'],
  [`${STRICT}officeDocument/relationships`, 'office-relationships'],
  [`${TRANSITIONAL}package/2006/relationships`, 'package-relationships'],
  [`${TRANSITIONAL}package/2006/content-types`, 'content-types'],
  [`${TRANSITIONAL}drawingml/2006/main`, 'drawing'],
  [`${STRICT}drawingml/main`, 'drawing'],
  [`${TRANSITIONAL}markup-compatibility/2006`, 'compatibility'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

export function namespaceOf(uri: string): Namespace {
  return BY_URI.get(uri.trim()) ?? 'other';
}

/** The last word of a relationship's type: "worksheet", "styles" … the same for strict and transitional. */
export function relationshipKind(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1);
}
