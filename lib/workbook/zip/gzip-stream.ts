import { AppError } from '../../model/app-error';
import type { ZipEntry } from './zip-archive';

const GZIP_HEADER = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/**
 * Inflates through the browser's gzip stream: the same deflate data between a gzip header and trailer. Chromium knows
 * "deflate-raw" only since 103, gzip since 80; and so the CRC and the size are checked natively.
 */
export async function gunzip(data: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const trailer = new Uint8Array(8);
  const view = new DataView(trailer.buffer);
  view.setUint32(0, entry.crc, true);
  view.setUint32(4, entry.size, true);
  const stream = new Blob([GZIP_HEADER, data as BlobPart, trailer])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  const content = new Uint8Array(entry.size);
  const reader = stream.getReader();
  let filled = 0;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      if (filled + chunk.value.length > content.length) throw new RangeError('more than declared');
      content.set(chunk.value, filled);
      filled += chunk.value.length;
    }
  } catch (cause) {
    await reader.cancel().catch(() => undefined);
    throw new AppError('damaged-part', { part: entry.name }, { cause });
  }
  if (filled !== content.length) throw new AppError('damaged-part', { part: entry.name });
  return content;
}

export interface Compressed {
  compressed: Uint8Array;
  crc: number;
  size: number;
}

/** Deflates natively; the CRC comes from the gzip trailer, so that no script has to run over the content. */
export async function gzip(content: Uint8Array): Promise<Compressed> {
  const stream = new Blob([content as BlobPart]).stream().pipeThrough(new CompressionStream('gzip'));
  const zipped = new Uint8Array(await new Response(stream).arrayBuffer());
  const trailer = zipped.length - 8;
  const crc = new DataView(zipped.buffer).getUint32(trailer, true);
  return { compressed: zipped.subarray(GZIP_HEADER.length, trailer), crc, size: content.length };
}
