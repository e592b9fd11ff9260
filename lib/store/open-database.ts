import { AppError } from '../model/app-error';
import { type BrowserStorage, Database } from './database';
import { asOpeningError } from './failures';
import { keepDump } from './migration-dump';
import type { Migration } from './migrations/migration';
import { installedVersion } from './raw-database';

/**
 * Opens the database and brings it to the last of `migrations`. Data of a newer version is refused untouched; Dexie
 * itself would open and patch it. Before an older one is migrated, all of it is copied aside.
 */
export async function openDatabase(
  name: string,
  storage: BrowserStorage,
  migrations: readonly Migration[],
): Promise<Database> {
  const known = migrations[migrations.length - 1]!.version;
  const found = await installedVersion(storage, name).catch(thrown => {
    throw asOpeningError(thrown);
  });
  refuseNewer(found, known);
  const isMigrating = found > 0 && found < known;
  const db = new Database(name, storage, migrations);
  try {
    if (isMigrating) await keepDump(name, storage);
    await Promise.race([db.open(), whenBlocked(db)]);
    refuseNewer(Math.floor(db.backendDB().version / 10), known);
    return db;
  } catch (thrown) {
    db.close();
    const error = asOpeningError(thrown);
    if (!isMigrating || error.code !== 'storage-unavailable') throw error;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new AppError('migration-failed', { from: found, to: known, reason }, { cause: thrown });
  }
}

function refuseNewer(found: number, known: number): void {
  if (found > known) throw new AppError('data-from-newer-version', { found, known });
}

/** A tab of a version before this one that does not give way; tabs of ours close on the browser's first word. */
function whenBlocked(db: Database): Promise<never> {
  return new Promise((_, reject) => {
    db.on('blocked', () => reject(new AppError('store-blocked')));
  });
}

export function requireStorage(given: Partial<BrowserStorage>): BrowserStorage {
  try {
    const indexedDB = 'indexedDB' in given ? given.indexedDB : globalThis.indexedDB;
    const KeyRange = given.IDBKeyRange ?? globalThis.IDBKeyRange;
    if (indexedDB && KeyRange) return { indexedDB, IDBKeyRange: KeyRange };
  } catch (thrown) {
    // Where site data is forbidden, even looking at indexedDB throws.
    throw new AppError('storage-unavailable', {}, { cause: thrown });
  }
  throw new AppError('storage-unavailable');
}
