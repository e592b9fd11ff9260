import { nothingRead, type ReadBlocks } from './block-cache';
import { unpackOps } from './packed-ops';
import { blockRecord, readStored } from './records';
import type { Session } from './session';

/** All blocks that are on disk now. Not to be called inside a transaction: unpacking would end it. */
export async function readBlocks(session: Session, campaign: string): Promise<ReadBlocks> {
  const numbers = await session.run(() => blockNumbers(session, campaign));
  const known = session.blocks.of(campaign);
  const held = new Set(known.numbers);
  const fresh = await storedBlocks(
    session,
    numbers.filter(number => !held.has(number)),
  );
  // What is held and stands no more was joined with others; else it was removed, and what is held counts for nothing.
  const standing = new Set([...numbers, ...fresh.flatMap(({ replaces = [] }) => replaces)]);
  if (!known.numbers.every(number => standing.has(number))) {
    session.blocks.hold(nothingRead(campaign));
    return readBlocks(session, campaign);
  }
  const read = new Set(held);
  for (const { n, packed, replaces } of fresh) {
    const isHeld = replaces?.every(number => held.has(number)) ?? false;
    for (const record of isHeld ? [] : await unpackOps(packed)) known.index.add(record);
    read.add(n);
  }
  const blocks = { campaign, numbers: numbers.filter(number => read.has(number)), index: known.index };
  session.blocks.hold(blocks);
  return blocks;
}

/** Without those that are gone meanwhile: the caller's transaction will notice. */
async function storedBlocks({ db, run }: Session, numbers: readonly number[]) {
  const stored = await run(() => db.blocks.bulkGet([...numbers]));
  return stored.flatMap(record => (record === undefined ? [] : readStored(blockRecord, record, 'blocks')));
}

/** In the order they were stored. */
export async function blockNumbers({ db }: Session, campaign: string): Promise<number[]> {
  const numbers = await db.blocks.where('campaign').equals(campaign).primaryKeys();
  return numbers.sort((a, b) => a - b);
}
