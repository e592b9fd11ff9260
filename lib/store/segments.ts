import type { MergeReport } from '../model/campaign-journal';
import type { OpEnvelope } from '../model/op';
import { joinBlocks } from './join-blocks';
import { readJournal } from './journal-log';
import { logTables } from './log-tables';
import { blockOf, mergeOps } from './merge-ops';
import { unpackOps } from './packed-ops';
import { readStored, type SegmentRecord, segmentRecord, tailRecord } from './records';
import type { Session } from './session';
import { readUnsealed, unsealedBlocks } from './unsealed';
import { withSoundCells } from './with-log';

/** A file of the log as it travels; its header is for those who made it. */
export type Segment = Omit<SegmentRecord, 'campaign' | 'bytes'>;

/** The files that one campaign's log is exchanged in. Each call is one strict transaction. */
export interface Segments {
  /** Records of the log that are in no segment yet, in order of arrival. */
  unsealed(): Promise<OpEnvelope[]>;
  /** Keeps a segment of our own; the records of these ids are in it. */
  seal(segment: Segment, bytes: Uint8Array, ids: readonly string[]): Promise<void>;
  /** Keeps a pack of our own, and gives up the bytes of what it covers. */
  keepPack(pack: Segment, bytes: Uint8Array, covers: readonly string[]): Promise<void>;
  /** Unites records with the log and keeps the segments they came in. With a note it can be undone as one. */
  take(
    segments: readonly { segment: Segment; bytes: Uint8Array }[],
    records: readonly unknown[],
    note?: { group: string; from: string },
  ): Promise<MergeReport>;
  list(): Promise<Segment[]>;
  /** null where they were given up, or there is no such segment. */
  bytesOf(name: string): Promise<Uint8Array | null>;
}

export function openSegments(session: Session, campaign: string): Segments {
  const { db } = session;
  const recordOf = (segment: Segment, bytes: Uint8Array | null): SegmentRecord => ({
    campaign,
    ...segment,
    bytes: bytes?.slice() ?? null,
  });

  return {
    unsealed: () => readUnsealed(session, campaign),

    async seal(segment, bytes, ids) {
      const wanted = new Set(ids);
      const ops = (await readUnsealed(session, campaign)).filter(({ id }) => wanted.has(id));
      const whole = await wholeBlocks(session, campaign, wanted);
      const block = await blockOf(campaign, ops, true);
      await session.write(logTables(session), async () => {
        await db.segments.put(recordOf(segment, bytes));
        for (const record of await unsealedBlocks(session, campaign)) {
          if (whole.has(record.n)) await db.blocks.put({ ...record, sealed: true });
        }
        const stored = await db.tail.where('campaign').equals(campaign).toArray();
        const rows = stored.map(record => readStored(tailRecord, record, 'tail')).filter(({ op }) => wanted.has(op.id));
        if (rows.length === 0) return;
        await db.blocks.add(block);
        await db.tail.bulkDelete(rows.map(({ n }) => n));
        // Whoever follows the tail may not have come to these rows yet.
        const journal = await readJournal(session, campaign);
        await db.meta.put({ ...journal, folds: journal.folds + 1 });
      });
      await joinBlocks(session, campaign);
    },

    keepPack: (pack, bytes, covers) =>
      session.write([db.segments], async () => {
        await db.segments.put(recordOf(pack, bytes));
        for (const stored of await db.segments.bulkGet(covers.map((name): [string, string] => [campaign, name]))) {
          if (stored !== undefined)
            await db.segments.put({ ...readStored(segmentRecord, stored, 'segments'), bytes: null });
        }
      }),

    async take(segments, records, note) {
      const report = await withSoundCells(session, campaign, () =>
        mergeOps(
          session,
          campaign,
          { records: [], sealed: records },
          { segments: segments.map(({ segment, bytes }) => recordOf(segment, bytes)), ...(note ? { note } : {}) },
        ),
      );
      await joinBlocks(session, campaign);
      return report;
    },

    async list() {
      const stored = await session.run(() => segmentsOf(session, campaign).toArray());
      return stored.map(record => {
        const { name, size, header, parked } = readStored(segmentRecord, record, 'segments');
        return { name, size, header, parked };
      });
    },

    async bytesOf(name) {
      const stored = await session.run(() => db.segments.get([campaign, name]));
      return stored === undefined ? null : readStored(segmentRecord, stored, 'segments').bytes;
    },
  };
}

export const segmentsOf = ({ db }: Session, campaign: string) =>
  db.segments.where('[campaign+name]').between([campaign, ''], [campaign, []]);

/** Numbers of the unsealed blocks whose ops are all among these. */
async function wholeBlocks(session: Session, campaign: string, ids: ReadonlySet<string>): Promise<Set<number>> {
  const whole = new Set<number>();
  for (const { n, packed } of await session.run(() => unsealedBlocks(session, campaign))) {
    const records = (await unpackOps(packed)) as { id: string }[];
    if (records.every(({ id }) => ids.has(id))) whole.add(n);
  }
  return whole;
}
