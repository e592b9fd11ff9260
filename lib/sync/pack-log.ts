import type { OpEnvelope } from '../model/op';
import { nextPlace } from './seal-log';
import { readSegment, seal } from './segment';
import type { PackMoment } from './sync-rules';
import { hold, type SyncRun, step } from './sync-run';
import type { HeldSegment } from './sync-store';

/** Puts many small files of ours into one. Nobody else's file is rewritten: theirs stay, and so do ours until collected. */
export async function packLog(run: SyncRun, moment: PackMoment): Promise<void> {
  const { store, project, actor } = run.options;
  const free = [...run.held.values()].filter(({ name }) => !run.covered.has(name));
  const own = free.filter(({ header, parked }) => header.replica === run.replica && parked === null);
  const chosen = run.rules.toPack(own, free, {
    key: run.keys[0]?.id ?? null,
    moment,
    packFrom: run.rules.packFrom,
  });
  const records: OpEnvelope[] = [];
  const read: HeldSegment[] = [];
  for (const [done, held] of chosen.entries()) {
    step(run, { step: 'pack', done, total: chosen.length });
    const bytes = await store.bytesOf(held.name);
    const content = bytes && (await readSegment(bytes, run.keys, run.packing));
    if (!content?.records) continue;
    // As they came: what is packed has passed readSegment once, and the journal parses each record again.
    for (const record of content.records) records.push(record as OpEnvelope);
    read.push(held);
  }
  if (read.length === 0) return;
  const pack = await seal(
    {
      kind: 'pack',
      project,
      replica: run.replica,
      actor,
      ...nextPlace(run),
      level: Math.max(...read.map(({ header }) => header.level)) + 1,
      covers: read.map(({ name }) => name),
      records: run.rules.packed(records),
      key: run.keys[0] ?? null,
    },
    run.packing,
  );
  await store.keepPack(pack);
  hold(run, pack);
  run.report.packed++;
}
