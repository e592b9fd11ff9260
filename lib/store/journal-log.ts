import { advance, FOLD_VERSION, fold } from '../journal/fold';
import { readOp } from '../journal/read-op';
import { emptyField, type FieldState, fieldKey } from '../model/field-state';
import type { Hlc, Op, OpEnvelope } from '../model/op';
import { requireCampaign } from './campaigns';
import { fieldsOf } from './field-range';
import { fieldOf, type LogIndex } from './log-index';
import { type BlockRecord, cellRecord, type JournalRecord, journalRecord, readStored, tailRecord } from './records';
import type { Session } from './session';

/*
 * The steps that journals are made of. Each runs inside a transaction that its caller has opened over `logTables`. The log
 * is the packed blocks and then the tail; steps that need all of it are given the blocks' index.
 */

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
export async function readFieldLog(
  { db }: Session,
  campaign: string,
  { entity, field }: FieldName,
  packed: LogIndex,
): Promise<Op[]> {
  const stored = await db.tail.where('[campaign+op.entity+op.field]').equals([campaign, entity, field]).toArray();
  return eachOnce([...packed.ofField(entity, field), ...stored.flatMap(understood)]);
}

/** A person's last edits on this PC, newest first, and whether that is all there are. */
export async function readOwn(
  { db, replica }: Session,
  campaign: string,
  actor: string,
  limit: number,
  packed: LogIndex,
): Promise<{ own: Op[]; isWhole: boolean }> {
  const ofActor = db.tail.where('[campaign+op.replica+op.actor]').equals([campaign, replica, actor]);
  const stored = await ofActor.reverse().limit(limit).toArray();
  const recent = stored.flatMap(understood);
  if (stored.length === limit) return { own: recent, isWhole: false };
  return { own: eachOnce([...recent, ...[...packed.ofAuthor(replica, actor)].reverse()]), isWhole: true };
}

/** What is not packed yet, in order of arrival. */
export async function readTail({ db }: Session, campaign: string): Promise<OpEnvelope[]> {
  const stored = await db.tail.where('campaign').equals(campaign).toArray();
  return stored.map(record => readStored(tailRecord, record, 'tail').op);
}

/** The campaign's log in order of arrival. */
export async function readLog(session: Session, campaign: string, packed: LogIndex): Promise<OpEnvelope[]> {
  return eachOnce([...packed.records, ...(await readTail(session, campaign))]);
}

/** An op may stand in several blocks, and in the tail as well. */
function eachOnce<T extends OpEnvelope>(ops: readonly T[]): T[] {
  const known = new Map<string, T>();
  for (const op of ops) if (!known.has(op.id)) known.set(op.id, op);
  return [...known.values()];
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
  packed: LogIndex,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const sought = new Set<string>();
  for (const id of ids) {
    const key = packed.keyOf(id);
    if (key === undefined) sought.add(id);
    else found.set(id, key);
  }
  if (sought.size === 0) return found;
  const log = db.tail.where('campaign').equals(campaign);
  // One by one costs some fifty times what reading in a row does.
  const isFew = sought.size * 50 < (await log.count());
  const one = db.tail.where('[campaign+op.id]').anyOf([...sought].map(id => [campaign, id]));
  for (const record of await (isFew ? one : log).toArray()) {
    const { op } = readStored(tailRecord, record, 'tail');
    if (sought.has(op.id)) found.set(op.id, fieldOf(op));
  }
  return found;
}

export interface Addition {
  journal: JournalRecord;
  clock: Hlc;
  /** What is new to the log, as rows of the tail and packed. */
  rows: readonly OpEnvelope[];
  blocks?: readonly BlockRecord[];
  /** The fields that this changes, as they will be. */
  fields: Iterable<FieldState>;
}

/** Log, folded state, clock and date move together or not at all. */
export async function commit(session: Session, campaign: string, addition: Addition) {
  const { journal, clock, rows, blocks = [], fields } = addition;
  const { db, now } = session;
  if (blocks.length > 0) await db.blocks.bulkAdd([...blocks]);
  await db.tail.bulkAdd(rows.map(op => ({ campaign, op })));
  await putFields(session, campaign, fields);
  const ops = blocks.reduce((sum, { count }) => sum + count, journal.ops + rows.length);
  const folds = journal.folds + (blocks.length > 0 ? 1 : 0);
  await db.meta.put({ ...journal, clock, ops, folds });
  await db.campaigns.put({ ...(await requireCampaign(session, campaign)), updatedAt: now() });
}

export async function putFields({ db }: Session, campaign: string, fields: Iterable<FieldState>): Promise<void> {
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

/** Within a transaction: all cells from the whole log. */
export async function rebuildCells(session: Session, campaign: string, packed: LogIndex): Promise<void> {
  const { db } = session;
  const journal = await readJournal(session, campaign);
  const tail = await db.tail.where('campaign').equals(campaign).toArray();
  const folded = fold(eachOnce([...packed.ops(), ...tail.flatMap(understood)]));
  await db.cells
    .where('[campaign+entity+field]')
    .between(...fieldsOf(campaign))
    .delete();
  await putFields(session, campaign, folded.values());
  await db.meta.put({ ...journal, foldVersion: FOLD_VERSION, folds: journal.folds + 1 });
}
