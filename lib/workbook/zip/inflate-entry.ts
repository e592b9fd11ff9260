import { inflateSync } from 'fflate';
import { AppError } from '../../model/app-error';
import { WORKBOOK_LIMITS } from '../limits';
import { crc32 } from './crc32';
import { gunzip } from './gzip-stream';
import { findPart, METHOD, type ZipArchive, type ZipEntry } from './zip-archive';

/** A part's content, its CRC and size checked. Never holds more than the declared size plus one chunk. */
export async function inflateEntry(archive: ZipArchive, name: string): Promise<Uint8Array> {
  const entry = findPart(archive, name);
  if (!entry) throw new AppError('missing-part', { part: name });
  const data = archive.bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedSize);
  if (entry.method === METHOD.stored) return checked(data, entry);
  if (entry.method !== METHOD.deflated) throw new AppError('unsupported-compression', { part: entry.name });
  if (data.length > WORKBOOK_LIMITS.smallCompressedBytes && typeof DecompressionStream !== 'undefined') {
    return gunzip(data, entry);
  }
  return checked(inflateSmall(data, entry), entry);
}

/** One byte more than declared, because fflate cuts silently at the end of the buffer it is given. */
function inflateSmall(data: Uint8Array, entry: ZipEntry): Uint8Array {
  try {
    return inflateSync(data, { out: new Uint8Array(entry.size + 1) });
  } catch (cause) {
    throw new AppError('damaged-part', { part: entry.name }, { cause });
  }
}

function checked(content: Uint8Array, entry: ZipEntry): Uint8Array {
  if (content.length !== entry.size || crc32(content) !== entry.crc) {
    throw new AppError('damaged-part', { part: entry.name });
  }
  return content;
}
