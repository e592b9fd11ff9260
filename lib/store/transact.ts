import type { Table } from 'dexie';
import { AppError } from '../model/app-error';
import type { Database } from './database';

/**
 * Resolves when the transaction has completed, strictly: what it wrote would survive a power cut. Not to be called inside
 * another.
 */
export async function transact<T>(
  db: Database,
  mode: 'r' | 'rw',
  tables: Table[],
  work: () => PromiseLike<T>,
): Promise<T> {
  const opened: { native?: IDBTransaction } = {};
  try {
    return await db.transaction(mode, tables, async transaction => {
      // An async function by itself: Dexie keeps the transaction open across awaits only for those.
      opened.native = transaction.idbtrans;
      return await work();
    });
  } catch (thrown) {
    // The requests of an aborted transaction only tell that it was aborted; the transaction itself knows why.
    if (opened.native?.error?.name !== 'QuotaExceededError') throw thrown;
    throw new AppError('storage-full', {}, { cause: thrown });
  }
}
