import { fold } from '../journal/fold';
import { receive } from '../journal/hlc';
import { type ReadOp, readOp } from '../journal/read-op';
import type { MergeReport } from '../model/campaign-journal';
import { type FieldState, fieldKey } from '../model/field-state';
import type { Hlc, Op, OpEnvelope } from '../model/op';
import { requireCampaign } from './campaigns';
import { advanceAll, findInLog, readFields, readJournal, readTail } from './journal-log';
import type { LogIndex } from './log-index';
import type { JournalRecord } from './records';
import type { Session } from './session';

type Arrival = Exclude<ReadOp, { kind: 'none' }>;

/** Records from elsewhere, each once. */
export interface Arrivals {
  byId: ReadonlyMap<string, Arrival>;
  /** Records that are no ops at all. */
  refused: number;
}

export function readArrivals(incoming: Iterable<unknown>): Arrivals {
  const byId = new Map<string, Arrival>();
  let refused = 0;
  for (const item of incoming) {
    const read = readOp(item);
    if (read.kind === 'none') refused++;
    else if (!byId.has(read.record.id)) byId.set(read.record.id, read);
  }
  return { byId, refused };
}

/** What a merge would do. */
export interface MergePlan {
  journal: JournalRecord;
  clock: Hlc;
  /** New to the log. */
  records: OpEnvelope[];
  /** The fields that they touch, as they are and as they will be. */
  before: ReadonlyMap<string, FieldState>;
  fields: ReadonlyMap<string, FieldState>;
  report: Omit<MergeReport, 'changed'>;
}

/** Up to here fields are taken forward op by op; more are folded anew, whose cost does not grow with the order of arrival. */
const FEW = 200;

/** Within a transaction over the log. Changes nothing. */
export async function planMerge(
  session: Session,
  campaign: string,
  { byId, refused }: Arrivals,
  packed: LogIndex,
): Promise<MergePlan> {
  await requireCampaign(session, campaign);
  const parents = [...byId.values()].flatMap(arrival => (arrival.kind === 'op' ? arrival.record.parents : []));
  const inLog = await findInLog(session, campaign, [...byId.keys(), ...parents], packed);
  const added = [...byId.values()].filter(({ record }) => !inLog.has(record.id));
  const ops = added.flatMap(arrival => (arrival.kind === 'op' ? arrival.record : []));
  const records = added.map(({ record }) => record);
  const before = await readFields(session, campaign, ops);
  const fields =
    ops.length <= FEW
      ? advanceAll(new Map(before), ops, inLog)
      : await foldFields(session, campaign, { before, ops, packed });
  const journal = await readJournal(session, campaign);
  const { clock, ahead } = receiveAll(journal.clock, records, session.now());
  return {
    journal,
    clock,
    records,
    before,
    fields,
    report: { added: added.length, notUnderstood: added.length - ops.length, refused, clocksAhead: ahead },
  };
}

async function foldFields(
  session: Session,
  campaign: string,
  { before, ops, packed }: { before: ReadonlyMap<string, FieldState>; ops: readonly Op[]; packed: LogIndex },
): Promise<Map<string, FieldState>> {
  const known: Op[] = [];
  for (const { entity, field } of before.values()) known.push(...packed.ofField(entity, field));
  for (const record of await readTail(session, campaign)) {
    const read = readOp(record);
    if (read.kind === 'op' && before.has(fieldKey(read.record.entity, read.record.field))) known.push(read.record);
  }
  for (const op of ops) known.push(op);
  return fold(known);
}

function receiveAll(own: Hlc, records: readonly OpEnvelope[], now: number): { clock: Hlc; ahead: string[] } {
  const replicas = new Set<string>();
  let clock = own;
  for (const { hlc, replica } of records) {
    const received = receive(clock, hlc, now);
    clock = received.clock;
    if (received.ahead) replicas.add(replica);
  }
  return { clock, ahead: [...replicas] };
}
