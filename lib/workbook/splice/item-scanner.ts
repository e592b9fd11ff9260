/** Where the rows of a sheet, or the strings of the shared table, lie in their part: one mark about every 8 KiB. */
export interface ItemMarks {
  /** The number of a mark's item, 0-based: the row's number, or the string's index; always rising. */
  numbers: Uint32Array;
  /** Where the item starts. The first mark is the first item. */
  offsets: Uint32Array;
  /** Where the close tag of what holds the items starts. */
  end: number;
  /** How many items there are. */
  count: number;
}

/** What is marked: rows by their r attribute, strings by counting. */
export const ITEMS = {
  rows: { container: 'sheetData', item: 'row', numbered: true },
  strings: { container: 'sst', item: 'si', numbered: false },
} as const;

export type ItemKind = keyof typeof ITEMS;

const MARK_BYTES = 8 * 1024;
/** So much of a tag is looked at to see what it is. No name of the format is half as long. */
const LONGEST_NAME = 64;
/** A tag longer than this is left to the ordinary way. */
const LONGEST_TAG = 64 * 1024;
const MAX_ROW = 1_048_576;

const [TAB, LINE_FEED, RETURN, SPACE, QUOTE, APOSTROPHE, SLASH, COLON, LESS_THAN, EQUALS, GREATER_THAN] = [
  9, 10, 13, 32, 34, 39, 47, 58, 60, 61, 62,
];
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const LETTER_F = 0x66;
const LETTER_R = 0x72;

/**
 * Looks for the items in a part that comes in stretches. It does not check the XML, which the reading of the workbook has
 * done. It gives up on whatever could mislead it (a comment, CDATA, a DTD, rows without r or out of order), and on formulas:
 * what depends on a filled cell can stand in any row.
 */
export class ItemScanner {
  readonly #container: Uint8Array;
  readonly #item: Uint8Array;
  readonly #numbered: boolean;
  readonly #numbers: number[] = [];
  readonly #offsets: number[] = [];
  #count = 0;
  #lastNumber = -1;
  #place: 'before' | 'inside' | 'after' | 'lost' = 'before';
  #end = 0;
  /** The start of a tag that the last stretch cut off. */
  #rest = new Uint8Array(0);
  #restOffset = 0;

  constructor(kind: ItemKind) {
    const { container, item, numbered } = ITEMS[kind];
    const encoder = new TextEncoder();
    this.#container = encoder.encode(container);
    this.#item = encoder.encode(item);
    this.#numbered = numbered;
  }

  /** The stretch of the part that comes next, and where it begins. false: it has given up. */
  pass(stretch: Uint8Array, offset: number): boolean {
    if (this.#isDone()) return this.#place === 'after';
    const bytes = this.#withRest(stretch);
    const read = this.#readTags(bytes, offset - (bytes.length - stretch.length), bytes.length - LONGEST_NAME);
    if (this.#isDone()) return this.#place === 'after';
    this.#rest = bytes.slice(read);
    this.#restOffset = offset + stretch.length - this.#rest.length;
    return this.#rest.length <= LONGEST_TAG;
  }

  /** Reads the tags that start before `limit`; returns where it stopped. */
  #readTags(bytes: Uint8Array, base: number, limit: number): number {
    let at = 0;
    for (;;) {
      while (at < bytes.length && bytes[at] !== LESS_THAN) at++;
      if (at >= limit) return at;
      const name = bytes[at + 1] === SLASH ? at + 2 : at + 1;
      if (isCommonest(bytes[name]!) && endsName(bytes[name + 1]!)) {
        at = name + 1;
        continue;
      }
      const next = this.#readTag(bytes, at, base);
      if (next < 0 || this.#isDone()) return at;
      at = next;
    }
  }

  /** null where the part is no case for marks, or has no items. */
  finish(): ItemMarks | null {
    if (!this.#isDone()) this.#readTags(this.#rest, this.#restOffset, this.#rest.length);
    if (this.#place !== 'after' || this.#count === 0) return null;
    return {
      numbers: Uint32Array.from(this.#numbers),
      offsets: Uint32Array.from(this.#offsets),
      end: this.#end,
      count: this.#count,
    };
  }

  #isDone(): boolean {
    return this.#place === 'after' || this.#place === 'lost';
  }

  #withRest(stretch: Uint8Array): Uint8Array {
    if (this.#rest.length === 0) return stretch;
    const bytes = new Uint8Array(this.#rest.length + stretch.length);
    bytes.set(this.#rest);
    bytes.set(stretch, this.#rest.length);
    return bytes;
  }

  /** Returns from where to go on: "<" stands in tags only, so most need not be read to their end. −1: not all of it is here. */
  #readTag(bytes: Uint8Array, start: number, base: number): number {
    const first = bytes[start + 1]!;
    if (first === EXCLAMATION || (first === QUESTION && this.#place === 'inside')) this.#place = 'lost';
    if (first === EXCLAMATION || first === QUESTION) return start + 1;
    const closes = first === SLASH;
    let name = start + (closes ? 2 : 1);
    let nameEnd = name;
    for (; nameEnd < bytes.length && !endsName(bytes[nameEnd]!); nameEnd++)
      if (bytes[nameEnd] === COLON) name = nameEnd + 1;
    const isItem = this.#place === 'inside' && !closes && equals(bytes, name, nameEnd, this.#item);
    const isContainer = !isItem && equals(bytes, name, nameEnd, this.#container);
    if (this.#place === 'inside' && bytes[name] === LETTER_F && nameEnd === name + 1) this.#place = 'lost';
    if (!isItem && !isContainer) return nameEnd;
    const end = tagEnd(bytes, nameEnd);
    if (end < 0) return -1;
    if (isItem) this.#readItem(bytes, nameEnd, end, base + start);
    else {
      this.#end = base + start;
      this.#place = closes ? 'after' : bytes[end - 2] === SLASH ? 'lost' : 'inside';
    }
    return end;
  }

  #readItem(bytes: Uint8Array, attributes: number, end: number, offset: number): void {
    const number = this.#numbered ? rowNumber(bytes, attributes, end) : this.#count;
    if (number <= this.#lastNumber || number >= MAX_ROW) {
      this.#place = 'lost';
      return;
    }
    this.#lastNumber = number;
    this.#count++;
    const last = this.#offsets[this.#offsets.length - 1];
    if (last !== undefined && offset - last < MARK_BYTES) return;
    this.#numbers.push(number);
    this.#offsets.push(offset);
  }
}

/** Behind the ">" that ends the tag, or −1; attribute values may hold one too. */
function tagEnd(bytes: Uint8Array, start: number): number {
  let quote = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GREATER_THAN) return at + 1;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return -1;
}

/** The r attribute, less one; −1 where there is none or it is no number. */
function rowNumber(bytes: Uint8Array, start: number, end: number): number {
  let quote = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === LETTER_R && isSpace(bytes[at - 1]!) && bytes[at + 1] === EQUALS) return digits(bytes, at + 3) - 1;
  }
  return -1;
}

function digits(bytes: Uint8Array, start: number): number {
  let number = 0;
  let at = start;
  for (; bytes[at]! >= 0x30 && bytes[at]! <= 0x39 && at < start + 8; at++) number = number * 10 + bytes[at]! - 0x30;
  return bytes[at] === QUOTE || bytes[at] === APOSTROPHE ? number : 0;
}

function equals(bytes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  if (end - start !== word.length) return false;
  for (let index = 0; index < word.length; index++) if (bytes[start + index] !== word[index]) return false;
  return true;
}

/** c, v and t: nearly all tags of a sheet and of the strings. */
const isCommonest = (letter: number): boolean => letter === 0x63 || letter === 0x76 || letter === 0x74;
const isSpace = (byte: number): boolean => byte === SPACE || byte === TAB || byte === LINE_FEED || byte === RETURN;
const endsName = (byte: number): boolean => byte === GREATER_THAN || byte === SLASH || isSpace(byte);
