import { AppError } from '../model/app-error';
import type { View } from './look';
import { keyPath } from './names';
import { generationOf, isKeyName } from './project-key';
import type { SyncRun } from './sync-run';

/**
 * What speaks against sending anything: a colleague has set a passphrase that this PC does not know. `sync-needs-passphrase`
 * where it knows none at all, `sync-passphrase-changed` where a key lies there that is as new as ours or newer. Nothing goes
 * there in the clear then, nor for those who know the old passphrase only. null: nothing.
 */
export async function refusalToSend(run: SyncRun, view: View): Promise<AppError | null> {
  const [newest] = run.keys;
  if (!newest) {
    const isEncrypted = view.keys.some(isKeyName) || unread(run);
    return isEncrypted ? new AppError('sync-needs-passphrase') : null;
  }
  const isChanged = (await newestGeneration(run, await keyNames(run, view))) >= newest.generation;
  return isChanged ? new AppError('sync-passphrase-changed') : null;
}

/** After reading, where that brought what no key here opens. */
export const refusalToRest = async (run: SyncRun, view: View): Promise<AppError | null> =>
  run.keys.length > 0 && unread(run) ? refusalToSend(run, view) : null;

/** Whether there are files that no key here opens, nor any other file stands for. */
const unread = ({ held, covered }: SyncRun): boolean =>
  [...held.values()].some(({ name, parked }) => parked === 'no-key' && !covered.has(name));

/** Between two looks at all folders they are looked at before anything is sent, so that an idle sync stays one request. */
async function keyNames(run: SyncRun, view: View): Promise<string[]> {
  if (view.isFull) return view.keys;
  const sent = new Set([...run.marks.values()].map(({ segment }) => segment));
  const isIdle = [...run.held.values()].every(({ name }) => sent.has(name) || run.covered.has(name));
  return isIdle && !unread(run) ? [] : (await run.target.list('keys')).map(({ name }) => name);
}

/** Of the keys there that are not known here; 0 where there are none. */
async function newestGeneration(run: SyncRun, names: readonly string[]): Promise<number> {
  const ours = new Set(await Promise.all(run.keys.map(async ({ file }) => keyPath(await run.packing.hash(file)))));
  let newest = 0;
  for (const name of names) {
    if (!isKeyName(name) || ours.has(`keys/${name}`)) continue;
    const bytes = await run.target.get(`keys/${name}`);
    newest = Math.max(newest, (bytes && generationOf(bytes)) ?? 0);
  }
  return newest;
}
