import { liveQuery, type Table } from 'dexie';
import type { AppError } from '../model/app-error';
import type { BlockCache } from './block-cache';
import type { Database } from './database';
import { asStoreError } from './failures';
import type { SaveTracker } from './save-tracker';

/** An open database, as the parts of the store share it. */
export interface Session {
  readonly db: Database;
  /** This browser profile's label in the ops it writes; a new one is made up when a copy of the profile has shown itself. */
  replica: string;
  readonly blocks: BlockCache;
  readonly saves: SaveTracker;
  now(): number;
  /** All work on the database goes through these, so that every failure comes out as an AppError. */
  run<T>(work: () => PromiseLike<T>): Promise<T>;
  read<T>(tables: Table[], work: () => PromiseLike<T>): Promise<T>;
  /** Resolves only when what was written would survive a power cut. */
  write<T>(tables: Table[], work: () => PromiseLike<T>): Promise<T>;
  /** For failures outside of any call, such as a watch that ends. */
  trouble(error: AppError): void;
  /** Aborted when the store is closed. */
  readonly closed: AbortSignal;
}

/** Calls `next` with what `query` gives, now and after every change of what it read, in this tab or another. */
export function watchQuery<T>(
  session: Session,
  query: () => Promise<T>,
  next: (result: T) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted || session.closed.aborted) return;
  const subscription = liveQuery(query).subscribe({ next, error: thrown => session.trouble(asStoreError(thrown)) });
  const stop = () => subscription.unsubscribe();
  signal.addEventListener('abort', stop, { once: true });
  session.closed.addEventListener('abort', stop, { once: true });
}
