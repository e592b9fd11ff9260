const LONGEST_CODE = 15;

/**
 * The canonical codes of RFC 1951, 3.2.2, bit-reversed, as they stand in the stream. null where the lengths give more
 * codes than there are, or fewer (only a lone code of one bit may be incomplete).
 */
export function canonicalCodes(lengths: Uint8Array): Uint16Array | null {
  const counts = new Uint16Array(LONGEST_CODE + 1);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;
  const next = new Uint16Array(LONGEST_CODE + 2);
  let free = 1;
  let used = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    free = free * 2 - counts[length]!;
    if (free < 0) return null;
    used += counts[length]!;
    next[length + 1] = (next[length]! + counts[length]!) << 1;
  }
  const alone = used === 0 || (used === 1 && counts[1] === 1);
  if (free > 0 && !alone) return null;
  const codes = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length) codes[symbol] = reversed(next[length]!++, length);
  });
  return codes;
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >>> bit) & 1) << (length - 1 - bit);
  return result;
}
