import type { FieldState, JournalState } from '../model/field-state';
import { asStoreError } from './failures';
import { readFields, readState, understood, withSoundCells } from './journal-log';
import { type Session, watchQuery } from './session';

/**
 * Follows the log by its growing number and reads only the fields that changed: with 50,000 edits on disk, one more costs
 * one more. The journal's own record moves with every change and is what is listened to.
 */
export function watchJournal(
  session: Session,
  campaign: string,
  callback: (state: JournalState, changed: ReadonlySet<string>) => void,
  signal: AbortSignal,
): void {
  const { db } = session;
  let state: JournalState | null = null;
  let seen = 0;
  let reading: Promise<void> = Promise.resolve();

  const readNews = () =>
    session.read([db.tail, db.cells], async () => {
      if (state === null) {
        seen = Number((await db.tail.toCollection().lastKey()) ?? 0);
        return readState(session, campaign);
      }
      const news = await db.tail.where('n').above(seen).toArray();
      const ours = news.filter(record => (record as { campaign?: unknown }).campaign === campaign);
      seen = Number((await db.tail.toCollection().lastKey()) ?? seen);
      return readFields(session, campaign, ours.flatMap(understood));
    });

  async function tellNews(): Promise<void> {
    const isFirst = state === null;
    const news: Map<string, FieldState> = await withSoundCells(session, campaign, readNews);
    if (signal.aborted || session.closed.aborted) return;
    if (!isFirst && news.size === 0) return;
    state = new Map([...(state ?? []), ...news]);
    callback(state, new Set(news.keys()));
  }

  watchQuery(
    session,
    async () => (await db.meta.get([campaign, 'journal'])) !== undefined,
    exists => {
      if (exists) reading = reading.then(tellNews).catch(thrown => session.trouble(asStoreError(thrown)));
    },
    signal,
  );
}
