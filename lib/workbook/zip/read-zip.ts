import { AppError } from '../../model/app-error';
import { WORKBOOK_LIMITS } from '../limits';
import { checkPartName } from './part-name';
import { FLAG, SIGNATURE, type ZipArchive, type ZipEntry } from './zip-archive';
import { findDirectory } from './zip-directory';

/**
 * Reads the central directory and refuses what no honest workbook has, before anything is inflated. Time is bounded by
 * the number of entries.
 */
export function readZip(bytes: Uint8Array): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > WORKBOOK_LIMITS.entries) {
    throw new AppError('too-many-entries', { count: directory.count, limit: WORKBOOK_LIMITS.entries });
  }
  const entries: ZipEntry[] = [];
  const byPartName = new Map<string, ZipEntry>();
  let total = 0;
  let offset = directory.start;
  for (let index = 0; index < directory.count; index++) {
    const entry = readEntry(view, bytes, offset, directory.shift);
    offset = entry.record.end;
    checkSize(entry);
    total += entry.size;
    if (total > WORKBOOK_LIMITS.totalBytes) throw new AppError('zip-bomb', { part: entry.name });
    entries.push(entry);
    if (entry.directory) continue;
    const key = entry.partName.toLowerCase();
    if (byPartName.has(key)) throw new AppError('duplicate-part', { part: entry.name });
    byPartName.set(key, entry);
  }
  setEnds(entries, view, directory.start);
  return { bytes, entries, byPartName, comment: directory.comment };
}

function readEntry(view: DataView, bytes: Uint8Array, start: number, shift: number): ZipEntry {
  if (start + 46 > view.byteLength || view.getUint32(start, true) !== SIGNATURE.central) {
    throw new AppError('truncated');
  }
  const nameLength = view.getUint16(start + 28, true);
  const extraStart = start + 46 + nameLength;
  const extraEnd = extraStart + view.getUint16(start + 30, true);
  const end = extraEnd + view.getUint16(start + 32, true);
  if (end > view.byteLength) throw new AppError('truncated');

  const flags = view.getUint16(start + 8, true);
  const name = decodeName(bytes.subarray(start + 46, extraStart), flags);
  const partName = checkPartName(name);
  if (flags & FLAG.encrypted) throw new AppError('encrypted');
  const [size, compressedSize, offset] = widen(view, extraStart, extraEnd, [
    view.getUint32(start + 24, true),
    view.getUint32(start + 20, true),
    view.getUint32(start + 42, true),
  ]);
  const localHeaderOffset = offset + shift;
  if (localHeaderOffset + 30 > view.byteLength) throw new AppError('truncated');
  if (view.getUint32(localHeaderOffset, true) !== SIGNATURE.local) throw new AppError('damaged-part', { part: name });
  const dataOffset =
    localHeaderOffset +
    30 +
    view.getUint16(localHeaderOffset + 26, true) +
    view.getUint16(localHeaderOffset + 28, true);
  const endOffset = dataOffset + compressedSize;
  if (endOffset > view.byteLength) throw new AppError('truncated');
  return {
    name,
    partName,
    directory: partName.endsWith('/'),
    method: view.getUint16(start + 10, true),
    flags,
    crc: view.getUint32(start + 16, true),
    compressedSize,
    size,
    localHeaderOffset,
    dataOffset,
    endOffset,
    record: { start, end },
  };
}

/** Some writers keep every size in the zip64 extra field, small packages included. */
function widen(view: DataView, start: number, end: number, fields: [number, number, number]): [number, number, number] {
  if (!fields.includes(0xffffffff)) return fields;
  for (let offset = start; offset + 4 <= end; offset += 4 + view.getUint16(offset + 2, true)) {
    if (view.getUint16(offset, true) !== 1) continue;
    let at = offset + 4;
    const fieldEnd = Math.min(end, at + view.getUint16(offset + 2, true));
    return fields.map(field => {
      if (field !== 0xffffffff || at + 8 > fieldEnd) return field;
      at += 8;
      return view.getUint32(at - 8, true) + view.getUint32(at - 4, true) * 0x1_0000_0000;
    }) as [number, number, number];
  }
  return fields;
}

function checkSize({ name, size, compressedSize }: ZipEntry): void {
  if (size > WORKBOOK_LIMITS.partBytes) throw new AppError('part-too-large', { part: name });
  if (size > WORKBOOK_LIMITS.ratioFreeBytes && size > compressedSize * WORKBOOK_LIMITS.ratio)
    throw new AppError('zip-bomb', { part: name });
}

/** No two entries may share bytes (the overlap bomb); each one's data descriptor is found between it and the next. */
function setEnds(entries: readonly ZipEntry[], view: DataView, directoryStart: number): void {
  const byPlace = [...entries].sort((a, b) => a.localHeaderOffset - b.localHeaderOffset);
  byPlace.forEach((entry, index) => {
    const next = byPlace[index + 1]?.localHeaderOffset ?? directoryStart;
    if (entry.endOffset > next) throw new AppError('zip-overlap', { part: entry.name });
    if (entry.flags & FLAG.descriptor) entry.endOffset += descriptorLength(entry, view, next - entry.endOffset);
  });
}

function descriptorLength(entry: ZipEntry, view: DataView, gap: number): number {
  if (gap < 12) return 0;
  const first = view.getUint32(entry.endOffset, true);
  const signed = first === SIGNATURE.descriptor && gap >= 16 && view.getUint32(entry.endOffset + 4, true) === entry.crc;
  if (!signed && first !== entry.crc) return 0;
  const short = signed ? 16 : 12;
  const wide = short + 8;
  if (gap === short || gap === wide) return gap;
  const shortFits = view.getUint32(entry.endOffset + short - 4, true) === entry.size;
  return shortFits || gap < wide ? short : wide;
}

/** The flag says UTF-8; without it offices in China write GBK, and many write UTF-8 all the same. */
function decodeName(bytes: Uint8Array, flags: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (flags & FLAG.utf8) throw new AppError('unsafe-part-name', { part: '' }, { cause });
    return new TextDecoder('gb18030').decode(bytes);
  }
}
