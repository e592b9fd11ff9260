import type { FieldState, JournalState } from '../model/field-state';
import { asStoreError } from './failures';
import { readFields, readJournal, readState, understood } from './journal-log';
import { readKeptState, StateKeeper } from './kept-state';
import { type Session, watchQuery } from './session';
import { withSoundCells } from './with-log';

/**
 * Follows the tail by its growing number and reads only the fields that changed: with 50,000 edits on disk, one more costs
 * one more. What comes in packed, or is packed, moves a count; then all cells are read and compared. The journal's own record
 * moves with every change and is what is listened to.
 */
export function watchJournal(
  session: Session,
  campaign: string,
  callback: (state: JournalState, changed: ReadonlySet<string>) => void,
  signal: AbortSignal,
): void {
  const { db } = session;
  const keeper = new StateKeeper(session, campaign);
  let state: JournalState | null = null;
  let seen = 0;
  let folds = -1;
  let reading: Promise<void> = Promise.resolve();

  const readNews = () =>
    session.read([db.tail, db.cells, db.meta], async () => {
      const journal = await readJournal(session, campaign);
      const last = Number((await db.tail.toCollection().lastKey()) ?? 0);
      const kept = state === null ? await readKeptState(session, campaign, journal.folds) : null;
      if (kept) keeper.found(kept);
      const known = kept ?? { state, seen, folds };
      seen = Math.max(known.seen, last);
      folds = journal.folds;
      if (known.state === null) return readState(session, campaign);
      if (known.folds !== folds) return changesIn(await readState(session, campaign), known.state);
      const news = await db.tail.where('n').above(known.seen).toArray();
      const ours = news.filter(record => (record as { campaign?: unknown }).campaign === campaign);
      const changed = await readFields(session, campaign, ours.flatMap(understood));
      return kept ? new Map([...kept.state, ...changed]) : changed;
    });

  async function tellNews(): Promise<void> {
    const isFirst = state === null;
    const news: Map<string, FieldState> = await withSoundCells(session, campaign, readNews);
    if (signal.aborted || session.closed.aborted) return;
    if (!isFirst && news.size === 0) return;
    state = new Map([...(state ?? []), ...news]);
    keeper.sees({ state, seen, folds });
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

function changesIn(now: ReadonlyMap<string, FieldState>, before: JournalState): Map<string, FieldState> {
  return new Map([...now].filter(([key, field]) => stamp(field) !== stamp(before.get(key))));
}

const stamp = (field: FieldState | undefined): string =>
  field ? [...field.heads.map(head => head.id), '', ...field.awaited].join(' ') : '';
