import { packColumns } from '../journal/pack-columns';
import { unpackColumns } from '../journal/unpack-columns';
import type { Hlc, OpEnvelope } from '../model/op';
import { AES_GCM, decrypt, encrypt, NO_CIPHER } from './cipher';
import { encodeHeader, joinContainer, LOG_MAGIC, splitContainer } from './container';
import { segmentName } from './names';
import type { Packing } from './packing';
import type { ProjectKey } from './project-key';
import { type AnyHeader, anyHeader, SEGMENT_VERSION, type SegmentHeader, segmentHeader } from './segment-header';
import type { ParkReason, SegmentWithBytes } from './sync-store';

/** 1: each record a line of JSON. 2: as columns (lib/model/op-columns.ts). Records are what lib/model/op.ts reads in both. */
const LINES = 1;
const COLUMNS = 2;
/** What a header may claim to inflate to. */
const MAX_LENGTH = 512 * 1024 * 1024;

const UTF8 = new TextDecoder();

export interface Sealing {
  kind: AnyHeader['kind'];
  project: string;
  replica: string;
  actor: string;
  n: number;
  previous: string | null;
  level: number;
  covers: readonly string[];
  records: readonly OpEnvelope[];
  key: ProjectKey | null;
}

/** The same records under the same header give the same file, on every PC. */
export async function seal(sealing: Sealing, packing: Packing): Promise<SegmentWithBytes> {
  const { kind, project, replica, actor, n, previous, level, covers, records, key } = sealing;
  const text = packColumns(records);
  const header: SegmentHeader = {
    v: SEGMENT_VERSION,
    kind,
    project,
    replica,
    n,
    ...range(records),
    covers: [...covers],
    schema: COLUMNS,
    ...(key ? {} : { actor }),
    previous,
    level,
    records: records.length,
    length: text.length,
    ...(key ? { cipher: AES_GCM, key: key.id } : { cipher: NO_CIPHER }),
  };
  const headerBytes = encodeHeader(header);
  const packed = packing.deflate(text);
  const bytes = joinContainer(LOG_MAGIC, headerBytes, key ? await encrypt(key, headerBytes, packed) : packed);
  const name = segmentName(header, await packing.hash(bytes));
  return { name, size: bytes.length, header, parked: null, bytes };
}

export function readHeader(bytes: Uint8Array): AnyHeader | null {
  const read = anyHeader.safeParse(splitContainer(LOG_MAGIC, bytes)?.header);
  return read.success ? read.data : null;
}

export type SegmentContent = { records: unknown[]; parked: null } | { records: null; parked: ParkReason };

/** The records of a file whose hash is right; or why it can only be kept and passed on. */
export async function readSegment(
  bytes: Uint8Array,
  keys: readonly ProjectKey[],
  packing: Packing,
): Promise<SegmentContent> {
  const container = splitContainer(LOG_MAGIC, bytes);
  const any = anyHeader.safeParse(container?.header);
  if (!container || !any.success) return parked('unreadable');
  if (any.data.v > SEGMENT_VERSION) return parked('newer-version');
  const read = segmentHeader.safeParse(any.data);
  if (!read.success || read.data.length > MAX_LENGTH) return parked('unreadable');
  const header = read.data;
  if (header.schema > COLUMNS) return parked('newer-version');
  if (header.cipher !== NO_CIPHER && header.cipher !== AES_GCM) return parked('unknown-cipher');
  let packed: Uint8Array | null = container.body;
  if (header.cipher === AES_GCM) {
    const key = keys.find(({ id }) => id === header.key);
    if (!key) return parked('no-key');
    packed = await decrypt(key, container.headerBytes, packed);
  }
  const records = packed && unpack(packed, header, packing);
  return records ? { records, parked: null } : parked('unreadable');
}

function unpack(packed: Uint8Array, header: SegmentHeader, packing: Packing): unknown[] | null {
  try {
    const text = packing.inflate(packed, header.length);
    if (text.length !== header.length) return null;
    const records = header.schema === LINES ? parseLines(text) : unpackColumns(text);
    return records.length === header.records ? records : null;
  } catch {
    // Damaged by its writer, or not packed as its header says: nothing in it can be trusted.
    return null;
  }
}

const parseLines = (lines: Uint8Array): unknown[] =>
  UTF8.decode(lines)
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));

const parked = (reason: ParkReason): SegmentContent => ({ records: null, parked: reason });

/** First and last time; the clock orders names, it decides nothing. */
function range(records: readonly OpEnvelope[]): { from: Hlc; to: Hlc } {
  const start = { time: 0, count: 0 };
  let from = records[0]?.hlc ?? start;
  let to = from;
  for (const { hlc } of records) {
    if (isBefore(hlc, from)) from = hlc;
    if (isBefore(to, hlc)) to = hlc;
  }
  return { from, to };
}

const isBefore = (a: Hlc, b: Hlc): boolean => a.time < b.time || (a.time === b.time && a.count < b.count);
