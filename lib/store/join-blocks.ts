import type { OpEnvelope } from '../model/op';
import { asStoreError } from './failures';
import { blockOf } from './merge-ops';
import { unpackOps } from './packed-ops';
import { blockNumbers } from './read-blocks';
import { type BlockRecord, blockRecord, readStored } from './records';
import type { Session } from './session';

/** A block of fewer ops is small. */
const SMALL_OPS = 500;
/** So many small ones at the end of the log are joined: a year of daily syncs leaves some 700 otherwise. */
const JOIN_FROM = 32;

type Block = BlockRecord & { n: number };

/**
 * Joins the small sealed blocks at the end of the log into one, where there are many: all of them are read when the log is. No record
 * changes, nor their order. One transaction exchanges them; before it is through, or when it never is, the old ones stand.
 */
export function joinBlocks(session: Session, campaign: string): Promise<void> {
  // What it was called after is on disk, and stays readable without it.
  return join(session, campaign).catch(thrown => session.trouble(asStoreError(thrown)));
}

async function join(session: Session, campaign: string): Promise<void> {
  const { db } = session;
  const numbers = await session.run(() => blockNumbers(session, campaign));
  if (numbers.length < JOIN_FROM) return;
  const small = await smallEnd(session, numbers);
  if (small.length < JOIN_FROM) return;
  const records = (await Promise.all(small.map(({ packed }) => unpackOps(packed)))).flat();
  const replaces = small.map(({ n }) => n);
  const joined = { ...(await blockOf(campaign, records as OpEnvelope[], true)), replaces };
  await session.write([db.blocks], async () => {
    const now = await blockNumbers(session, campaign);
    // Another tab has added to the log or joined it since: next time.
    if (now.length !== numbers.length || now.some((number, place) => number !== numbers[place])) return;
    await db.blocks.bulkDelete(replaces);
    // A number that was never used: who has read the old ones can tell that these are others.
    await db.blocks.add(joined);
  });
}

/** The last blocks, as far back as they are small and sealed; in their order. */
async function smallEnd({ db, run }: Session, numbers: readonly number[]): Promise<Block[]> {
  const small: Block[] = [];
  for (const number of [...numbers].reverse()) {
    const stored = await run(() => db.blocks.get(number));
    const block = stored === undefined ? null : readStored(blockRecord, stored, 'blocks');
    if (!block?.sealed || block.count >= SMALL_OPS) break;
    small.push(block);
  }
  return small.reverse();
}
