import { type AppError, AppError as RefusedFile, toAppError } from '../../lib/model/app-error';
import type { JournalState } from '../../lib/model/field-state';
import type { LastSaved, OutsideCell, ReturnedFacts } from '../../lib/model/returned-workbook';
import { campaignMark } from '../../lib/tasks/hand-out/hand-out-identity';
import { type HandOutRecord, stateThen } from '../../lib/tasks/hand-out/hand-out-record';
import type { ReturnedCopy } from '../../lib/tasks/take-back/plan-take-back';
import { rowsAlone } from '../../lib/tasks/take-back/read-returned';
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
    }
  | { is: 'refused'; file: string; error: AppError };

interface Reading {
  session: CampaignSession;
  workbooks: WorkbookClient;
  handOuts: readonly HandOutRecord[];
  state: JournalState;
  log: readonly unknown[];
  signal: AbortSignal;
}

/** Reads one returned copy against what was handed out; where that is not known, against the rows as they are, unfilled. */
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

async function compareCopy(
  file: File,
  { session, workbooks, handOuts, state, log, signal }: Reading,
): Promise<ReadCopy> {
  const returned = new Uint8Array(await file.arrayBuffer());
  const facts = await workbooks.ask({ do: 'workspace:worker:returned-facts', bytes: returned }, signal);
  const { identity } = facts;
  const { received, answers: said, campaign } = session;
  if (identity?.campaign && identity.campaign !== (await campaignMark(campaign.id))) {
    throw new RefusedFile('other-campaign', { file: file.name });
  }
  const record = identity && handOuts.find(({ files }) => files.some(({ id }) => id === identity.id));
  const then = record && stateThen(record, log);
  const read = await workbooks.ask(
    {
      do: 'workspace:worker:read-returned',
      ground: { received, answers: said, state: then ?? rowsAlone(state), append: record?.append ?? [] },
      base: then ? `${campaign.id} ${record.at}` : `${campaign.id} ${session.values}`,
      file: file.name,
      returned,
    },
    signal,
  );
  // What was written down here goes before what the file says.
  const department =
    record?.files.find(({ id }) => id === identity?.id)?.department ?? identity?.department ?? bracketed(file.name);
  const handOut = identity && then ? { id: identity.id, then } : null;
  const { answers, outside } = read;
  return {
    is: 'read',
    copy: { file: file.name, department, saved: lastSaved(facts, file), handOut, answers },
    record: record ?? null,
    facts,
    outside,
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
