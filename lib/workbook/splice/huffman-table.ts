import { DISTANCE_BASE, DISTANCE_EXTRA, END_OF_BLOCK, LENGTH_BASE, LENGTH_EXTRA } from './deflate-format';
import { canonicalCodes } from './huffman-codes';

/**
 * A decoding table: the next ROOT_BITS bits of the stream index an entry. Codes longer than that lead to a second table
 * behind the first. An entry holds, from the lowest bit: 4 bits code length, 4 bits number of extra bits (for a link: bits
 * that index the second table), 16 bits value (byte, length, distance, place of the second table), and the flags below.
 * 10 bits keep the first table in 4 kB, well inside the first-level cache.
 */
export type HuffmanTable = Int32Array;

export const ROOT_BITS = 10;
export const ROOT_MASK = (1 << ROOT_BITS) - 1;
/** Set (so the entry is negative) for everything but a literal byte. */
export const NOT_LITERAL = -0x8000_0000;
export const LINK = 1 << 30;
/** End of block (value 1) or no code at all (value 0). */
export const STOP = 1 << 29;

const NO_CODE = NOT_LITERAL | STOP;

/** What each symbol of the literal and length alphabet means, without its code length. */
const LITERAL_MEANINGS = Int32Array.from({ length: 288 }, (_, symbol) => {
  if (symbol < END_OF_BLOCK) return symbol << 8;
  if (symbol === END_OF_BLOCK) return NO_CODE | (1 << 8);
  const place = symbol - END_OF_BLOCK - 1;
  const base = LENGTH_BASE[place];
  return base === undefined ? NO_CODE : NOT_LITERAL | (base << 8) | (LENGTH_EXTRA[place]! << 4);
});

const DISTANCE_MEANINGS = Int32Array.from({ length: 32 }, (_, symbol) => {
  const base = DISTANCE_BASE[symbol];
  return base === undefined ? NO_CODE : (base << 8) | (DISTANCE_EXTRA[symbol]! << 4);
});

/** null for lengths that are no code. */
export const literalTable = (lengths: Uint8Array): HuffmanTable | null => buildTable(lengths, LITERAL_MEANINGS);
export const distanceTable = (lengths: Uint8Array): HuffmanTable | null => buildTable(lengths, DISTANCE_MEANINGS);

function buildTable(lengths: Uint8Array, meanings: Int32Array): HuffmanTable | null {
  const codes = canonicalCodes(lengths);
  if (!codes) return null;
  const deepest = new Uint8Array(1 << ROOT_BITS);
  let size = 1 << ROOT_BITS;
  lengths.forEach((length, symbol) => {
    const root = codes[symbol]! & ROOT_MASK;
    if (length > ROOT_BITS && length > deepest[root]!) {
      size += (1 << (length - ROOT_BITS)) - (deepest[root]! && 1 << (deepest[root]! - ROOT_BITS));
      deepest[root] = length;
    }
  });
  const table = new Int32Array(size).fill(NO_CODE);
  let end = 1 << ROOT_BITS;
  deepest.forEach((length, root) => {
    if (!length) return;
    table[root] = NOT_LITERAL | LINK | (end << 8) | ((length - ROOT_BITS) << 4);
    end += 1 << (length - ROOT_BITS);
  });
  lengths.forEach((length, symbol) => {
    if (!length) return;
    const entry = meanings[symbol]! | length;
    const code = codes[symbol]!;
    if (length <= ROOT_BITS) {
      fillEvery(table, code, 1 << length, 1 << ROOT_BITS, entry);
    } else {
      const link = table[code & ROOT_MASK]!;
      const start = (link >>> 8) & 0xffff;
      const end = start + (1 << ((link >>> 4) & 15));
      fillEvery(table, start + (code >>> ROOT_BITS), 1 << (length - ROOT_BITS), end, entry);
    }
  });
  return table;
}

function fillEvery(table: HuffmanTable, first: number, step: number, end: number, entry: number): void {
  for (let index = first; index < end; index += step) table[index] = entry;
}
