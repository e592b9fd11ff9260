import type { Transaction } from 'dexie';

/**
 * One step of the database's life. Numbered from 1 without gaps; never edited once released. Its example data before and
 * after lies in tests/fixtures/store.
 */
export interface Migration {
  version: number;
  /** Dexie's notation for primary keys and indexes; null drops a table; tables left out stay as they are. */
  stores: Readonly<Record<string, string | null>>;
  /** Runs inside the browser's upgrade transaction: when it throws, nothing has happened. */
  upgrade?(transaction: Transaction): Promise<void>;
}
