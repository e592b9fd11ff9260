import { advance, FOLD_VERSION, fold } from '../journal/fold';
import { readOp } from '../journal/read-op';
import { emptyField, type FieldState, fieldKey } from '../model/field-state';
import type { Hlc, Op, OpEnvelope } from '../model/op';
import { requireCampaign } from './campaigns';
import { asStoreError } from './failures';
import { fieldsOf } from './field-range';
import { cellRecord, type JournalRecord, journalRecord, readStored, tailRecord } from './records';
import type { Session } from './session';

/** The steps that journals are made of. Each runs inside a transaction that its caller has opened over `logTables`. */
export const logTables = ({ db }: Session) => [db.campaigns, db.meta, db.tail, db.cells];

interface FieldName {
  entity: string;
  field: string;
}

export async function readJournal({ db }: Session, campaign: string): Promise<JournalRecord> {
  return readStored(journalRecord, await db.meta.get([campaign, 'journal']), 'meta');
}

/** All fields of the campaign. */
export async function readState({ db }: Session, campaign: string): Promise<Map<string, FieldState>> {
  const stored = await db.cells
    .where('[campaign+entity+field]')
    .between(...fieldsOf(campaign))
    .toArray();
  return new Map(stored.map(record => fieldEntry(record)));
}

/** The named fields, untouched ones as empty. */
export async function readFields(
  { db }: Session,
  campaign: string,
  names: readonly FieldName[],
): Promise<Map<string, FieldState>> {
  const wanted = new Map(names.map(({ entity, field }) => [fieldKey(entity, field), emptyField(entity, field)]));
  const keys = [...wanted.values()].map(({ entity, field }): [string, string, string] => [campaign, entity, field]);
  for (const record of await db.cells.bulkGet(keys)) if (record !== undefined) wanted.set(...fieldEntry(record));
  return wanted;
}

function fieldEntry(record: unknown): [string, FieldState] {
  const { entity, field, heads, awaited } = readStored(cellRecord, record, 'cells');
  return [fieldKey(entity, field), { entity, field, heads, awaited }];
}

/** Every op of one field, undone and superseded ones included. */
export async function readFieldLog({ db }: Session, campaign: string, { entity, field }: FieldName): Promise<Op[]> {
  const stored = await db.tail.where('[campaign+op.entity+op.field]').equals([campaign, entity, field]).toArray();
  return stored.flatMap(understood);
}

/** A person's last edits on this PC, newest first, and whether that is all there are. */
export async function readOwn(
  { db, replica }: Session,
  campaign: string,
  actor: string,
  limit: number,
): Promise<{ own: Op[]; isWhole: boolean }> {
  const ofActor = db.tail.where('[campaign+op.replica+op.actor]').equals([campaign, replica, actor]);
  const stored = await ofActor.reverse().limit(limit).toArray();
  return { own: stored.flatMap(understood), isWhole: stored.length < limit };
}

/** The campaign's log in order of arrival. */
export async function readLog({ db }: Session, campaign: string): Promise<OpEnvelope[]> {
  const stored = await db.tail.where('campaign').equals(campaign).toArray();
  return stored.map(record => readStored(tailRecord, record, 'tail').op);
}

export function understood(record: unknown): Op[] {
  const read = readOp(readStored(tailRecord, record, 'tail').op);
  return read.kind === 'op' ? [read.record] : [];
}

/** Which of these ids the log has, and in which field. Kinds that we do not understand are in none. */
export async function findInLog(
  { db }: Session,
  campaign: string,
  ids: Iterable<string>,
): Promise<Map<string, string>> {
  const sought = new Set(ids);
  if (sought.size === 0) return new Map();
  const log = db.tail.where('campaign').equals(campaign);
  // One by one costs some fifty times what reading in a row does.
  const isFew = sought.size * 50 < (await log.count());
  const one = db.tail.where('[campaign+op.id]').anyOf([...sought].map(id => [campaign, id]));
  const found = new Map<string, string>();
  for (const record of await (isFew ? one : log).toArray()) {
    const { id, entity, field } = readStored(tailRecord, record, 'tail').op;
    const isField = typeof entity === 'string' && typeof field === 'string';
    if (sought.has(id)) found.set(id, isField ? fieldKey(entity, field) : '');
  }
  return found;
}

export interface Addition {
  journal: JournalRecord;
  clock: Hlc;
  /** What goes to the log, new to it. */
  records: readonly OpEnvelope[];
  /** The fields that this changes, as they will be. */
  fields: Iterable<FieldState>;
}

/** Log, folded state, clock and date move together or not at all. */
export async function commit(session: Session, campaign: string, { journal, clock, records, fields }: Addition) {
  const { db, now } = session;
  await db.tail.bulkAdd(records.map(op => ({ campaign, op })));
  await putFields(session, campaign, fields);
  await db.meta.put({ ...journal, clock, ops: journal.ops + records.length });
  await db.campaigns.put({ ...(await requireCampaign(session, campaign)), updatedAt: now() });
}

async function putFields({ db }: Session, campaign: string, fields: Iterable<FieldState>): Promise<void> {
  const records = Array.from(fields, ({ entity, field, heads, awaited }) => ({
    campaign,
    entity,
    field,
    heads: [...heads],
    awaited: [...awaited],
  }));
  await db.cells.bulkPut(records);
}

/** `advance` over several new ops at once. `inLog` names the field of each op that was there before. */
export function advanceAll(
  fields: Map<string, FieldState>,
  ops: readonly Op[],
  inLog: ReadonlyMap<string, string>,
): Map<string, FieldState> {
  const arrived = new Map(inLog);
  for (const op of ops) {
    const key = fieldKey(op.entity, op.field);
    const before = fields.get(key) ?? emptyField(op.entity, op.field);
    fields.set(
      key,
      advance(before, op, id => arrived.get(id) === key),
    );
    arrived.set(op.id, key);
  }
  return fields;
}

/** Cells anew from the log: after the rules of folding changed, or when a cell cannot be read. */
export function rebuild(session: Session, campaign: string): Promise<void> {
  const { db } = session;
  return session.write(logTables(session), async () => {
    const journal = await readJournal(session, campaign);
    const ops = (await readLog(session, campaign)).flatMap(record => {
      const read = readOp(record);
      return read.kind === 'op' ? [read.record] : [];
    });
    await db.cells
      .where('[campaign+entity+field]')
      .between(...fieldsOf(campaign))
      .delete();
    await putFields(session, campaign, fold(ops).values());
    await db.meta.put({ ...journal, foldVersion: FOLD_VERSION });
  });
}

/** Does the work; when it meets a cell it cannot read, makes the cells anew from the log first. */
export async function withSoundCells<T>(session: Session, campaign: string, work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const error = asStoreError(thrown);
    if (error.code !== 'stored-record-unreadable' || error.details.table !== 'cells') throw error;
    await rebuild(session, campaign);
    return work();
  }
}
