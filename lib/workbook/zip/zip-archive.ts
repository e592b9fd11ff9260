/** One entry of the central directory, with the place of its data. Offsets count from the start of the file. */
export interface ZipEntry {
  /** As the file has it, decoded. Compare parts by `partName`. */
  name: string;
  /** The name with forward slashes; "" never occurs. */
  partName: string;
  directory: boolean;
  method: number;
  flags: number;
  crc: number;
  compressedSize: number;
  size: number;
  localHeaderOffset: number;
  dataOffset: number;
  /** End of everything that belongs to the entry, its data descriptor included. */
  endOffset: number;
  /** The entry's record in the central directory. */
  record: { start: number; end: number };
}

export interface ZipArchive {
  bytes: Uint8Array;
  /** In the order of the central directory. */
  entries: readonly ZipEntry[];
  /** By `partName` in lower case, because part names are equal without regard to case (ECMA-376 part 2, 6.2.2.3). */
  byPartName: ReadonlyMap<string, ZipEntry>;
  comment: Uint8Array;
}

export const SIGNATURE = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end: 0x06054b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
} as const;

export const FLAG = { encrypted: 1, descriptor: 8, utf8: 0x800 } as const;

export const METHOD = { stored: 0, deflated: 8 } as const;

/** The entry of a part, whatever its case or slashes in the file. */
export function findPart(archive: ZipArchive, partName: string): ZipEntry | undefined {
  return archive.byPartName.get(partName.replaceAll('\\', '/').toLowerCase());
}
