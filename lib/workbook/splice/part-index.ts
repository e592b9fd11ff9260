import { type DeflateIndex, indexDeflate } from './deflate-index';
import { type ItemKind, type ItemMarks, ItemScanner } from './item-scanner';

/** What makes a large part fillable without reading all of it. Plain data: to be stored, or sent to a worker. */
export interface PartIndex {
  kind: ItemKind;
  deflate: DeflateIndex;
  marks: ItemMarks;
}

export interface IndexPartOptions {
  /** As the package declares them. */
  size: number;
  crc: number;
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** null where the part is no case for the short way: then the ordinary one also says what is wrong with it, if anything. */
export async function indexPart(
  compressed: Uint8Array,
  kind: ItemKind,
  { size, crc, ...options }: IndexPartOptions,
): Promise<PartIndex | null> {
  const scanner = new ItemScanner(kind);
  const deflate = await indexDeflate(compressed, {
    ...options,
    size,
    onOutput: (bytes, offset) => (offset > 0 || isUtf8(bytes)) && scanner.pass(bytes, offset),
  });
  const marks = scanner.finish();
  return deflate && marks && deflate.size === size && deflate.crc === crc ? { kind, deflate, marks } : null;
}

/** UTF-16 has a zero in every tag; any other encoding says so in its declaration. */
export function isUtf8(start: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(start.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  return !head.includes('\0') && ['utf-8', 'utf8', 'us-ascii'].includes(declared);
}
