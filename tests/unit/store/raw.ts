import { readFileSync } from 'node:fs';
import type { Profile } from './test-store';

/** Tables as plain records; {"$bytes": base64} stands for bytes. The form of tests/fixtures/store. */
export type Tables = Record<string, unknown[]>;

export function fixture(name: string): Tables {
  const path = new URL(`../../fixtures/store/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8'), (_, value) =>
    typeof value?.$bytes === 'string' ? new Uint8Array(Buffer.from(value.$bytes, 'base64')) : value,
  );
}

/** Works on the database as it is, without our schema. */
export function onRaw<T>(
  profile: Profile,
  work: (database: IDBDatabase) => Promise<T> | T,
  name = 'pingan-fill',
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = profile.indexedDB.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = async () => {
      try {
        resolve(await work(request.result));
      } catch (thrown) {
        reject(thrown);
      } finally {
        request.result.close();
      }
    };
  });
}

export const writeTables = (profile: Profile, tables: Tables) =>
  onRaw(
    profile,
    database =>
      new Promise<void>((resolve, reject) => {
        const transaction = database.transaction(Object.keys(tables), 'readwrite');
        for (const [table, records] of Object.entries(tables)) {
          for (const record of records) transaction.objectStore(table).put(record);
        }
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      }),
  );

export const readTables = (profile: Profile, name?: string) =>
  onRaw(
    profile,
    async database => {
      const tables: Tables = {};
      for (const table of Array.from(database.objectStoreNames)) {
        tables[table] = await new Promise((resolve, reject) => {
          const request = database.transaction(table).objectStore(table).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      }
      return tables;
    },
    name,
  );

export const versionOf = (profile: Profile) => onRaw(profile, database => database.version / 10);
