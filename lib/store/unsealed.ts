import { readOp } from '../journal/read-op';
import type { OpEnvelope } from '../model/op';
import { readTail } from './journal-log';
import { unpackOps } from './packed-ops';
import { blockRecord, readStored } from './records';
import type { Session } from './session';

/** Records that are in no segment yet, in order of arrival. Not to be called inside a transaction. */
export async function readUnsealed(session: Session, campaign: string): Promise<OpEnvelope[]> {
  const { db } = session;
  const { tail, blocks } = await session.read([db.tail, db.blocks], async () => ({
    tail: await readTail(session, campaign),
    blocks: await unsealedBlocks(session, campaign),
  }));
  const known = new Map<string, OpEnvelope>();
  for (const { packed } of blocks) {
    for (const record of await unpackOps(packed)) {
      const read = readOp(record);
      if (read.kind !== 'none') known.set(read.record.id, read.record);
    }
  }
  for (const op of tail) known.set(op.id, op);
  return [...known.values()];
}

export async function unsealedBlocks({ db }: Session, campaign: string) {
  const stored = await db.blocks.where('campaign').equals(campaign).toArray();
  return stored.map(record => readStored(blockRecord, record, 'blocks')).filter(({ sealed }) => !sealed);
}
