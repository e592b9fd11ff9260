import { deflateSync } from 'fflate';
import { concatBytes } from '../concat-bytes';
import { crc32 } from './crc32';
import { type Compressed, gzip } from './gzip-stream';
import { FLAG, METHOD, SIGNATURE, type ZipArchive, type ZipEntry } from './zip-archive';

export type NewContent = Uint8Array | Compressed;

export interface PackageChanges {
  /** Parts that the archive does not have yet; they go last. */
  added?: ReadonlyMap<string, NewContent>;
  removed?: ReadonlySet<string>;
}

/** From here on a native stream beats fflate. */
const LARGE_CONTENT_BYTES = 1024 * 1024;

/** 1980-01-01, the zip format's zero: an added part must not make two exports of one state differ. */
const DOS_EPOCH = 0x0021_0000;

interface Written {
  entry: ZipEntry;
  local: Uint8Array[];
  record: Uint8Array;
}

/**
 * A new archive in which only the named parts differ. Every other entry is copied as it stands: header, name bytes,
 * compressed data, data descriptor, and its directory record but for the offset. Names in `changed` and `removed` are
 * entry or part names as in `archive.entries`.
 */
export async function rewriteZip(
  archive: ZipArchive,
  changed: ReadonlyMap<string, NewContent>,
  { added = new Map(), removed = new Set() }: PackageChanges = {},
): Promise<Uint8Array> {
  const find = <T>(has: { get(name: string): T | undefined }, entry: ZipEntry) =>
    has.get(entry.name) ?? has.get(entry.partName);
  const written = new Map<ZipEntry, Written>();
  for (const entry of archive.entries) {
    if (removed.has(entry.name) || removed.has(entry.partName)) continue;
    const content = find(changed, entry);
    written.set(entry, content ? await replaceEntry(archive, entry, content) : copyEntry(archive, entry));
  }
  const byPlace = [...written.values()].sort((a, b) => a.entry.localHeaderOffset - b.entry.localHeaderOffset);
  const records = [...written.values()].map(({ record }) => record);
  for (const [name, content] of added) {
    const fresh = await newEntry(name, content);
    byPlace.push(fresh);
    records.push(fresh.record);
  }

  const chunks: Uint8Array[] = [];
  let length = 0;
  const push = (chunk: Uint8Array) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  for (const { local, record } of byPlace) {
    setOffset(record, length);
    local.forEach(push);
  }
  const directoryStart = length;
  records.forEach(push);
  push(endRecord(records.length, directoryStart, length - directoryStart, archive.comment));
  return concatBytes(chunks);
}

function copyEntry({ bytes }: ZipArchive, entry: ZipEntry): Written {
  return {
    entry,
    local: [bytes.subarray(entry.localHeaderOffset, entry.endOffset)],
    record: bytes.slice(entry.record.start, entry.record.end),
  };
}

/** Keeps the entry's name bytes, times, comment and attributes; a stored part stays stored. */
async function replaceEntry({ bytes }: ZipArchive, entry: ZipEntry, content: NewContent): Promise<Written> {
  const stored = entry.method === METHOD.stored && content instanceof Uint8Array;
  const packed = stored ? { compressed: content, crc: crc32(content), size: content.length } : await compress(content);
  const sizes = { ...packed, method: stored ? METHOD.stored : METHOD.deflated };
  const localHeader = withoutZip64(bytes.slice(entry.localHeaderOffset, entry.dataOffset), 30, 26);
  setSizes(localHeader, 6, sizes);
  const record = withoutZip64(bytes.slice(entry.record.start, entry.record.end), 46, 28);
  setSizes(record, 8, sizes);
  return { entry, local: [localHeader, packed.compressed], record };
}

async function newEntry(name: string, content: NewContent): Promise<Written> {
  const packed = await compress(content);
  const nameBytes = new TextEncoder().encode(name);
  const header = (length: number, signature: number, flagsAt: number, nameLengthAt: number) => {
    const bytes = new Uint8Array(length + nameBytes.length);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, signature, true);
    view.setUint16(flagsAt - 2, 20, true);
    view.setUint16(flagsAt, FLAG.utf8, true);
    view.setUint32(flagsAt + 4, DOS_EPOCH, true);
    view.setUint16(nameLengthAt, nameBytes.length, true);
    bytes.set(nameBytes, length);
    setSizes(bytes, flagsAt, { ...packed, method: METHOD.deflated });
    return bytes;
  };
  const record = header(46, SIGNATURE.central, 8, 28);
  new DataView(record.buffer).setUint16(4, 20, true);
  const entry: ZipEntry = {
    name,
    partName: name,
    directory: false,
    method: METHOD.deflated,
    flags: FLAG.utf8,
    crc: packed.crc,
    compressedSize: packed.compressed.length,
    size: packed.size,
    localHeaderOffset: Number.POSITIVE_INFINITY,
    dataOffset: 0,
    endOffset: 0,
    record: { start: 0, end: 0 },
  };
  return { entry, local: [header(30, SIGNATURE.local, 6, 26), packed.compressed], record };
}

async function compress(content: NewContent): Promise<Compressed> {
  if (!(content instanceof Uint8Array)) return content;
  if (content.length >= LARGE_CONTENT_BYTES && typeof CompressionStream !== 'undefined') return gzip(content);
  return { compressed: deflateSync(content, { level: 6 }), crc: crc32(content), size: content.length };
}

/** The fields from "flags" to "uncompressed size" lie in the same order in both kinds of header. */
function setSizes(
  header: Uint8Array,
  flagsAt: number,
  { compressed, crc, size, method }: Compressed & { method: number },
) {
  const view = new DataView(header.buffer, header.byteOffset);
  view.setUint16(flagsAt, view.getUint16(flagsAt, true) & ~FLAG.descriptor, true);
  view.setUint16(flagsAt + 2, method, true);
  view.setUint32(flagsAt + 8, crc, true);
  view.setUint32(flagsAt + 12, compressed.length, true);
  view.setUint32(flagsAt + 16, size, true);
}

/** A changed entry's sizes fit 32 bits: its zip64 field would contradict them. Other extra fields stay. */
function withoutZip64(header: Uint8Array, fixed: number, nameLengthAt: number): Uint8Array {
  const view = new DataView(header.buffer);
  const extraStart = fixed + view.getUint16(nameLengthAt, true);
  const extraEnd = extraStart + view.getUint16(nameLengthAt + 2, true);
  const kept: Uint8Array[] = [header.subarray(0, extraStart)];
  for (let offset = extraStart; offset < extraEnd; ) {
    const end = offset + 4 <= extraEnd ? Math.min(extraEnd, offset + 4 + view.getUint16(offset + 2, true)) : extraEnd;
    const zip64 = offset + 4 <= extraEnd && view.getUint16(offset, true) === 1;
    if (!zip64) kept.push(header.subarray(offset, end));
    offset = end;
  }
  const extraLength = kept.reduce((sum, chunk) => sum + chunk.length, 0) - extraStart;
  kept.push(header.subarray(extraEnd));
  const result = concatBytes(kept);
  new DataView(result.buffer).setUint16(nameLengthAt + 2, extraLength, true);
  return result;
}

/** Where the local header now stands. A record that kept its offset in zip64 gets it there. */
function setOffset(record: Uint8Array, offset: number): void {
  const view = new DataView(record.buffer, record.byteOffset);
  if (view.getUint32(42, true) !== 0xffffffff) {
    view.setUint32(42, offset, true);
    return;
  }
  const extraStart = 46 + view.getUint16(28, true);
  const extraEnd = extraStart + view.getUint16(30, true);
  for (let at = extraStart; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const wideSizes = [24, 20].filter(field => view.getUint32(field, true) === 0xffffffff).length;
    view.setUint32(at + 4 + wideSizes * 8, offset, true);
    view.setUint32(at + 8 + wideSizes * 8, 0, true);
    return;
  }
  view.setUint32(42, offset, true);
}

function endRecord(count: number, start: number, size: number, comment: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(22 + comment.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, SIGNATURE.end, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  view.setUint16(20, comment.length, true);
  bytes.set(comment, 22);
  return bytes;
}
