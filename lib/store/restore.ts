import { FOLD_VERSION } from '../journal/fold';
import { START } from '../journal/hlc';
import { AppError } from '../model/app-error';
import type { Campaign } from '../model/campaign';
import type { MergeReport } from '../model/campaign-journal';
import type { OpEnvelope } from '../model/op';
import { sha256Hex } from '../model/sha256';
import { type BodyLine, readBackup } from './backup-format';
import { fromBase64 } from './base64';
import { keepBlob } from './blobs';
import { logTables } from './journal-log';
import { mergeOps } from './merge-ops';
import type { Session } from './session';

export interface RestoreReport {
  campaigns: { id: string; name: string; isNew: boolean; merged: MergeReport }[];
}

type Lines<Type extends BodyLine['type']> = Extract<BodyLine, { type: Type }>[];

interface Contents {
  campaigns: Map<string, { campaign: Campaign; ops: OpEnvelope[] }>;
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
  return writeContents(session, contents);
}

function writeContents(session: Session, { campaigns, answers, settings }: Contents): Promise<RestoreReport> {
  const { db } = session;
  return session.write([...logTables(session), db.answers, db.settings], async () => {
    const report: RestoreReport = { campaigns: [] };
    for (const { campaign, ops } of campaigns.values()) {
      const { id, name } = campaign;
      const isNew = (await db.campaigns.get(id)) === undefined;
      if (isNew) {
        await db.campaigns.add(campaign);
        await db.meta.add({ campaign: id, key: 'journal', clock: START, foldVersion: FOLD_VERSION, ops: 0 });
      }
      const merged = await mergeOps(session, id, ops);
      if (isNew) await db.campaigns.update(id, { updatedAt: campaign.updatedAt });
      report.campaigns.push({ id, name, isNew, merged });
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

/** Reads all of the file; throws if any of it is not as it should be. */
async function check(file: Blob): Promise<Contents> {
  const contents: Contents = { campaigns: new Map(), answers: [], settings: [] };
  let last = 1;
  for await (const { number, line } of readBackup(file)) {
    last = number;
    if (line.type === 'campaign') contents.campaigns.set(line.campaign.id, { campaign: line.campaign, ops: [] });
    else if (line.type === 'answers') contents.answers.push(line);
    else if (line.type === 'setting') contents.settings.push(line);
    else if (line.type === 'ops') {
      const campaign = contents.campaigns.get(line.campaign);
      if (!campaign) throw new AppError('backup-damaged', { line: number });
      for (const op of line.ops) campaign.ops.push(op);
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

function bytesOf(base64: string, line: number): Uint8Array {
  try {
    return fromBase64(base64);
  } catch (cause) {
    throw new AppError('backup-damaged', { line }, { cause });
  }
}
