import { Buffer } from 'node:buffer';
import { CFB } from 'xlsx';

/** Reads records without any of our code, to compare a filled workbook with the one it came from. */
export interface RawRecord {
  type: number;
  start: number;
  data: Buffer;
}

export function workbookStream(bytes: Uint8Array): Buffer {
  const container = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  return Buffer.from(CFB.find(container, 'Workbook')!.content);
}

export function recordsFrom(stream: Buffer, start: number): RawRecord[] {
  const records: RawRecord[] = [];
  let depth = 0;
  for (let at = start; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    records.push({ type, start: at, data: stream.subarray(at + 4, end) });
    if (type === 0x0809) depth++;
    if (type === 0x000a && --depth === 0) break;
    at = end;
  }
  return records;
}

export function sheetStarts(stream: Buffer): number[] {
  return recordsFrom(stream, 0)
    .filter(({ type }) => type === 0x0085)
    .map(({ data }) => data.readUInt32LE(0));
}

/** Cells by place, MULRK and MULBLANK taken apart: "row,column" → what its record says. */
export function cellsOf(records: readonly RawRecord[]): Map<string, string> {
  const cells = new Map<string, string>();
  for (const { type, data } of records) {
    if ([0x06, 0x0201, 0x0203, 0x0204, 0x0205, 0xfd, 0x027e].includes(type)) {
      cells.set(`${data.readUInt16LE(0)},${data.readUInt16LE(2)}`, `${type} ${data.toString('hex', 4)}`);
    }
    if (type !== 0xbd && type !== 0xbe) continue;
    const [single, size] = type === 0xbd ? [0x027e, 6] : [0x0201, 2];
    const first = data.readUInt16LE(2);
    for (let at = 4, column = first; at + 2 < data.length; at += size, column++) {
      cells.set(`${data.readUInt16LE(0)},${column}`, `${single} ${data.toString('hex', at, at + size)}`);
    }
  }
  return cells;
}

/** What has to be equal in two substreams: all but cells, and records that say where others stand or how many there are. */
export function untouchedRecords(records: readonly RawRecord[], editedRows: ReadonlySet<number>): string[] {
  const pointers = [0x020b, 0x00d7, 0x00fc, 0x003c, 0x00ff, 0x0200];
  const cells = [0x06, 0x0207, 0x0201, 0x0203, 0x0204, 0x0205, 0xfd, 0x027e, 0xbd, 0xbe];
  return records.flatMap(({ type, data }) => {
    if (pointers.includes(type) || cells.includes(type)) return [];
    if (type === 0x0085) return [`85 ${data.toString('hex', 4)}`];
    if (type === 0x01c1) return ['1c1'];
    if (type === 0x0208 && editedRows.has(data.readUInt16LE(0))) return [];
    return [`${type.toString(16)} ${data.toString('hex')}`];
  });
}

/** Follows every pointer of INDEX, DBCELL and EXTSST; gives what it points at wrongly. */
export function wrongPointers(stream: Buffer): string[] {
  const wrong: string[] = [];
  const typeAt = (at: number) => (at >= 0 && at + 4 <= stream.length ? stream.readUInt16LE(at) : -1);
  for (const start of sheetStarts(stream)) {
    const records = recordsFrom(stream, start);
    if (typeAt(start) !== 0x0809) wrong.push(`BOUNDSHEET ${start}`);
    const index = records.find(({ type }) => type === 0x020b);
    const dbCells = records.filter(({ type }) => type === 0x00d7);
    if (index) {
      const pointers = Array.from({ length: (index.data.length - 16) / 4 }, (_, i) =>
        index.data.readUInt32LE(16 + 4 * i),
      );
      const places = dbCells.map(record => record.start);
      if (pointers.join() !== places.join()) wrong.push(`INDEX ${pointers} for ${places}`);
      if (typeAt(index.data.readUInt32LE(12)) !== 0x0055) wrong.push('INDEX defaults');
    }
    for (const { start: at, data } of dbCells) wrong.push(...wrongRows(records, at, data));
  }
  const index = recordsFrom(stream, 0).find(({ type }) => type === 0x00ff);
  for (let at = 2; index && at + 8 <= index.data.length; at += 8) {
    const holder = index.data.readUInt32LE(at) - index.data.readUInt16LE(at + 4);
    if (![0x00fc, 0x003c].includes(typeAt(holder))) wrong.push(`EXTSST ${at}`);
  }
  return wrong;
}

function wrongRows(records: readonly RawRecord[], at: number, data: Buffer): string[] {
  const first = at - data.readUInt32LE(0);
  const block = records.filter(({ start }) => start >= first && start < at);
  if (block[0]?.start !== first || block[0].type !== 0x0208) return [`DBCELL ${at} rows`];
  const seen = new Set<number>();
  const expected: number[] = [];
  for (const { type, start, data: cell } of block) {
    if (![0x06, 0x0201, 0x0203, 0x0204, 0x0205, 0xfd, 0x027e, 0xbd, 0xbe].includes(type)) continue;
    if (!seen.has(cell.readUInt16LE(0))) expected.push(start);
    seen.add(cell.readUInt16LE(0));
  }
  let from = first + 20;
  const pointed: number[] = [];
  for (let i = 4; i + 2 <= data.length; i += 2) {
    from += data.readUInt16LE(i);
    pointed.push(from);
  }
  return pointed.join() === expected.join() ? [] : [`DBCELL ${at}: ${pointed} for ${expected}`];
}
