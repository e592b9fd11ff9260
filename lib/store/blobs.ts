import { AppError } from '../model/app-error';
import type { Blobs } from '../model/campaign';
import { sha256Hex } from '../model/sha256';
import { blobRecord, readStored } from './records';
import type { Session } from './session';

export function openBlobs({ db, run, write }: Session): Blobs {
  return {
    async put(bytes) {
      const sha = await sha256Hex(bytes);
      await write([db.blobs], () => keepBlob(db, sha, bytes));
      return sha;
    },
    async get(sha) {
      const stored = await run(() => db.blobs.get(sha));
      if (stored === undefined) return null;
      const { bytes } = readStored(blobRecord, stored, 'blobs');
      if ((await sha256Hex(bytes)) !== sha)
        throw new AppError('stored-record-unreadable', { table: 'blobs', where: sha });
      return bytes;
    },
  };
}

/** Within a transaction over blobs. A copy, because the caller's array may be a view of a larger buffer. */
export async function keepBlob(db: Session['db'], sha: string, bytes: Uint8Array): Promise<void> {
  const known = await db.blobs.where('sha').equals(sha).count();
  if (known === 0) await db.blobs.put({ sha, bytes: bytes.slice() });
}
