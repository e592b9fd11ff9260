import { receive } from '../journal/hlc';
import { readOp } from '../journal/read-op';
import type { MergeReport } from '../model/campaign-journal';
import type { Op, OpEnvelope } from '../model/op';
import { requireCampaign } from './campaigns';
import { advanceAll, commit, findInLog, readFields, readJournal } from './journal-log';
import type { Session } from './session';

/** The union of our log and theirs, inside a transaction over `logTables`. What we have stays; what we know is skipped. */
export async function mergeOps(session: Session, campaign: string, incoming: readonly unknown[]): Promise<MergeReport> {
  const byId = new Map<string, { record: OpEnvelope; op: Op | null }>();
  let refused = 0;
  for (const item of incoming) {
    const read = readOp(item);
    if (read.kind === 'op' && !byId.has(read.op.id)) byId.set(read.op.id, { record: read.op, op: read.op });
    else if (read.kind === 'newer' && !byId.has(read.record.id))
      byId.set(read.record.id, { record: read.record, op: null });
    else if (read.kind === 'none') refused++;
  }
  await requireCampaign(session, campaign);
  const known = await findInLog(session, campaign, byId.keys());
  const added = [...byId.values()].filter(({ record }) => !known.has(record.id));
  const ops = added.flatMap(({ op }) => op ?? []);
  const inLog = await findInLog(
    session,
    campaign,
    ops.flatMap(op => op.parents),
  );
  const fields = advanceAll(await readFields(session, campaign, ops), ops, inLog);

  const journal = await readJournal(session, campaign);
  const clocksAhead = new Set<string>();
  let clock = journal.clock;
  for (const { record } of added) {
    const received = receive(clock, record.hlc, session.now());
    clock = received.clock;
    if (received.ahead) clocksAhead.add(record.replica);
  }
  const changed = [...fields.values()];
  const records = added.map(({ record }) => record);
  if (added.length > 0) await commit(session, campaign, { journal, clock, records, fields: changed });
  return {
    added: added.length,
    notUnderstood: added.length - ops.length,
    refused,
    clocksAhead: [...clocksAhead],
    changed,
  };
}
