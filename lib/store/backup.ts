import type { OpEnvelope } from '../model/op';
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupLine, PART_BYTES } from './backup-format';
import { toBase64 } from './base64';
import { requireCampaign } from './campaigns';
import { readLog } from './journal-log';
import { writeLines } from './line-file';
import { answersRecord, blobRecord, readStored, segmentRecord, settingRecord } from './records';
import { segmentsOf } from './segments';
import type { Session } from './session';
import { readUnsealed } from './unsealed';
import { withLog } from './with-log';

/** Keeps lines near a megabyte: small enough to hold, large enough that hashing each costs nothing to speak of. */
const LINE_CHARACTERS = 1024 * 1024;
/** Everything in one file. */
export const writeBackup = (session: Session): Promise<Blob> => writeLines(numbered(session, everything(session)));

/** One campaign with its log, settings and workbook. */
export const writeCampaignBackup = (session: Session, id: string): Promise<Blob> =>
  writeLines(numbered(session, campaignWithWorkbook(session, id)));

async function* numbered({ now }: Session, body: AsyncIterable<BackupLine>): AsyncGenerator<BackupLine> {
  let lines = 2;
  const createdAt = new Date(now()).toISOString();
  yield { type: 'header', format: BACKUP_FORMAT, version: BACKUP_VERSION, createdAt };
  for await (const line of body) {
    lines++;
    yield line;
  }
  yield { type: 'end', lines };
}

async function* everything(session: Session): AsyncGenerator<BackupLine> {
  const { db, run } = session;
  for (const id of await run(() => db.campaigns.toCollection().primaryKeys())) yield* campaignLines(session, id);
  yield* settingLines(session, '');
  for (const record of await run(() => db.answers.toArray())) {
    yield { type: 'answers', answers: readStored(answersRecord, record, 'answers') };
  }
  for (const sha of await run(() => db.blobs.toCollection().primaryKeys())) yield* blobLines(session, sha);
}

async function* campaignWithWorkbook(session: Session, id: string): AsyncGenerator<BackupLine> {
  yield* campaignLines(session, id);
  yield* blobLines(session, (await session.run(() => requireCampaign(session, id))).workbookSha);
}

async function* campaignLines(session: Session, id: string): AsyncGenerator<BackupLine> {
  const { db, run } = session;
  const { campaign, log } = await withLog(session, id, 'read', async packed => ({
    campaign: await requireCampaign(session, id),
    log: await readLog(session, id, packed),
  }));
  // Asked in this order: what another tab seals meanwhile is in a segment that is read below.
  const unsealed = new Set((await readUnsealed(session, id)).map(op => op.id));
  const [sealedOps, otherOps] = [log.filter(op => !unsealed.has(op.id)), log.filter(op => unsealed.has(op.id))];
  yield { type: 'campaign', campaign };
  yield* opsLines(id, sealedOps, true);
  yield* opsLines(id, otherOps, false);
  for (const key of await run(() => segmentsOf(session, id).primaryKeys())) {
    const { bytes, ...segment } = readStored(segmentRecord, await run(() => db.segments.get(key)), 'segments');
    yield { type: 'segment', segment, base64: bytes && toBase64(bytes) };
  }
  yield* settingLines(session, id);
}

function* opsLines(campaign: string, all: readonly OpEnvelope[], sealed: boolean): Generator<BackupLine> {
  let ops: OpEnvelope[] = [];
  let size = 0;
  for (const op of all) {
    ops.push(op);
    size += JSON.stringify(op).length;
    if (size < LINE_CHARACTERS) continue;
    yield { type: 'ops', campaign, ops, sealed };
    ops = [];
    size = 0;
  }
  if (ops.length > 0) yield { type: 'ops', campaign, ops, sealed };
}

async function* settingLines({ db, run }: Session, campaign: string): AsyncGenerator<BackupLine> {
  const stored = await run(() => db.settings.where('[campaign+key]').between([campaign, ''], [campaign, []]).toArray());
  for (const record of stored) yield { type: 'setting', setting: readStored(settingRecord, record, 'settings') };
}

async function* blobLines({ db, run }: Session, sha: string): AsyncGenerator<BackupLine> {
  const { bytes } = readStored(blobRecord, await run(() => db.blobs.get(sha)), 'blobs');
  const parts = Math.max(1, Math.ceil(bytes.length / PART_BYTES));
  for (let part = 0; part < parts; part++) {
    const base64 = toBase64(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
    yield { type: 'blob', sha, part, parts, base64 };
  }
}
