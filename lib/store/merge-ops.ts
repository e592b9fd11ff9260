import { receive } from '../journal/hlc';
import { type ReadOp, readOp } from '../journal/read-op';
import type { MergeReport } from '../model/campaign-journal';
import type { Hlc, OpEnvelope } from '../model/op';
import { requireCampaign } from './campaigns';
import { advanceAll, commit, findInLog, readFields, readJournal } from './journal-log';
import type { Session } from './session';

type Arrival = Exclude<ReadOp, { kind: 'none' }>;

/** The union of our log and theirs, inside a transaction over `logTables`. What we have stays; what we know is skipped. */
export async function mergeOps(session: Session, campaign: string, incoming: readonly unknown[]): Promise<MergeReport> {
  const { arrivals, refused } = sort(incoming);
  await requireCampaign(session, campaign);
  const parents = [...arrivals.values()].flatMap(arrival => (arrival.kind === 'op' ? arrival.record.parents : []));
  const inLog = await findInLog(session, campaign, [...arrivals.keys(), ...parents]);

  const added = [...arrivals.values()].filter(({ record }) => !inLog.has(record.id));
  const ops = added.flatMap(arrival => (arrival.kind === 'op' ? arrival.record : []));
  const fields = advanceAll(await readFields(session, campaign, ops), ops, inLog);
  const records = added.map(({ record }) => record);
  const journal = await readJournal(session, campaign);
  const { clock, ahead } = receiveAll(journal.clock, records, session.now());
  const changed = [...fields.values()];
  if (added.length > 0) await commit(session, campaign, { journal, clock, records, fields: changed });
  return { added: added.length, notUnderstood: added.length - ops.length, refused, clocksAhead: ahead, changed };
}

/** By id, each once. */
function sort(incoming: readonly unknown[]): { arrivals: Map<string, Arrival>; refused: number } {
  const arrivals = new Map<string, Arrival>();
  let refused = 0;
  for (const item of incoming) {
    const read = readOp(item);
    if (read.kind === 'none') refused++;
    else if (!arrivals.has(read.record.id)) arrivals.set(read.record.id, read);
  }
  return { arrivals, refused };
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
