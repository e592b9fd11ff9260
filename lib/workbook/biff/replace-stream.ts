import {
  type CompoundFile,
  END_OF_CHAIN,
  FREE_SECTOR,
  HEADER_DIFAT_COUNT,
  HEADER_DIFAT_OFFSET,
  isMiniStream,
  miniChain,
  type StreamEntry,
  sectorChain,
  sectorCount,
  sectorOffset,
} from './compound-file';

const FAT_SECTOR = 0xfffffffd;
const DIFAT_SECTOR = 0xfffffffc;

/**
 * The file with one stream's content changed. The stream keeps its sectors; what no longer fits goes into sectors
 * appended to the file. Every other sector stays where it is, byte for byte (rebuilding the container changed
 * other streams in 5 of 726 real files). A stream that would be short enough for the mini stream is padded with
 * zeros, which readers skip after the last record, so that streams only ever leave the mini stream.
 */
export function replaceStream(file: CompoundFile, entry: StreamEntry, content: Uint8Array): Uint8Array {
  const size = Math.max(content.length, file.miniCutoff);
  const wasMini = isMiniStream(file, entry);
  const kept = wasMini ? [] : ownSectors(file, entry);
  const needed = Math.ceil(size / file.sectorSize);
  const fat = new GrowingFat(file, Math.max(0, needed - kept.length));
  const chain = kept.slice(0, needed);
  while (chain.length < needed) chain.push(fat.append());
  chain.forEach((sector, index) => {
    fat.set(sector, chain[index + 1] ?? END_OF_CHAIN);
  });
  for (const sector of kept.slice(needed)) fat.set(sector, FREE_SECTOR);

  const output = new Uint8Array((fat.sectors + 1) * file.sectorSize);
  output.set(file.bytes);
  const view = new DataView(output.buffer);
  chain.forEach((sector, index) => {
    const piece = content.subarray(index * file.sectorSize, (index + 1) * file.sectorSize);
    const offset = sectorOffset(file, sector);
    output.fill(0, offset + piece.length, offset + file.sectorSize);
    output.set(piece, offset);
  });
  if (wasMini) freeMiniChain(file, entry, view);
  fat.write(view);
  view.setUint32(entry.entryOffset + 0x74, chain[0]!, true);
  view.setUint32(entry.entryOffset + 0x78, size, true);
  return output;
}

/** Some writers let the chain run on into sectors of others, such as the directory: only what the size covers is the stream's. */
function ownSectors(file: CompoundFile, { start, size }: StreamEntry): number[] {
  return sectorChain(file, start).slice(0, Math.ceil(size / file.sectorSize));
}

function freeMiniChain(file: CompoundFile, entry: StreamEntry, view: DataView): void {
  const miniFatSectors = sectorChain(file, file.miniFatStart);
  const perSector = file.sectorSize / 4;
  for (const piece of miniChain(file, entry)) {
    const sector = miniFatSectors[Math.floor(piece / perSector)]!;
    view.setUint32(sectorOffset(file, sector) + (piece % perSector) * 4, FREE_SECTOR, true);
  }
}

/** Changes to the allocation table, and the sectors it needs for itself when the file outgrows it. */
class GrowingFat {
  sectors: number;
  private readonly changes = new Map<number, number>();
  private readonly addedFat: number[] = [];
  private readonly addedDifat: number[] = [];

  constructor(
    private readonly file: CompoundFile,
    wanted: number,
  ) {
    this.sectors = sectorCount(file);
    const perSector = file.sectorSize / 4;
    const difatSlots = () => HEADER_DIFAT_COUNT + (file.difatSectors.length + this.addedDifat.length) * (perSector - 1);
    const fatCount = () => file.fatSectors.length + this.addedFat.length;
    while (fatCount() * perSector < this.sectors + wanted || fatCount() > difatSlots()) {
      if (fatCount() > difatSlots()) this.addedDifat.push(this.take(DIFAT_SECTOR));
      else this.addedFat.push(this.take(FAT_SECTOR));
    }
  }

  append(): number {
    return this.take(END_OF_CHAIN);
  }

  set(sector: number, next: number): void {
    if (this.file.fat[sector] === next) this.changes.delete(sector);
    else this.changes.set(sector, next);
  }

  write(view: DataView): void {
    const { file } = this;
    const perSector = file.sectorSize / 4;
    const fatSectors = [...file.fatSectors, ...this.addedFat];
    const difatSectors = [...file.difatSectors, ...this.addedDifat];
    for (const sector of this.addedFat) this.fillSector(view, sector);
    for (const sector of this.addedDifat) this.fillSector(view, sector);
    for (const [sector, next] of this.changes) {
      const holder = fatSectors[Math.floor(sector / perSector)]!;
      view.setUint32(sectorOffset(file, holder) + (sector % perSector) * 4, next, true);
    }
    if (this.addedFat.length === 0) return;
    for (let index = file.fatSectors.length; index < fatSectors.length; index++) {
      view.setUint32(this.difatSlot(index, difatSectors), fatSectors[index]!, true);
    }
    view.setUint32(0x2c, fatSectors.length, true);
    if (this.addedDifat.length === 0) return;
    difatSectors.forEach((sector, index) => {
      const end = sectorOffset(file, sector) + file.sectorSize - 4;
      view.setUint32(end, difatSectors[index + 1] ?? END_OF_CHAIN, true);
    });
    view.setUint32(0x44, difatSectors[0]!, true);
    view.setUint32(0x48, difatSectors.length, true);
  }

  private take(mark: number): number {
    const sector = this.sectors++;
    this.changes.set(sector, mark);
    return sector;
  }

  private fillSector(view: DataView, sector: number): void {
    const offset = sectorOffset(this.file, sector);
    for (let at = 0; at < this.file.sectorSize; at += 4) view.setUint32(offset + at, FREE_SECTOR, true);
  }

  private difatSlot(index: number, difatSectors: readonly number[]): number {
    if (index < HEADER_DIFAT_COUNT) return HEADER_DIFAT_OFFSET + 4 * index;
    const perSector = this.file.sectorSize / 4 - 1;
    const beyond = index - HEADER_DIFAT_COUNT;
    return sectorOffset(this.file, difatSectors[Math.floor(beyond / perSector)]!) + (beyond % perSector) * 4;
  }
}
