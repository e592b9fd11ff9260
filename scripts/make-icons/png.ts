import { zlibSync } from 'fflate';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const EIGHT_BIT_RGBA = [8, 6, 0, 0, 0];

/** Square RGBA pixels, row by row, as a PNG. fflate deflates the same everywhere, so the bytes can be compared. */
export function encodePng(pixels: Uint8Array, size: number): Uint8Array {
  const rows = new Uint8Array(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) {
    rows.set(pixels.subarray(y * size * 4, (y + 1) * size * 4), y * (size * 4 + 1) + 1);
  }
  const header = Uint8Array.of(...uint32(size), ...uint32(size), ...EIGHT_BIT_RGBA);
  return Uint8Array.of(
    ...SIGNATURE,
    ...chunk('IHDR', header),
    ...chunk('IDAT', zlibSync(rows, { level: 9 })),
    ...chunk('IEND', new Uint8Array()),
  );
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Uint8Array.of(...[...name].map(letter => letter.charCodeAt(0)), ...data);
  return Uint8Array.of(...uint32(data.length), ...body, ...uint32(crc32(body)));
}

function uint32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
