import { AppError } from '../model/app-error';
import type { Campaign } from '../model/campaign';
import type { MergeReport } from '../model/campaign-journal';
import { sha256Hex } from '../model/sha256';
import { type BodyLine, readBackup } from './backup-format';
import { fromBase64 } from './base64';
import { keepBlob } from './blobs';
import { findInLog } from './journal-log';
import { LogIndex } from './log-index';
import { logTables, newJournal } from './log-tables';
import { type PreparedMerge, prepareMerge, writeMerge } from './merge-ops';
import { blockNumbers, readBlocks } from './read-blocks';
import type { SegmentRecord } from './records';
import type { Session } from './session';

export interface RestoreReport {
  campaigns: { id: string; name: string; isNew: boolean; merged: MergeReport }[];
}

type Lines<Type extends BodyLine['type']> = Extract<BodyLine, { type: Type }>[];

interface RestoredCampaign {
  campaign: Campaign;
  records: unknown[];
  /** Records that are in the segments. */
  sealed: unknown[];
  segments: SegmentRecord[];
}

interface Contents {
  campaigns: Map<string, RestoredCampaign>;
  answers: Lines<'answers'>;
  settings: Lines<'setting'>;
}

/**
 * Brings a backup into what is here. The file is read to its end and checked before anything is written; then the bytes
 * go in (nothing shows them yet), and then all else in one transaction. What is here is never replaced or deleted.
 */
export async function restoreBackup(session: Session, file: Blob): Promise<RestoreReport> {
  const contents = await check(file);
  for await (const { sha, bytes } of blobsOf(file)) {
    await session.write([session.db.blobs], () => keepBlob(session.db, sha, bytes));
  }
  for (;;) {
    const merges: PreparedCampaign[] = [];
    for (const restored of contents.campaigns.values()) merges.push(await prepare(session, restored));
    const report = await writeContents(session, contents, merges);
    if (report) return report;
  }
}

interface PreparedCampaign {
  restored: RestoredCampaign;
  merge: PreparedMerge;
  /** The log here as it was when this was prepared. */
  packed: LogIndex;
  numbers: readonly number[];
}

async function prepare(session: Session, restored: RestoredCampaign): Promise<PreparedCampaign> {
  const { db } = session;
  const { id } = restored.campaign;
  const isNew = (await session.run(() => db.campaigns.get(id))) === undefined;
  const { index: packed, numbers } = isNew ? { index: new LogIndex(), numbers: [] } : await readBlocks(session, id);
  const merge = await prepareMerge(id, restored, ({ byId }) =>
    session.read([db.tail], () => findInLog(session, id, byId.keys(), packed)),
  );
  return { restored, merge, packed, numbers };
}

/** null: something changed here since it was prepared. */
function writeContents(
  session: Session,
  { answers, settings }: Contents,
  merges: readonly PreparedCampaign[],
): Promise<RestoreReport | null> {
  const { db } = session;
  return session.write([...logTables(session), db.answers, db.settings], async () => {
    // Looked at before anything is written, as there is no way back inside a transaction.
    for (const { restored, merge, packed, numbers } of merges) {
      const { id } = restored.campaign;
      const now = await blockNumbers(session, id);
      const known = await findInLog(session, id, merge.arrivals.byId.keys(), packed);
      if (String(now) !== String(numbers) || merge.arrivals.byId.size - known.size !== merge.fresh) return null;
    }
    const report: RestoreReport = { campaigns: [] };
    for (const { restored, merge, packed } of merges) {
      const { id, name, updatedAt } = restored.campaign;
      const isNew = (await db.campaigns.get(id)) === undefined;
      if (isNew) {
        await db.campaigns.add(restored.campaign);
        await db.meta.add(newJournal(id));
      }
      const segments = await missingSegments(session, restored.segments);
      const merged = await writeMerge(session, id, merge, packed, { segments });
      if (isNew) await db.campaigns.update(id, { updatedAt });
      report.campaigns.push({ id, name, isNew, merged: merged! });
    }
    for (const { answers: record } of answers) {
      if ((await db.answers.get(record.shape)) === undefined) await db.answers.add(record);
    }
    for (const { setting } of settings) {
      if ((await db.settings.get([setting.campaign, setting.key])) === undefined) await db.settings.add(setting);
    }
    return report;
  });
}

async function missingSegments({ db }: Session, segments: readonly SegmentRecord[]): Promise<SegmentRecord[]> {
  const here = await db.segments.bulkGet(segments.map(({ campaign, name }): [string, string] => [campaign, name]));
  return segments.filter((_, place) => here[place] === undefined);
}

/** Reads all of the file; throws if any of it is not as it should be. */
async function check(file: Blob): Promise<Contents> {
  const contents: Contents = { campaigns: new Map(), answers: [], settings: [] };
  const campaignOf = (id: string, line: number): RestoredCampaign => {
    const campaign = contents.campaigns.get(id);
    if (!campaign) throw new AppError('backup-damaged', { line });
    return campaign;
  };
  let last = 1;
  for await (const { number, line } of readBackup(file)) {
    last = number;
    if (line.type === 'campaign') {
      contents.campaigns.set(line.campaign.id, { campaign: line.campaign, records: [], sealed: [], segments: [] });
    } else if (line.type === 'answers') contents.answers.push(line);
    else if (line.type === 'setting') contents.settings.push(line);
    else if (line.type === 'ops') {
      const { records, sealed } = campaignOf(line.campaign, number);
      const into = line.sealed ? sealed : records;
      for (const op of line.ops) into.push(op);
    } else if (line.type === 'segment') {
      const bytes = line.base64 === null ? null : bytesOf(line.base64, number);
      campaignOf(line.segment.campaign, number).segments.push({ ...line.segment, bytes });
    }
  }
  const shas = new Set<string>();
  for await (const { sha } of blobsOf(file)) shas.add(sha);
  for (const { campaign } of contents.campaigns.values()) {
    if (!shas.has(campaign.workbookSha)) throw new AppError('backup-damaged', { line: last });
  }
  return contents;
}

/** The bytes of the backup one by one, each checked against its name. */
async function* blobsOf(file: Blob): AsyncGenerator<{ sha: string; bytes: Uint8Array }> {
  let parts: Uint8Array[] = [];
  for await (const { number, line } of readBackup(file)) {
    if (line.type !== 'blob') continue;
    if (line.part !== parts.length) throw new AppError('backup-damaged', { line: number });
    parts.push(bytesOf(line.base64, number));
    if (parts.length < line.parts) continue;
    const bytes = new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
    if ((await sha256Hex(bytes)) !== line.sha) throw new AppError('backup-damaged', { line: number });
    yield { sha: line.sha, bytes };
    parts = [];
  }
}

function bytesOf(base64: string, line: number): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(base64);
  } catch (cause) {
    throw new AppError('backup-damaged', { line }, { cause });
  }
}
