import type { Author } from '../journal/edit';
import { takeBack, type undoCandidates } from '../journal/undo';
import { fieldKey } from '../model/field-state';
import type { Op } from '../model/op';
import { readFieldLog, readOwn } from './journal-log';
import type { Session } from './session';

/** Enough for what is undone nearly always, so that undo stays small work in a log of any length. */
const FIRST_LOOK = 64;

/** The ops of the next undo or redo that still has something to put back; [] when there is none. */
export async function nextTakeBack(
  session: Session,
  campaign: string,
  author: Author,
  candidates: typeof undoCandidates,
): Promise<Op[]> {
  for (let limit = FIRST_LOOK; ; limit *= 8) {
    const { own, isWhole } = await readOwn(session, campaign, author.actor, limit);
    for (const action of candidates(own)) {
      // The oldest op read may be one of a group whose rest was not.
      if (!isWhole && action.includes(own[own.length - 1]!)) break;
      const logs = new Map<string, Op[]>();
      for (const op of action) {
        const key = fieldKey(op.entity, op.field);
        if (!logs.has(key)) logs.set(key, await readFieldLog(session, campaign, op));
      }
      const ops = takeBack(action, (entity, field) => logs.get(fieldKey(entity, field)) ?? [], author);
      if (ops.length > 0) return ops;
    }
    if (isWhole) return [];
  }
}
