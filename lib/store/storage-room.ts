/** What we ask of navigator.storage; undefined where the browser has none. */
export type StorageRoom = Pick<StorageManager, 'persist' | 'persisted' | 'estimate'> | undefined;

/** Asks the browser not to evict our data when the disk runs low. 'unknown' where it cannot be asked. */
export async function askToPersist(storage: StorageRoom): Promise<'granted' | 'denied' | 'unknown'> {
  if (!storage) return 'unknown';
  return (await storage.persisted()) || (await storage.persist()) ? 'granted' : 'denied';
}

export interface Room {
  usedBytes: number;
  quotaBytes: number;
  /** Less than a tenth, or less than 50 MB, is left: time to say so before a save fails. */
  isLow: boolean;
}

const LOW_BYTES = 50 * 1024 * 1024;

export async function measureRoom(storage: StorageRoom): Promise<Room | null> {
  const { usage, quota } = (await storage?.estimate()) ?? {};
  if (usage === undefined || quota === undefined) return null;
  const left = quota - usage;
  return { usedBytes: usage, quotaBytes: quota, isLow: left < LOW_BYTES || left < quota / 10 };
}
