import type { OpEnvelope } from '../model/op';
import { sha32Of } from './names';
import { seal } from './segment';
import { hold, type SyncRun } from './sync-run';

/** Small enough to be sent again after a broken upload. */
const RECORDS_PER_SEGMENT = 5_000;

/** What was written here since the last time becomes files of our own. */
export async function sealLog(run: SyncRun): Promise<void> {
  const { store, project, actor } = run.options;
  const records = await store.unsealed();
  for (let start = 0; start < records.length; start += RECORDS_PER_SEGMENT) {
    const part: readonly OpEnvelope[] = records.slice(start, start + RECORDS_PER_SEGMENT);
    const segment = await seal(
      {
        kind: 'segment',
        project,
        replica: run.replica,
        actor,
        ...nextPlace(run),
        level: 0,
        covers: [],
        records: part,
        key: run.keys[0] ?? null,
      },
      run.packing,
    );
    await store.keepSealed(
      segment,
      part.map(({ id }) => id),
    );
    hold(run, segment);
  }
}

/** Our own count goes on, and the chain shows when two PCs write under one label. */
export function nextPlace({ held, replica }: SyncRun): { n: number; previous: string | null } {
  let last: { n: number; name: string } = { n: 0, name: '' };
  for (const { name, header } of held.values()) {
    if (header.replica === replica && header.n > last.n) last = { n: header.n, name };
  }
  return { n: last.n + 1, previous: last.n === 0 ? null : sha32Of(last.name) };
}
