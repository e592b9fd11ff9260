import type { Author } from '../journal/edit';
import { byField, takeBack, type undoCandidates } from '../journal/undo';
import type { Op } from '../model/op';
import { readFieldLog, readOwn } from './journal-log';
import type { LogIndex } from './log-index';
import type { Session } from './session';

/** Enough for what is undone nearly always, so that undo stays small work in a log of any length. */
const FIRST_LOOK = 64;
/** Fields read side by side. */
const BATCH = 100;

interface Search {
  author: Author;
  candidates: typeof undoCandidates;
  /** Only whether there is something: stops at the first. */
  isQuestion: boolean;
  packed: LogIndex;
}

/** The ops of the next undo or redo that still has something to put back; [] when there is none. */
export async function nextTakeBack(session: Session, campaign: string, search: Search): Promise<Op[]> {
  for (let limit = FIRST_LOOK; ; limit *= 8) {
    const { own, isWhole } = await readOwn(session, campaign, search.author.actor, limit, search.packed);
    for (const action of search.candidates(own)) {
      // The oldest op read may be one of a group whose rest was not.
      if (!isWhole && action.includes(own[own.length - 1]!)) break;
      const ops = await takeBackAction(session, campaign, byField(action), search);
      if (ops.length > 0) return ops;
    }
    if (isWhole) return [];
  }
}

async function takeBackAction(
  session: Session,
  campaign: string,
  fields: ReturnType<typeof byField>,
  { author, isQuestion, packed }: Search,
): Promise<Op[]> {
  const ops: Op[] = [];
  for (let start = 0; start < fields.length && !(isQuestion && ops.length > 0); start += BATCH) {
    const batch = fields.slice(start, start + BATCH);
    const logs = await Promise.all(batch.map(edits => readFieldLog(session, campaign, edits[0]!, packed)));
    ops.push(...batch.flatMap((edits, index) => takeBack(edits, logs[index]!, author)));
  }
  return ops;
}
