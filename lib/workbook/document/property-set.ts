/** One section of a property set stream ([MS-OLEPS]): values by number, and the names that a dictionary gives to numbers. */
export interface PropertySection {
  values: ReadonlyMap<number, string>;
  names: ReadonlyMap<number, string>;
}

const TYPE = { ansi: 30, wide: 31, time: 64 } as const;
const CODE_PAGE = 1;
const DICTIONARY = 0;
const UTF16 = 1200;
/** A document has about twenty; the count in the file is not to be trusted. */
const MOST_PROPERTIES = 4_096;
const MOST_TEXT_BYTES = 65_536;
const ENCODINGS: Record<number, string> = {
  65001: 'utf-8',
  936: 'gbk',
  54936: 'gb18030',
  950: 'big5',
  1252: 'windows-1252',
};

/** The sections of the stream; what lies outside of it or is of a kind we have no use for is left out. Never throws. */
export function readPropertySet(bytes: Uint8Array): PropertySection[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 48 || view.getUint16(0, true) !== 0xfffe) return [];
  const count = Math.min(view.getUint32(24, true), 2);
  const sections: PropertySection[] = [];
  for (let index = 0; index < count && 48 + index * 20 <= bytes.length; index++) {
    sections.push(readSection(bytes, view, view.getUint32(44 + index * 20, true)));
  }
  return sections;
}

function readSection(bytes: Uint8Array, view: DataView, start: number): PropertySection {
  const places = new Map<number, number>();
  const room = start + 8 <= bytes.length ? Math.min(view.getUint32(start + 4, true), MOST_PROPERTIES) : 0;
  for (let index = 0, at = start + 8; index < room && at + 8 <= bytes.length; index++, at += 8) {
    places.set(view.getUint32(at, true), start + view.getUint32(at + 4, true));
  }
  const pageAt = places.get(CODE_PAGE);
  const page = pageAt !== undefined && pageAt + 6 <= bytes.length ? view.getUint16(pageAt + 4, true) : 936;
  const values = new Map<number, string>();
  for (const [id, at] of places) {
    const value = id === DICTIONARY ? null : readValue(bytes, view, at, page);
    if (value !== null) values.set(id, value);
  }
  return { values, names: readDictionary(bytes, view, places.get(DICTIONARY), page) };
}

function readValue(bytes: Uint8Array, view: DataView, at: number, page: number): string | null {
  if (at + 8 > bytes.length) return null;
  const type = view.getUint32(at, true);
  if (type === TYPE.time && at + 12 <= bytes.length) {
    const ticks = view.getBigUint64(at + 4, true);
    // 100 ns since 1601.
    const time = Number(ticks / 10_000n) - 11_644_473_600_000;
    return time > 0 && time < 8.64e15 ? new Date(time).toISOString() : null;
  }
  const length = view.getUint32(at + 4, true);
  if (type === TYPE.ansi) return text(bytes, at + 8, length, page);
  return type === TYPE.wide ? text(bytes, at + 8, length * 2, UTF16) : null;
}

function readDictionary(
  bytes: Uint8Array,
  view: DataView,
  start: number | undefined,
  page: number,
): Map<number, string> {
  const names = new Map<number, string>();
  if (start === undefined || start + 4 > bytes.length) return names;
  const count = Math.min(view.getUint32(start, true), MOST_PROPERTIES);
  let at = start + 4;
  for (let index = 0; index < count && at + 8 <= bytes.length; index++) {
    const length = view.getUint32(at + 4, true) * (page === UTF16 ? 2 : 1);
    const name = text(bytes, at + 8, length, page);
    if (name === null) break;
    names.set(view.getUint32(at, true), name);
    at += 8 + (page === UTF16 ? Math.ceil(length / 4) * 4 : length);
  }
  return names;
}

function text(bytes: Uint8Array, start: number, length: number, page: number): string | null {
  if (length > MOST_TEXT_BYTES || start + length > bytes.length) return null;
  const encoding = page === UTF16 ? 'utf-16le' : (ENCODINGS[page] ?? 'gb18030');
  return new TextDecoder(encoding).decode(bytes.subarray(start, start + length)).replace(/\0[\s\S]*$/, '');
}
