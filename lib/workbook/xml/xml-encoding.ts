import { AppError } from '../../model/app-error';

const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/;

/**
 * A part as UTF-8. Almost every part already is and is returned as it came, its BOM included, so that offsets stay
 * those of the file; UTF-16, Latin-1, GBK … are converted, and their declaration then says UTF-8.
 */
export function toUtf8(bytes: Uint8Array, part: string): Uint8Array {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8') return bytes;
  return new TextEncoder().encode(
    decode(bytes, encoding, part).replace(DECLARED, (declaration, name: string) => declaration.replace(name, 'UTF-8')),
  );
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  let declaration = '';
  for (let index = 0; index < Math.min(bytes.length, 200) && bytes[index] !== 0x3e; index++) {
    declaration += String.fromCharCode(bytes[index]!);
  }
  const declared = DECLARED.exec(declaration)?.[1]?.toLowerCase() ?? 'utf-8';
  return declared === 'us-ascii' || declared === 'utf8' ? 'utf-8' : declared;
}

function decode(bytes: Uint8Array, encoding: string, part: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (cause) {
    throw new AppError('broken-xml', { part, reason: `encoding ${encoding}` }, { cause });
  }
}
