import type { Listed } from '../target';

interface Entry {
  path: string[];
  isFolder: boolean;
  size: number | null;
}

/**
 * The answer to PROPFIND with depth 1, without a DOM: service workers have none. Read per `<response>`, whatever prefix a
 * server uses. null where it is no whole listing: a page of another kind, or cut half-way.
 */
export function readListing(xml: string, url: string): Listed[] | null {
  const text = xml.replace(/<!--[\s\S]*?-->/g, '');
  if (!/<\/(?:[\w.-]+:)?multistatus\s*>\s*$/.test(text) && !/<(?:[\w.-]+:)?multistatus\b[^>]*\/>\s*$/.test(text))
    return null;
  const entries = [...text.matchAll(element('response'))].flatMap(([, block]) => readResponse(block ?? '', url) ?? []);
  const depth = childDepth(entries, pathOf(url, url));
  return entries
    .filter(({ path }) => path.length === depth)
    .map(({ path, isFolder, size }) => ({ name: path[path.length - 1]!, isFolder, size }));
}

/**
 * How long the children's paths are. The folder itself is among the entries, and may be named otherwise than we asked for it
 * (behind a proxy): it is the one above the others.
 */
function childDepth(entries: readonly Entry[], asked: readonly string[]): number {
  const lengths = entries.map(({ path }) => path.length);
  const least = Math.min(...lengths);
  const isAlone = entries.length === 1 || Math.max(...lengths) > least;
  return isAlone || entries.some(({ path }) => path.join('/') === asked.join('/')) ? least + 1 : least;
}

function readResponse(block: string, url: string): Entry | null {
  const href = first(block, 'href');
  if (href === null) return null;
  // Properties that a server lacks come in a propstat of their own with status 404.
  const stats = [...block.matchAll(element('propstat'))].map(([, stat]) => stat ?? '');
  const found = stats.filter(stat => / 2\d\d\b/.test(first(stat, 'status') ?? ' 200 ')).join('');
  const size = Number.parseInt(first(found, 'getcontentlength') ?? '', 10);
  const isFolder = /<(?:[\w.-]+:)?collection\b/.test(first(found, 'resourcetype') ?? '');
  return {
    path: pathOf(decodeEntities(href.trim()), url),
    isFolder,
    size: isFolder || Number.isNaN(size) ? null : size,
  };
}

/** An absolute address, or a path from the root of the server, as decoded parts. */
function pathOf(href: string, base: string): string[] {
  const { pathname } = new URL(href, base);
  return pathname.split('/').flatMap(part => (part === '' ? [] : [decodePart(part)]));
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Percent signs that are no escapes: the name as it stands.
    return part;
  }
}

function first(text: string, name: string): string | null {
  const [found] = text.matchAll(element(name));
  if (!found) return null;
  return (found[1] ?? '').replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1');
}

const element = (name: string): RegExp =>
  new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:[\\w.-]+:)?${name}\\s*>`, 'g');

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
