import type { TextTable } from '../text-table';
import type { XmlScanner } from '../xml/xml-scanner';

const AMPERSAND = 0x26;
const RETURN = 0x0d;
const UNDERSCORE = 0x5f;
const LETTER_X = 0x78;

/** "_x000D_" stands for a character that XML cannot hold; "_x005F_" for the underscore of text that looks like that. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Adds the character data before the scanner's tag. Copies the bytes where nothing in them needs decoding. */
export function appendText(texts: TextTable, scanner: XmlScanner): void {
  const { bytes, textStart, start } = scanner;
  if (scanner.plainText && isVerbatim(bytes, textStart, start)) texts.appendBytes(bytes, textStart, start);
  else texts.append(unescapeText(scanner.text()));
}

function isVerbatim(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === AMPERSAND || byte === RETURN || (byte === UNDERSCORE && bytes[at + 1] === LETTER_X)) return false;
  }
  return true;
}

/**
 * Adds the text of a string item (`<si>` or `<is>`, the scanner at its open tag): its own and its runs', joined.
 * Phonetic runs are skipped. Ends at the close tag.
 */
export function appendRichText(texts: TextTable, scanner: XmlScanner): void {
  const { depth, kind } = scanner;
  if (kind !== 'open') return;
  while (scanner.nextInside(depth)) {
    if (scanner.isNamed('t') && scanner.kind === 'open') {
      const textDepth = scanner.depth;
      while (scanner.next()) {
        appendText(texts, scanner);
        if (scanner.depth <= textDepth) break;
      }
    } else if (!scanner.isNamed('r')) scanner.skipElement();
  }
}
