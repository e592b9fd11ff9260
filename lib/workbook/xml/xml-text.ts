import { AppError } from '../../model/app-error';
import { WORKBOOK_LIMITS } from '../limits';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const PREDEFINED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REPLACEMENT = '\ufffd';

/** UTF-8 bytes → string. Short ASCII, nearly every attribute and number, skips the decoder's call. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 24) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  for (let index = start; index < end; index++) {
    const byte = bytes[index]!;
    if (byte > 0x7f) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** Character data or an attribute's value → text: entities resolved, line ends as XML reads them. */
export function decodeCharacters(bytes: Uint8Array, start: number, end: number): string {
  checkLength(start, end);
  return resolveEntities(normaliseLines(decodeUtf8(bytes, start, end)));
}

/**
 * All text of a stretch that may hold CDATA sections, comments and processing instructions (the bytes between two tags,
 * as XmlScanner gives them with `plainText` false).
 */
export function decodeMixed(bytes: Uint8Array, start: number, end: number): string {
  checkLength(start, end);
  return decodeUtf8(bytes, start, end)
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)/)
    .map(piece => {
      if (piece.startsWith('<![CDATA[')) return normaliseLines(piece.slice(9, -3));
      return piece.startsWith('<') ? '' : resolveEntities(normaliseLines(piece));
    })
    .join('');
}

/** Entities are resolved one by one, at fifty times the memory of their bytes. */
function checkLength(start: number, end: number): void {
  if (end - start > WORKBOOK_LIMITS.textBytes) throw new AppError('hostile-xml', { reason: `text ${end - start}` });
}

function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The five entities of XML itself and character references; there is no DTD, so any other is an error. */
function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));?/g, (whole, decimal, hex, name) => {
    if (name !== undefined) {
      const character = whole.endsWith(';') ? PREDEFINED[name] : undefined;
      if (character === undefined) throw new AppError('hostile-xml', { reason: whole.slice(0, 40) });
      return character;
    }
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    const allowed = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
    return allowed ? String.fromCodePoint(code) : REPLACEMENT;
  });
}
