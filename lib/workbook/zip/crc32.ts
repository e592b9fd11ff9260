/** CRC-32 (zip, gzip) by eight tables: about 1 GB/s, eight times a single table. */
const TABLES = buildTables();

/** Goes on from the CRC of what came `before`, where something did. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  let index = 0;
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const bulkEnd = bytes.length - 7;
  while (index < bulkEnd) {
    const low =
      crc ^ (bytes[index]! | (bytes[index + 1]! << 8) | (bytes[index + 2]! << 16) | (bytes[index + 3]! << 24));
    crc =
      t7[low & 255]! ^
      t6[(low >>> 8) & 255]! ^
      t5[(low >>> 16) & 255]! ^
      t4[low >>> 24]! ^
      t3[bytes[index + 4]!]! ^
      t2[bytes[index + 5]!]! ^
      t1[bytes[index + 6]!]! ^
      t0[bytes[index + 7]!]!;
    index += 8;
  }
  while (index < bytes.length) crc = (crc >>> 8) ^ t0[(crc ^ bytes[index++]!) & 255]!;
  return ~crc >>> 0;
}

function buildTables(): Int32Array[] {
  const tables = Array.from({ length: 8 }, () => new Int32Array(256));
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    tables[0]![byte] = crc;
  }
  for (let byte = 0; byte < 256; byte++) {
    for (let level = 1; level < 8; level++) {
      const previous = tables[level - 1]![byte]!;
      tables[level]![byte] = (previous >>> 8) ^ tables[0]![previous & 255]!;
    }
  }
  return tables;
}
