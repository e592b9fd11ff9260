import { METHOD, type ZipArchive, type ZipEntry } from '../zip/zip-archive';
import type { ItemKind } from './item-scanner';
import { indexPart, type PartIndex } from './part-index';

/** Indexes of a package's large parts, by entry name. Belongs to exactly these bytes of the file. */
export type WorkbookIndex = ReadonlyMap<string, PartIndex>;

/** Smaller parts are inflated and deflated again in less than 10 ms. */
const LARGE_PART_BYTES = 256 * 1024;

export function isLarge({ method, size }: ZipEntry): boolean {
  return method === METHOD.deflated && size >= LARGE_PART_BYTES;
}

export interface IndexOptions {
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Indexes those of these parts that are large and fit; the others are left out. */
export async function indexParts(
  archive: ZipArchive,
  parts: readonly { entry: ZipEntry; kind: ItemKind }[],
  { onProgress, signal }: IndexOptions = {},
): Promise<WorkbookIndex> {
  const large = parts.filter(({ entry }) => isLarge(entry));
  const total = large.reduce((sum, { entry }) => sum + entry.compressedSize, 0);
  const index = new Map<string, PartIndex>();
  let done = 0;
  for (const { entry, kind } of large) {
    const before = done;
    const found = await indexPart(compressedBytes(archive, entry), kind, {
      size: entry.size,
      crc: entry.crc,
      onProgress: share => onProgress?.((before + share * entry.compressedSize) / total),
      ...(signal ? { signal } : {}),
    });
    if (found) index.set(entry.name, found);
    done += entry.compressedSize;
    onProgress?.(done / total);
  }
  return index;
}

export function compressedBytes({ bytes }: ZipArchive, { dataOffset, compressedSize }: ZipEntry): Uint8Array {
  return bytes.subarray(dataOffset, dataOffset + compressedSize);
}
