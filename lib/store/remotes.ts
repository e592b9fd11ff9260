import type { z } from 'zod';
import { type RemoteRecord, readStored, remoteRecord, type SeenRecord, seenRecord } from './records';
import { type Session, watchQuery } from './session';

/** What is known of the places that a campaign is exchanged with. Their shapes belong to those who keep something here. */
export interface Remotes {
  get<T>(id: string, shape: z.ZodType<T>): Promise<T | null>;
  put(id: string, state: unknown): Promise<void>;
  watch<T>(
    id: string,
    shape: z.ZodType<T>,
    callback: (state: T | null) => void,
    options: { signal: AbortSignal },
  ): void;
  /** All file marks of one place. */
  marks<T>(remote: string, shape: z.ZodType<T>): Promise<T[]>;
  mark(remote: string, marks: readonly { name: string }[]): Promise<void>;
  unmark(remote: string, names: readonly string[]): Promise<void>;
  /** State and marks. */
  forget(remote: string): Promise<void>;
}

export function openRemotes(session: Session, campaign: string): Remotes {
  const { db, run, write } = session;
  const marksOf = (remote: string) =>
    db.seen.where('[campaign+remote+name]').between([campaign, remote, ''], [campaign, remote, []]);

  async function get<T>(id: string, shape: z.ZodType<T>): Promise<T | null> {
    const stored = await db.remotes.get([campaign, id]);
    return stored === undefined
      ? null
      : readStored(shape, readStored(remoteRecord, stored, 'remotes').state, 'remotes');
  }

  return {
    get: (id, shape) => run(() => get(id, shape)),
    async put(id, state) {
      const record: RemoteRecord = { campaign, id, state };
      await write([db.remotes], () => db.remotes.put(record));
    },
    watch(id, shape, callback, { signal }) {
      watchQuery(session, () => get(id, shape), callback, signal);
    },
    async marks(remote, shape) {
      const stored = await run(() => marksOf(remote).toArray());
      return stored.map(record => readStored(shape, readStored(seenRecord, record, 'seen').mark, 'seen'));
    },
    async mark(remote, marks) {
      const records = marks.map((mark): SeenRecord => ({ campaign, remote, name: mark.name, mark }));
      await write([db.seen], () => db.seen.bulkPut(records));
    },
    async unmark(remote, names) {
      await write([db.seen], () =>
        db.seen.bulkDelete(names.map((name): [string, string, string] => [campaign, remote, name])),
      );
    },
    async forget(remote) {
      await write([db.remotes, db.seen], async () => {
        await db.remotes.delete([campaign, remote]);
        await marksOf(remote).delete();
      });
    },
  };
}
