import {
  CODE_LENGTH_ORDER,
  DYNAMIC,
  END_OF_BLOCK,
  FIXED,
  FIXED_DISTANCE_LENGTHS,
  FIXED_LITERAL_LENGTHS,
  STORED,
} from './deflate-format';
import { canonicalCodes } from './huffman-codes';
import { distanceTable, type HuffmanTable, literalTable } from './huffman-table';

interface BlockPlace {
  /** Where the block starts, and its symbols or bytes, in bits of the compressed stream. */
  headerBit: number;
  dataBit: number;
  final: boolean;
}

export interface StoredBlock extends BlockPlace {
  stored: true;
  length: number;
}

export interface HuffmanBlock extends BlockPlace {
  stored: false;
  literals: HuffmanTable;
  distances: HuffmanTable;
  /** The code that ends the block, as it stands in the stream. */
  end: { code: number; length: number };
}

export type Block = StoredBlock | HuffmanBlock;

const FIXED_TABLES = {
  literals: literalTable(FIXED_LITERAL_LENGTHS)!,
  distances: distanceTable(FIXED_DISTANCE_LENGTHS)!,
  end: { code: 0, length: 7 },
};

/** Reads the header at this bit; null where no sound block starts. */
export function readBlockHeader(stream: Uint8Array, headerBit: number): Block | null {
  const final = bitsAt(stream, headerBit, 1) === 1;
  const type = bitsAt(stream, headerBit + 1, 2);
  const afterType = headerBit + 3;
  if (type === STORED) return storedBlock(stream, { headerBit, final, dataBit: afterType });
  if (type === FIXED) return { headerBit, final, dataBit: afterType, stored: false, ...FIXED_TABLES };
  return type === DYNAMIC ? dynamicBlock(stream, { headerBit, final, dataBit: afterType }) : null;
}

/** Up to 16 bits; beyond the end of the stream there are only zeros. */
export function bitsAt(stream: Uint8Array, bit: number, count: number): number {
  const at = Math.floor(bit / 8);
  const bytes = (stream[at] ?? 0) | ((stream[at + 1] ?? 0) << 8) | ((stream[at + 2] ?? 0) << 16);
  return (bytes >>> (bit & 7)) & ((1 << count) - 1);
}

function storedBlock(stream: Uint8Array, place: BlockPlace): StoredBlock | null {
  const at = Math.ceil(place.dataBit / 8);
  const length = bitsAt(stream, at * 8, 16);
  const sound = bitsAt(stream, at * 8 + 16, 16) === (length ^ 0xffff) && at + 4 + length <= stream.length;
  return sound ? { ...place, dataBit: (at + 4) * 8, stored: true, length } : null;
}

function dynamicBlock(stream: Uint8Array, place: BlockPlace): HuffmanBlock | null {
  let bit = place.dataBit;
  const read = (count: number): number => {
    bit += count;
    return bitsAt(stream, bit - count, count);
  };
  const literalCount = read(5) + 257;
  const distanceCount = read(5) + 1;
  const codeLengthCount = read(4) + 4;
  if (literalCount > 286 || distanceCount > 30) return null;
  const codeLengths = new Uint8Array(19);
  for (const symbol of CODE_LENGTH_ORDER.slice(0, codeLengthCount)) codeLengths[symbol] = read(3);
  const decode = codeLengthDecoder(codeLengths);
  if (!decode) return null;

  const lengths = new Uint8Array(literalCount + distanceCount);
  for (let filled = 0; filled < lengths.length; ) {
    const entry = decode[bitsAt(stream, bit, 7)]!;
    if (entry === 0) return null;
    bit += entry & 15;
    const symbol = entry >>> 4;
    if (symbol < 16) {
      lengths[filled++] = symbol;
      continue;
    }
    if (symbol === 16 && filled === 0) return null;
    const repeated = symbol === 16 ? lengths[filled - 1]! : 0;
    const times = symbol === 16 ? 3 + read(2) : symbol === 17 ? 3 + read(3) : 11 + read(7);
    if (filled + times > lengths.length) return null;
    lengths.fill(repeated, filled, filled + times);
    filled += times;
  }
  const literalLengths = lengths.subarray(0, literalCount);
  const endLength = literalLengths[END_OF_BLOCK]!;
  const literals = literalTable(literalLengths);
  const distances = distanceTable(lengths.subarray(literalCount));
  if (endLength === 0 || !literals || !distances) return null;
  const end = { code: canonicalCodes(literalLengths)![END_OF_BLOCK]!, length: endLength };
  return { ...place, dataBit: bit, stored: false, literals, distances, end };
}

/** 128 entries by the next 7 bits: symbol << 4 | code length; 0 where there is no code. */
function codeLengthDecoder(lengths: Uint8Array): Uint16Array | null {
  const codes = canonicalCodes(lengths);
  if (!codes) return null;
  const table = new Uint16Array(128);
  lengths.forEach((length, symbol) => {
    for (let index = codes[symbol]!; length && index < 128; index += 1 << length) table[index] = (symbol << 4) | length;
  });
  return table;
}
