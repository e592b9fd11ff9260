import type { View } from './look';
import { readLogName, writerOf } from './names';
import { type SyncRun, step } from './sync-run';
import type { HeldSegment } from './sync-store';
import { isWholeThere } from './write-log';

/** Deletions of one sync: the rest can wait. */
const MOST = 100;

/**
 * Takes own files away whose records a pack of ours has too: a month after that pack was put there, and only when the pack has
 * just been read again, whole, from that very target.
 */
export async function collect(run: SyncRun, view: View): Promise<void> {
  const now = run.options.now();
  const packs = [...run.held.values()].filter(
    ({ name, header, parked }) =>
      header.kind === 'pack' && header.replica === run.replica && parked === null && !run.covered.has(name),
  );
  for (const pack of packs) {
    const place = [...run.marks.values()].find(({ segment, state }) => segment === pack.name && state === 'here');
    if (!place || !run.rules.isOldEnough(place, now)) continue;
    const covered = allCovered(run, pack);
    const paths = [...view.files].filter(([path, { name }]) => {
      const segment = run.marks.get(path)?.segment ?? (readLogName(name)?.isCanonical ? name : '');
      return writerOf(segment) === run.replica && run.rules.isCollectable(covered.has(segment), segment !== pack.name);
    });
    if (paths.length === 0 || (run.rules.needsReread && !(await isWholeThere(run, place.name, pack)))) continue;
    for (const [path] of paths.slice(0, MOST - run.report.collected)) {
      step(run, { step: 'collect', done: run.report.collected, total: paths.length });
      await run.target.remove(path);
      await run.options.store.unmark(run.options.remote, [path]);
      run.marks.delete(path);
      run.report.collected++;
    }
  }
}

/** What the pack covers, and what the packs among that cover. */
function allCovered({ held }: SyncRun, pack: HeldSegment): Set<string> {
  const covered = new Set<string>();
  const open = [...pack.header.covers];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (covered.has(name)) continue;
    covered.add(name);
    open.push(...(held.get(name)?.header.covers ?? []));
  }
  return covered;
}
