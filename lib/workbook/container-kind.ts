import { AppError } from '../model/app-error';
import type { Sentence } from '../model/sentence';

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** 亿赛通 and its like put their own mark before the encrypted file. */
const ENCRYPTION_MARKS = [
  [0x62, 0x14, 0x23, 0x65],
  [0xe8, 0x2d, 0x53, 0x65, 0x63, 0x75, 0x72, 0x69],
];
/** A BOF record at the very start: BIFF2, 3, 4 and 5 as written before the container existed. */
const BARE_BIFF: [number, string][] = [
  [0x0009, 'BIFF2'],
  [0x0209, 'BIFF3'],
  [0x0409, 'BIFF4'],
  [0x0809, 'BIFF5'],
];
const DIRECTORY_ENTRY = 128;

/**
 * Tells by its first bytes, never by its name, how a file is packed; whatever cannot be a workbook that goes out as it
 * came is refused with what to do about it.
 */
export function containerKind(bytes: Uint8Array): 'package' | 'compound' {
  if (bytes.length === 0) throw new AppError('empty-file');
  if (startsWith(bytes, [0x50, 0x4b])) return 'package';
  if (startsWith(bytes, COMPOUND_FILE)) {
    if (hasStream(bytes, 'EncryptedPackage'))
      throw new AppError(
        hasStream(bytes, '\u0006DataSpaces') && hasStream(bytes, 'DRMEncryptedDataSpace') ? 'drm' : 'encrypted',
      );
    return 'compound';
  }
  if (ENCRYPTION_MARKS.some(mark => startsWith(bytes, mark))) throw new AppError('drm');
  const record = bytes[0]! | ((bytes[1] ?? 0) << 8);
  const version = BARE_BIFF.find(([bof]) => bof === record && (bytes[2] ?? 0) <= 16 && bytes[3] === 0)?.[1];
  if (version) throw new AppError('old-excel', { version });
  const kind = textKind(bytes);
  if (kind) throw new AppError('text-as-workbook', { kind });
  throw new AppError('not-a-zip');
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Whether the compound file's directory names this stream: entries lie at multiples of 128 bytes, names in UTF-16. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const length = name.length * 2 + 2;
  for (let at = 512; at + DIRECTORY_ENTRY <= bytes.length; at += DIRECTORY_ENTRY) {
    if (bytes[at + 64] !== length || bytes[at + 65] !== 0) continue;
    let same = 0;
    while (same < name.length && bytes[at + same * 2] === name.charCodeAt(same) && bytes[at + same * 2 + 1] === 0)
      same++;
    if (same === name.length) return true;
  }
  return false;
}

/** What a web page, an XML table or a text table saved under a workbook's name is; null for other content. */
function textKind(bytes: Uint8Array): string | Sentence | null {
  const head = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(
    bytes.subarray(0, 2048),
  );
  if (/^\s*MIME-Version:/i.test(head)) return { 'zh-CN': '网页（MHTML）', en: 'a web page (MHTML)' };
  if (/<html|<table|<!doctype html/i.test(head)) return { 'zh-CN': '网页（HTML）', en: 'a web page (HTML)' };
  if (/^\s*<\?xml|^\s*<\w+[^>]*xmlns/i.test(head)) return 'XML';
  if (/^ID;P/.test(head)) return 'SYLK';
  if (/^%PDF|^\{\\rtf/.test(head)) return null;
  const text = head.replace(/\ufffd/g, '');
  const control = /[\0-\x08\x0e-\x1f]/.test(text);
  return !control && /[,\t;]/.test(text) ? { 'zh-CN': '文本（CSV）', en: 'plain text (CSV)' } : null;
}
