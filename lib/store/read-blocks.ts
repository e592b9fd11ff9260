import type { ReadBlocks } from './block-cache';
import { unpackOps } from './packed-ops';
import { blockRecord, readStored } from './records';
import type { Session } from './session';

/** All blocks that are on disk now. Not to be called inside a transaction: unpacking would end it. */
export async function readBlocks(session: Session, campaign: string): Promise<ReadBlocks> {
  const numbers = await session.run(() => blockNumbers(session, campaign));
  const known = session.blocks.beginning(campaign, numbers);
  for (const number of numbers.slice(known.numbers.length)) {
    const stored = await session.run(() => session.db.blocks.get(number));
    // Gone meanwhile, with its campaign: the caller's transaction will notice.
    if (stored === undefined) continue;
    for (const record of await unpackOps(readStored(blockRecord, stored, 'blocks').packed)) known.index.add(record);
  }
  const blocks = { campaign, numbers, index: known.index };
  session.blocks.hold(blocks);
  return blocks;
}

/** In the order they were stored. */
export async function blockNumbers({ db }: Session, campaign: string): Promise<number[]> {
  const numbers = await db.blocks.where('campaign').equals(campaign).primaryKeys();
  return numbers.sort((a, b) => a - b);
}
