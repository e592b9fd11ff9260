import { AppError } from '../../model/app-error';

/** A stream that stands directly under the container's root. */
export interface StreamEntry {
  name: string;
  start: number;
  size: number;
  /** Where its 128-byte directory entry stands in the file. */
  entryOffset: number;
}

/** The container of .xls and .et ([MS-CFB]): sectors chained by an allocation table (FAT), like a disk. */
export interface CompoundFile {
  bytes: Uint8Array;
  view: DataView;
  sectorSize: number;
  /** Streams shorter than this live in the mini stream. */
  miniCutoff: number;
  /** One entry a sector: the next sector of its chain. */
  fat: Uint32Array;
  /** Sectors that hold the FAT, in its order. */
  fatSectors: number[];
  /** Sectors that list FAT sectors beyond the 109 that fit in the header. */
  difatSectors: number[];
  miniFatStart: number;
  streams: StreamEntry[];
  /** Names of the storages (folders) beside them. */
  storages: string[];
  root: StreamEntry;
}

export const END_OF_CHAIN = 0xfffffffe;
export const FREE_SECTOR = 0xffffffff;
/** Sector numbers above this are marks, not sectors. */
export const LAST_SECTOR = 0xfffffff9;
export const HEADER_DIFAT_OFFSET = 0x4c;
export const HEADER_DIFAT_COUNT = 109;
export const MINI_SECTOR_SIZE = 64;

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENTRY_SIZE = 128;
const STORAGE_ENTRY = 1;
const STREAM_ENTRY = 2;
const NO_ENTRY = 0xffffffff;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** Every walk is bounded by the number of sectors the file really has, whatever its header claims. */
export function readCompoundFile(bytes: Uint8Array): CompoundFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isCompoundFile(bytes) || bytes.length < 1024) throw damaged('header');
  const sectorShift = view.getUint16(0x1e, true);
  if (sectorShift !== 9 && sectorShift !== 12) throw damaged('sector size');
  const file: CompoundFile = {
    bytes,
    view,
    sectorSize: 1 << sectorShift,
    miniCutoff: view.getUint32(0x38, true),
    fat: new Uint32Array(0),
    fatSectors: [],
    difatSectors: [],
    miniFatStart: view.getUint32(0x3c, true),
    streams: [],
    storages: [],
    root: { name: '', start: END_OF_CHAIN, size: 0, entryOffset: 0 },
  };
  readFatSectorList(file);
  const perSector = file.sectorSize / 4;
  file.fat = new Uint32Array(file.fatSectors.length * perSector).fill(FREE_SECTOR);
  file.fatSectors.forEach((sector, index) => {
    const offset = sectorOffset(file, sector);
    for (let i = 0; i < perSector && offset + 4 * i + 4 <= bytes.length; i++) {
      file.fat[index * perSector + i] = view.getUint32(offset + 4 * i, true);
    }
  });
  readDirectory(file);
  return file;
}

export function sectorOffset(file: CompoundFile, sector: number): number {
  return (sector + 1) * file.sectorSize;
}

/** Sectors the file has room for; the last may be cut short, as some writers leave it. */
export function sectorCount(file: CompoundFile): number {
  return Math.max(0, Math.ceil(file.bytes.length / file.sectorSize) - 1);
}

/** The sectors of a chain; a loop or a sector outside the file is damage. */
export function sectorChain(file: CompoundFile, start: number): number[] {
  const limit = sectorCount(file);
  const chain: number[] = [];
  for (let sector = start; sector <= LAST_SECTOR; sector = file.fat[sector] ?? END_OF_CHAIN) {
    if (sector >= limit || chain.length >= limit) throw damaged('sector chain');
    chain.push(sector);
  }
  return chain;
}

export function findStream(file: CompoundFile, name: string): StreamEntry | undefined {
  const wanted = name.toLowerCase();
  return file.streams.find(stream => stream.name.toLowerCase() === wanted);
}

export const isMiniStream = (file: CompoundFile, entry: StreamEntry): boolean => entry.size < file.miniCutoff;

export function readStream(file: CompoundFile, entry: StreamEntry): Uint8Array {
  return isMiniStream(file, entry) ? readMiniStream(file, entry) : readChain(file, entry.start, entry.size);
}

/** The mini FAT's entries along a mini stream's chain: where each 64-byte piece is. */
export function miniChain(file: CompoundFile, entry: StreamEntry): number[] {
  const miniFat = readMiniFat(file);
  const chain: number[] = [];
  for (let piece = entry.start; piece <= LAST_SECTOR; piece = miniFat.getUint32(piece * 4, true)) {
    if (piece * 4 + 4 > miniFat.byteLength || chain.length * 4 >= miniFat.byteLength) throw damaged('mini chain');
    chain.push(piece);
  }
  return chain;
}

function readMiniFat(file: CompoundFile): DataView {
  const sectors = sectorChain(file, file.miniFatStart);
  return new DataView(readChain(file, file.miniFatStart, sectors.length * file.sectorSize).buffer);
}

function readMiniStream(file: CompoundFile, entry: StreamEntry): Uint8Array {
  const pieces = miniChain(file, entry);
  if (pieces.length * MINI_SECTOR_SIZE < entry.size) throw damaged('stream length');
  const container = readChain(file, file.root.start, file.root.size);
  const content = new Uint8Array(pieces.length * MINI_SECTOR_SIZE);
  pieces.forEach((piece, index) => {
    content.set(container.subarray(piece * MINI_SECTOR_SIZE, (piece + 1) * MINI_SECTOR_SIZE), index * MINI_SECTOR_SIZE);
  });
  return content.subarray(0, entry.size);
}

function readChain(file: CompoundFile, start: number, size: number): Uint8Array {
  const sectors = sectorChain(file, start);
  if (sectors.length * file.sectorSize < size) throw damaged('stream length');
  const content = new Uint8Array(sectors.length * file.sectorSize);
  sectors.forEach((sector, index) => {
    const offset = sectorOffset(file, sector);
    content.set(file.bytes.subarray(offset, offset + file.sectorSize), index * file.sectorSize);
  });
  return content.subarray(0, size);
}

function readFatSectorList(file: CompoundFile): void {
  const limit = sectorCount(file);
  const take = (sector: number): void => {
    if (sector > LAST_SECTOR) return;
    if (sector >= limit || file.fatSectors.length >= limit) throw damaged('allocation table');
    file.fatSectors.push(sector);
  };
  for (let i = 0; i < HEADER_DIFAT_COUNT; i++) take(file.view.getUint32(HEADER_DIFAT_OFFSET + 4 * i, true));
  let difat = file.view.getUint32(0x44, true);
  while (difat <= LAST_SECTOR) {
    const offset = sectorOffset(file, difat);
    if (offset + file.sectorSize > file.bytes.length || file.difatSectors.length >= limit) throw damaged('DIFAT');
    file.difatSectors.push(difat);
    const last = file.sectorSize - 4;
    for (let at = 0; at < last; at += 4) take(file.view.getUint32(offset + at, true));
    difat = file.view.getUint32(offset + last, true);
  }
}

/** Only the root's own children: an embedded workbook inside another storage has a stream "Workbook" too. */
function readDirectory(file: CompoundFile): void {
  const sectors = sectorChain(file, file.view.getUint32(0x30, true));
  const perSector = file.sectorSize / ENTRY_SIZE;
  const offsetOf = (index: number): number | null => {
    const sector = sectors[Math.floor(index / perSector)];
    if (sector === undefined) return null;
    const offset = sectorOffset(file, sector) + (index % perSector) * ENTRY_SIZE;
    return offset + ENTRY_SIZE <= file.bytes.length ? offset : null;
  };
  const rootOffset = offsetOf(0);
  if (rootOffset === null) throw damaged('directory');
  file.root = readEntry(file, rootOffset);
  const seen = new Set<number>();
  const waiting = [file.view.getUint32(rootOffset + 0x4c, true)];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const offset = index === NO_ENTRY || seen.has(index) ? null : offsetOf(index);
    if (offset === null) continue;
    seen.add(index);
    const kind = file.view.getUint8(offset + 0x42);
    if (kind === STREAM_ENTRY) file.streams.push(readEntry(file, offset));
    else if (kind === STORAGE_ENTRY) file.storages.push(readEntry(file, offset).name);
    waiting.push(file.view.getUint32(offset + 0x44, true), file.view.getUint32(offset + 0x48, true));
  }
}

function readEntry(file: CompoundFile, offset: number): StreamEntry {
  const { view } = file;
  const units = Math.min(32, Math.max(0, view.getUint16(offset + 0x40, true) / 2 - 1));
  let name = '';
  for (let i = 0; i < units; i++) name += String.fromCharCode(view.getUint16(offset + 2 * i, true));
  return {
    name,
    start: view.getUint32(offset + 0x74, true),
    // The upper half of the size is garbage in files of version 3.
    size: view.getUint32(offset + 0x78, true),
    entryOffset: offset,
  };
}

function damaged(part: string): AppError {
  return new AppError('damaged-xls', { part });
}
