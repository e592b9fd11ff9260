import { refusalToRest, refusalToSend } from './check-keys';
import { collect } from './collect';
import { look, type View } from './look';
import { keyPath, README } from './names';
import { packLog } from './pack-log';
import { PACKING, type Packing } from './packing';
import { readLog, readParked } from './read-log';
import { README_TEXT } from './readme-text';
import { sealLog } from './seal-log';
import { readBlobs, writeBlobs } from './sync-blobs';
import type { SyncOptions, SyncReport } from './sync-report';
import { SYNC_RULES, type SyncRules } from './sync-rules';
import { beginRun, mark, type SyncRun, step } from './sync-run';
import { writeLog } from './write-log';

/**
 * Brings this PC and one target together: seal → look → push → pull → pack → collect. May be stopped or killed anywhere and
 * called again; what was done stays done. Throws an AppError where the target fails, is emptied or another
 * (`sync-target-emptied`, `sync-target-changed`: call again with `refill` once a person said so), or is encrypted and no
 * passphrase known here (`sync-needs-passphrase`), or not the present one (`sync-passphrase-changed`).
 */
export async function synchronise(
  options: SyncOptions,
  rules: SyncRules = SYNC_RULES,
  packing: Packing = PACKING,
): Promise<SyncReport> {
  const { direction = 'both' } = options;
  const run = await beginRun(options, rules, packing);
  await readParked(run);
  await sealLog(run);
  const view = await look(run);
  if (direction !== 'take') await give(run, view, direction === 'both');
  if (direction !== 'give') {
    await readLog(run, view);
    await readBlobs(run);
    const refusal = direction === 'both' ? await refusalToRest(run, view) : null;
    if (refusal) throw refusal;
  }
  await packLog(run, 'after-pull');
  if (direction !== 'take') await writeLog(run, view);
  if (view.isFull && direction === 'both') await collect(run, view);
  await remember(run, view);
  // What a readable pack stands for is read.
  run.report.parked = run.report.parked.filter(({ name }) => !run.covered.has(name));
  return run.report;
}

async function give(run: SyncRun, view: View, mayRead: boolean): Promise<void> {
  const refusal = await refusalToSend(run, view);
  if (refusal) {
    if (mayRead) await readLog(run, view);
    throw refusal;
  }
  // Since there is a key, nothing leaves the PC unencrypted or for an older passphrase, older files included.
  if (run.keys.length > 0) await packLog(run, 'before-push');
  await writeKeys(run, view);
  for (const write of run.rules.blobsFirst ? [writeBlobs, writeLog] : [writeLog, writeBlobs]) await write(run, view);
}

/** Keys before what they encrypt: a file that nobody can open is of no use to anybody. */
async function writeKeys(run: SyncRun, view: View): Promise<void> {
  if (view.isFull) {
    step(run, { step: 'push', done: 0, total: 1 });
    if (!view.hasReadme) await run.target.put(README, new TextEncoder().encode(README_TEXT));
  }
  for (const { file } of run.keys) {
    const name = keyPath(await run.packing.hash(file));
    const isThere = view.isFull ? view.keys.includes(name.slice('keys/'.length)) : run.marks.has(name);
    if (!isThere) await run.target.put(name, file, { whole: true });
    if (!run.marks.has(name)) await mark(run, [{ name, state: 'here', size: file.length }]);
  }
}

async function remember(run: SyncRun, view: View): Promise<void> {
  const { store, remote, now } = run.options;
  if (!view.isFull) return store.saveRemote(remote, run.state);
  // Others have taken away what their packs cover; that it was there means nothing any more.
  const gone = [...run.marks.values()].filter(({ name, segment = '' }) => {
    const isOurs = run.held.has(segment) && !run.covered.has(segment);
    return name.startsWith('log/') && !view.files.has(name) && !isOurs;
  });
  await store.unmark(
    remote,
    gone.map(({ name }) => name),
  );
  await store.saveRemote(remote, { ...run.state, fullAt: now() });
}
