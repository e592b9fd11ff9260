import { type AppError, AppError as RefusedFile, toAppError } from '../../lib/model/app-error';
import type { LastSaved, OutsideCell, ReturnedFacts } from '../../lib/model/returned-workbook';
import { exportEdits } from '../../lib/tasks/export-edits';
import { type HandOutRecord, stateThen } from '../../lib/tasks/hand-out/hand-out-record';
import type { ReturnedCopy } from '../../lib/tasks/take-back/plan-take-back';
import { WORKBOOK_LIMITS } from '../../lib/workbook/limits';
import type { CampaignSession } from './campaign-session';
import type { WorkbookClient } from './workbook-client';

/** One dropped file: read and compared, or refused with the reason. */
export type ReadCopy =
  | {
      is: 'read';
      copy: ReturnedCopy;
      /** What it was compared with; null: the workbook as received. */
      record: HandOutRecord | null;
      facts: ReturnedFacts;
      outside: OutsideCell[];
      found: number;
      expected: number;
    }
  | { is: 'refused'; file: string; error: AppError };

interface Reading {
  session: CampaignSession;
  workbooks: WorkbookClient;
  handOuts: readonly HandOutRecord[];
  log: readonly unknown[];
  signal: AbortSignal;
}

/** Reads one returned copy against what was handed out; where that is not known, against the workbook as received. */
export async function readCopy(file: File, reading: Reading): Promise<ReadCopy> {
  try {
    if (file.size > WORKBOOK_LIMITS.fileBytes) throw new RefusedFile('file-too-large', { file: file.name });
    return await compareCopy(file, reading);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (reading.signal.aborted) throw error;
    return { is: 'refused', file: file.name, error };
  }
}

async function compareCopy(file: File, { session, workbooks, handOuts, log, signal }: Reading): Promise<ReadCopy> {
  const returned = new Uint8Array(await file.arrayBuffer());
  const facts = await workbooks.ask({ do: 'workspace:worker:returned-facts', bytes: returned }, signal);
  const { identity } = facts;
  const record = identity && handOuts.find(({ files }) => files.some(({ id }) => id === identity.id));
  const { bytes, places, workbook } = session;
  const { tables } = workbook.recognition;
  const [table] = tables;
  const append = record && record.append.length > 0 && table ? { table, roles: record.append } : null;
  const then = record && stateThen(record, log);
  const edits = then ? exportEdits(then, places, tables, append).edits : [];
  const read = await workbooks.ask(
    {
      do: 'workspace:worker:read-returned',
      ground: { bytes, edits, append },
      base: `${session.campaign.workbookSha} ${record?.at ?? ''}`,
      returned,
    },
    signal,
  );
  const department =
    identity?.department ?? record?.files.find(({ id }) => id === identity?.id)?.department ?? bracketed(file.name);
  const handOut = identity && then ? { id: identity.id, then } : null;
  const { answers, outside, found, expected } = read;
  return {
    is: 'read',
    copy: { file: file.name, department, saved: lastSaved(facts, file), handOut, answers },
    record: record ?? null,
    facts,
    outside,
    found,
    expected,
  };
}

/** What the file says itself goes before what the file system keeps. */
function lastSaved({ lastModifiedBy, modified }: ReturnedFacts, file: File): LastSaved {
  if (modified !== null) return { by: lastModifiedBy, at: modified, isFileTime: false };
  return { by: lastModifiedBy, at: new Date(file.lastModified).toISOString(), isFileTime: true };
}

/** "…项目表（综合科）.xlsx", "…（综合科）(1).xlsx": names as they were given when handed out. */
function bracketed(name: string): string | null {
  return /（([^（）]{1,40})）[^（）]*\.[^.]+$/.exec(name)?.[1] ?? null;
}
