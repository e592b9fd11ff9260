const POLYNOMIAL = 0xedb88320;

/**
 * What a CRC-32 (or the difference of two) becomes when so many zero bytes follow. A CRC is a remainder in GF(2)[x], and
 * to append n zero bytes is to multiply by x^8n: this is how runs of bytes that nobody looks at enter the CRC of the whole.
 */
export function crcShifted(crc: number, byteCount: number): number {
  let factor = 0x8000_0000;
  let rest = byteCount;
  for (let power = 3; rest > 0; power++) {
    if (rest % 2 === 1) factor = multiply(POWERS[power % 32]!, factor);
    rest = Math.floor(rest / 2);
  }
  return multiply(factor, crc);
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let mask = 0x8000_0000; mask !== 0; mask >>>= 1) {
    if (a & mask) product ^= b;
    b = b & 1 ? (b >>> 1) ^ POLYNOMIAL : b >>> 1;
  }
  return product >>> 0;
}

/** x^(2^n) for n = 0 … 31; after that they repeat. */
const POWERS = new Uint32Array(32);
POWERS[0] = 0x4000_0000;
for (let n = 1; n < 32; n++) POWERS[n] = multiply(POWERS[n - 1]!, POWERS[n - 1]!);
