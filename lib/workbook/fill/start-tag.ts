import type { XmlScanner } from '../xml/xml-scanner';
import { escapeAttribute } from './cell-text';

/**
 * A start tag's source with attributes set or taken away (null); all others keep their bytes and places. New ones go
 * last. The result ends without ">" or "/>".
 */
export function changedStartTag(scanner: XmlScanner, changes: Readonly<Record<string, string | null>>): string {
  const { bytes } = scanner;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let source = '';
  let from = scanner.start;
  let end = scanner.nameEnd;
  const added = new Map(Object.entries(changes));
  for (let index = 0; index < scanner.attributeCount; index++) {
    const { nameStart, nameEnd, valueStart, valueEnd } = scanner.attributeRange(index);
    const name = decoder.decode(bytes.subarray(nameStart, nameEnd));
    const change = added.get(name);
    if (change !== undefined) {
      added.delete(name);
      source += decoder.decode(bytes.subarray(from, change === null ? end : valueStart));
      if (change !== null) source += escapeAttribute(change);
      from = change === null ? valueEnd + 1 : valueEnd;
    }
    end = valueEnd + 1;
  }
  source += decoder.decode(bytes.subarray(from, end));
  for (const [name, value] of added) if (value !== null) source += ` ${name}="${escapeAttribute(value)}"`;
  return source;
}

/** The same with its end, so that an empty element stays one. */
export function changedTag(scanner: XmlScanner, changes: Readonly<Record<string, string | null>>): string {
  return `${changedStartTag(scanner, changes)}${scanner.kind === 'empty' ? '/>' : '>'}`;
}
