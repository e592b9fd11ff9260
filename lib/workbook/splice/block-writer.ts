import type { BitWriter } from './bit-writer';
import { codeLengths } from './code-lengths';
import {
  CODE_LENGTH_ORDER,
  DISTANCE_BASE,
  DISTANCE_EXTRA,
  DYNAMIC,
  END_OF_BLOCK,
  FIXED,
  FIXED_DISTANCE_LENGTHS,
  FIXED_LITERAL_LENGTHS,
  LENGTH_BASE,
  LENGTH_EXTRA,
} from './deflate-format';
import { canonicalCodes } from './huffman-codes';

/** Enough for a code that fits its text, few enough that the text does not change under it; zlib takes 16,383. */
const SYMBOLS_PER_BLOCK = 24_000;

const LENGTH_SYMBOL = Uint16Array.from(
  { length: 259 },
  (_, length) =>
    END_OF_BLOCK +
    1 +
    Math.max(
      0,
      lastIndex(LENGTH_BASE, base => base <= length),
    ),
);
/** By distance - 1 below 256, by (distance - 1) >> 7 beyond: no code above the 16th starts inside such a step. */
const DISTANCE_SYMBOL = Uint8Array.from({ length: 512 }, (_, index) => {
  const distance = (index < 256 ? index : (index - 256) << 7) + 1;
  return lastIndex(DISTANCE_BASE, base => base <= distance);
});

const distanceSymbol = (distance: number): number =>
  DISTANCE_SYMBOL[distance <= 256 ? distance - 1 : 256 + ((distance - 1) >>> 7)]!;

interface Code {
  lengths: Uint8Array;
  codes: Uint16Array;
}

const FIXED_CODES = { literals: code(FIXED_LITERAL_LENGTHS), distances: code(FIXED_DISTANCE_LENGTHS) };

/** Gathers symbols (literal: its byte; match: length << 16 | distance) and writes them as blocks with their own codes. */
export class BlockWriter {
  #symbols = new Uint32Array(SYMBOLS_PER_BLOCK);
  #count = 0;
  #literals = new Uint32Array(286);
  #distances = new Uint32Array(30);

  constructor(private readonly bits: BitWriter) {}

  literal(byte: number): void {
    if (this.#count === SYMBOLS_PER_BLOCK) this.#writeBlock(false);
    this.#symbols[this.#count++] = byte;
    this.#literals[byte]!++;
  }

  /** 3–258 bytes from 1–32,768 back. */
  match(length: number, distance: number): void {
    if (this.#count === SYMBOLS_PER_BLOCK) this.#writeBlock(false);
    this.#symbols[this.#count++] = (length << 16) | distance;
    this.#literals[LENGTH_SYMBOL[length]!]!++;
    this.#distances[distanceSymbol(distance)]!++;
  }

  /** Writes what is left; a final block even when nothing is. */
  finish(final: boolean): void {
    if (this.#count > 0 || final) this.#writeBlock(final);
  }

  #writeBlock(final: boolean): void {
    this.#literals[END_OF_BLOCK] = 1;
    const own = { literals: code(codeLengths(this.#literals, 15)), distances: code(codeLengths(this.#distances, 15)) };
    const header = new DynamicHeader(own.literals.lengths, own.distances.lengths);
    const gain = this.#size(FIXED_CODES) - this.#size(own) - header.size;
    this.bits.write(final ? 1 : 0, 1);
    this.bits.write(gain > 0 ? DYNAMIC : FIXED, 2);
    if (gain > 0) header.write(this.bits);
    this.#writeSymbols(gain > 0 ? own : FIXED_CODES);
    this.#count = 0;
    this.#literals.fill(0);
    this.#distances.fill(0);
  }

  /** Without the extra bits, which are the same whatever the code. */
  #size({ literals, distances }: { literals: Code; distances: Code }): number {
    return weighed(this.#literals, literals.lengths) + weighed(this.#distances, distances.lengths);
  }

  #writeSymbols({ literals, distances }: { literals: Code; distances: Code }): void {
    const { bits } = this;
    for (let index = 0; index < this.#count; index++) {
      const symbol = this.#symbols[index]!;
      const length = symbol >>> 16;
      if (length === 0) {
        bits.write(literals.codes[symbol]!, literals.lengths[symbol]!);
        continue;
      }
      const lengthSymbol = LENGTH_SYMBOL[length]!;
      const lengthPlace = lengthSymbol - END_OF_BLOCK - 1;
      const lengthCode = literals.lengths[lengthSymbol]!;
      const lengthExtra = length - LENGTH_BASE[lengthPlace]!;
      bits.write(literals.codes[lengthSymbol]! | (lengthExtra << lengthCode), lengthCode + LENGTH_EXTRA[lengthPlace]!);
      const distance = symbol & 0xffff;
      const far = distanceSymbol(distance);
      bits.write(distances.codes[far]!, distances.lengths[far]!);
      bits.write(distance - DISTANCE_BASE[far]!, DISTANCE_EXTRA[far]!);
    }
    bits.write(literals.codes[END_OF_BLOCK]!, literals.lengths[END_OF_BLOCK]!);
  }
}

/** The description of a dynamic block's two codes: their lengths, run-length coded, coded once more. */
class DynamicHeader {
  readonly size: number;
  readonly #literalCount: number;
  readonly #distanceCount: number;
  /** symbol | extra << 8 */
  readonly #runs: number[];
  readonly #code: Code;
  readonly #codeCount: number;

  constructor(literalLengths: Uint8Array, distanceLengths: Uint8Array) {
    this.#literalCount = Math.max(257, lastIndex(literalLengths, length => length > 0) + 1);
    this.#distanceCount = Math.max(1, lastIndex(distanceLengths, length => length > 0) + 1);
    const lengths = [
      ...literalLengths.subarray(0, this.#literalCount),
      ...distanceLengths.subarray(0, this.#distanceCount),
    ];
    this.#runs = runs(lengths);
    const frequencies = new Uint32Array(19);
    for (const run of this.#runs) frequencies[run & 0xff]!++;
    this.#code = code(codeLengths(frequencies, 7));
    this.#codeCount = Math.max(4, lastIndex(CODE_LENGTH_ORDER, symbol => this.#code.lengths[symbol]! > 0) + 1);
    const extra = 2 * frequencies[16]! + 3 * frequencies[17]! + 7 * frequencies[18]!;
    this.size = 14 + 3 * this.#codeCount + weighed(frequencies, this.#code.lengths) + extra;
  }

  write(bits: BitWriter): void {
    bits.write(this.#literalCount - 257, 5);
    bits.write(this.#distanceCount - 1, 5);
    bits.write(this.#codeCount - 4, 4);
    for (const symbol of CODE_LENGTH_ORDER.slice(0, this.#codeCount)) bits.write(this.#code.lengths[symbol]!, 3);
    for (const run of this.#runs) {
      const symbol = run & 0xff;
      bits.write(this.#code.codes[symbol]!, this.#code.lengths[symbol]!);
      if (symbol >= 16) bits.write(run >>> 8, symbol === 16 ? 2 : symbol === 17 ? 3 : 7);
    }
  }
}

function runs(lengths: readonly number[]): number[] {
  const result: number[] = [];
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at]!;
    let end = at + 1;
    while (end < lengths.length && lengths[end] === length) end++;
    let rest = end - at;
    if (length !== 0) {
      result.push(length);
      rest--;
    }
    while (rest >= 3) {
      const most = length === 0 ? 138 : 6;
      const times = Math.min(rest, most);
      if (length !== 0) result.push(16 | ((times - 3) << 8));
      else result.push(times <= 10 ? 17 | ((times - 3) << 8) : 18 | ((times - 11) << 8));
      rest -= times;
    }
    while (rest-- > 0) result.push(length);
    at = end;
  }
  return result;
}

function code(lengths: Uint8Array): Code {
  return { lengths, codes: canonicalCodes(lengths)! };
}

function weighed(frequencies: Uint32Array, lengths: Uint8Array): number {
  return frequencies.reduce((sum, frequency, symbol) => sum + frequency * lengths[symbol]!, 0);
}

/** Array.prototype.findLastIndex, which Chromium has only since 97. */
function lastIndex(values: ArrayLike<number>, matches: (value: number) => boolean): number {
  let index = values.length - 1;
  while (index >= 0 && !matches(values[index]!)) index--;
  return index;
}
