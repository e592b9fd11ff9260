import Dexie, { type Table } from 'dexie';
import type { BrowserStorage } from './database';
import { type RawRecord, rawRecords } from './raw-database';

/** A database beside the real one that holds it as it was before the last migration. */
export const dumpName = (name: string): string => `${name}-before-migration`;

const BATCH = 200;

/** Copies every record, whatever it is. The dump before is given up only while the real database is untouched. */
export async function keepDump(name: string, storage: BrowserStorage): Promise<void> {
  const db = new Dexie(dumpName(name), { ...storage, chromeTransactionDurability: 'strict', cache: 'disabled' });
  db.version(1).stores({ records: '++' });
  const records: Table<RawRecord, number> = db.table('records');
  try {
    await records.clear();
    let batch: RawRecord[] = [];
    for await (const record of rawRecords(storage, name)) {
      batch.push(record);
      if (batch.length === BATCH) {
        await records.bulkAdd(batch);
        batch = [];
      }
    }
    await records.bulkAdd(batch);
  } finally {
    db.close();
  }
}
