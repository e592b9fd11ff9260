import type { BrowserStorage } from './database';

/**
 * The database without our schema: to look at one that is older or newer than this program, and to carry its records
 * away whatever they are.
 */
export interface RawRecord {
  table: string;
  key: IDBValidKey;
  value: unknown;
}

const BATCH = 200;

/** The schema number of what is on disk, 0 where there is nothing yet. Dexie multiplies its numbers by ten. */
export async function installedVersion({ indexedDB }: BrowserStorage, name: string): Promise<number> {
  const database = await openAsItIs(indexedDB, name);
  if (!database) return 0;
  const version = Math.floor(database.version / 10);
  database.close();
  return version;
}

/** All records of all tables, in batches so that memory stays bounded. */
export async function* rawRecords({ indexedDB, IDBKeyRange }: BrowserStorage, name: string): AsyncGenerator<RawRecord> {
  const database = await openAsItIs(indexedDB, name);
  if (!database) return;
  try {
    for (const table of Array.from(database.objectStoreNames)) {
      for (let range: IDBKeyRange | null = null; ; ) {
        const store = database.transaction(table, 'readonly').objectStore(table);
        const [keys, values] = await Promise.all([
          answer(store.getAllKeys(range, BATCH)),
          answer<unknown[]>(store.getAll(range, BATCH)),
        ]);
        for (const [index, key] of keys.entries()) yield { table, key, value: values[index] };
        if (keys.length < BATCH) break;
        range = IDBKeyRange.lowerBound(keys[keys.length - 1], true);
      }
    }
  } finally {
    database.close();
  }
}

/** Opening without a version never upgrades; where nothing exists, the browser's wish to create it is declined. */
function openAsItIs(indexedDB: IDBFactory, name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = event => {
      event.preventDefault();
      if (isNew) resolve(null);
      else reject(request.error);
    };
  });
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
