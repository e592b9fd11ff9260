import type { MergeReport } from '../model/campaign-journal';
import { claims, type FieldState, opSays } from '../model/field-state';
import type { OpEnvelope } from '../model/op';
import { commit, findInLog } from './journal-log';
import type { LogIndex } from './log-index';
import { packOps } from './packed-ops';
import { type Arrivals, type MergePlan, planMerge, readArrivals } from './plan-merge';
import type { BlockRecord, MergedField, SegmentRecord } from './records';
import type { Session } from './session';
import { withLog } from './with-log';

/** Up to here each op gets a row of the tail; more are packed into a block. */
const MOST_ROWS = 500;

export interface Incoming {
  records: readonly unknown[];
  /** Records that came in segments: they need not be sealed again. */
  sealed?: readonly unknown[];
}

export interface MergeOptions {
  /** The files that sealed records came in, kept with them. */
  segments?: readonly SegmentRecord[];
  /** Remembered, so that the merge can be told and undone. */
  note?: { group: string; from: string };
}

/** A merge ready to be written: whatever has to be waited for is done, so that one transaction does the rest. */
export interface PreparedMerge {
  arrivals: Arrivals;
  /** How many of them were not known when it was prepared. */
  fresh: number;
  rows: readonly OpEnvelope[];
  blocks: readonly BlockRecord[];
}

/** The union of our log and theirs, in one transaction. What we have stays; what we know is skipped. */
export async function mergeOps(
  session: Session,
  campaign: string,
  incoming: Incoming,
  options: MergeOptions = {},
): Promise<MergeReport> {
  for (;;) {
    const prepared = await prepareMerge(campaign, incoming, arrivals => knownIds(session, campaign, arrivals));
    const report = await withLog(session, campaign, 'write', packed =>
      writeMerge(session, campaign, prepared, packed, options),
    );
    if (report) return report;
  }
}

export async function prepareMerge(
  campaign: string,
  { records, sealed = [] }: Incoming,
  knownOf: (arrivals: Arrivals) => Promise<{ has(id: string): boolean }>,
): Promise<PreparedMerge> {
  const ofSegments = readArrivals(sealed);
  const others = readArrivals(records);
  const arrivals = {
    byId: new Map([...others.byId, ...ofSegments.byId]),
    refused: ofSegments.refused + others.refused,
  };
  const known = await knownOf(arrivals);
  const fresh = [...arrivals.byId.values()].map(({ record }) => record).filter(({ id }) => !known.has(id));
  const toSeal = fresh.filter(({ id }) => !ofSegments.byId.has(id));
  const isSealed = fresh.filter(({ id }) => ofSegments.byId.has(id));
  const blocks: BlockRecord[] = [];
  if (isSealed.length > 0) blocks.push(await blockOf(campaign, isSealed, true));
  if (toSeal.length > MOST_ROWS) blocks.push(await blockOf(campaign, toSeal, false));
  return { arrivals, fresh: fresh.length, rows: toSeal.length > MOST_ROWS ? [] : toSeal, blocks };
}

export async function blockOf(campaign: string, ops: readonly OpEnvelope[], sealed: boolean): Promise<BlockRecord> {
  return { campaign, packed: await packOps(ops), count: ops.length, sealed };
}

const knownIds = (session: Session, campaign: string, { byId }: Arrivals) =>
  withLog(session, campaign, 'read', packed => findInLog(session, campaign, byId.keys(), packed));

/** Within a transaction over the log. null: another tab has brought some of the same since; to be prepared anew. */
export async function writeMerge(
  session: Session,
  campaign: string,
  { arrivals, fresh, rows, blocks }: PreparedMerge,
  packed: LogIndex,
  { segments = [], note }: MergeOptions,
): Promise<MergeReport | null> {
  const { db, now } = session;
  const plan = await planMerge(session, campaign, arrivals, packed);
  const { report, journal, clock, fields } = plan;
  if (report.added !== fresh) return null;
  if (segments.length > 0) await db.segments.bulkPut([...segments]);
  if (fresh > 0) await commit(session, campaign, { journal, clock, rows, blocks, fields: fields.values() });
  const shown = note ? shownChanges(plan) : [];
  if (note && shown.length > 0) {
    const actors = new Set(plan.records.flatMap(({ actor }) => (typeof actor === 'string' ? actor : [])));
    const about = { campaign, ...note, time: now(), actors: [...actors], added: report.added };
    await db.merges.add({ ...about, fields: shown, undone: false });
  }
  return { ...report, changed: [...fields.values()] };
}

/** Fields that say something else afterwards, to a person who looks. */
export function shownChanges({ before, fields }: Pick<MergePlan, 'before' | 'fields'>): MergedField[] {
  return [...fields].flatMap(([key, after]) => {
    const was = before.get(key);
    if (saying(was) === saying(after)) return [];
    const { entity, field, heads } = after;
    return { entity, field, before: [...(was?.heads ?? [])], after: heads.map(head => head.id) };
  });
}

/** JSON has no undefined, which here is the workbook's own text. */
const saying = (state: FieldState | undefined): string => {
  const said = claims(state).map(op => JSON.stringify(opSays(op)) ?? '');
  return [...new Set(said.length > 0 ? said : [''])].sort().join('\n');
};
