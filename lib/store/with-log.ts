import { asStoreError } from './failures';
import { rebuildCells } from './journal-log';
import type { LogIndex } from './log-index';
import { logTables } from './log-tables';
import { blockNumbers, readBlocks } from './read-blocks';
import type { Session } from './session';

const MOVED = Symbol('the log moved');

/**
 * One transaction over a journal with its whole log at hand: the blocks unpacked before, the tail read inside. When another
 * tab has added a block in between, it is done again.
 */
export async function withLog<T>(
  session: Session,
  campaign: string,
  mode: 'read' | 'write',
  work: (packed: LogIndex) => Promise<T>,
): Promise<T> {
  for (;;) {
    const { numbers, index } = await readBlocks(session, campaign);
    const done = await session[mode](logTables(session), async () => {
      const now = await blockNumbers(session, campaign);
      const isSame = now.length === numbers.length && now.every((number, place) => number === numbers[place]);
      return isSame ? { result: await work(index) } : MOVED;
    });
    if (done !== MOVED) return done.result;
  }
}

/** Cells anew from the log: after the rules of folding changed, or when a cell cannot be read. */
export const rebuild = (session: Session, campaign: string): Promise<void> =>
  withLog(session, campaign, 'write', packed => rebuildCells(session, campaign, packed));

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
