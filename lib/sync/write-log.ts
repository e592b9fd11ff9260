import { folderOf, type View } from './look';
import { EPOCH_FULL, epochFolder, isPack, readLogName, sha32Of } from './names';
import { mark, type SyncRun, step } from './sync-run';
import type { HeldSegment } from './sync-store';

/** Puts there what it lacks of all that is held here, whoever wrote it: so a damaged target heals from any PC. */
export async function writeLog(run: SyncRun, view: View): Promise<void> {
  const places = placesOf(run, view);
  const due = [...run.held.values()].filter(({ name }) => !run.covered.has(name));
  const work = due.flatMap(held => {
    const todo = whatToDo(run, view, held, places.get(held.name) ?? []);
    return todo ? [{ held, ...todo }] : [];
  });
  for (const [done, { held, path, seenAt }] of work.entries()) {
    step(run, { step: 'push', done, total: work.length });
    if (seenAt !== null && (await isWholeThere(run, seenAt, held))) continue;
    const bytes = await run.options.store.bytesOf(held.name);
    if (bytes === null) continue;
    await put(run, view, path ?? (await newPath(run, view, held)), held, bytes);
    if (seenAt !== null) run.report.repaired++;
  }
}

interface Todo {
  /** null: a new place is found when its turn comes. */
  path: string | null;
  /** It was there under this name: a listing may be stale, so it is looked for before it is written again. */
  seenAt: string | null;
}

function whatToDo(run: SyncRun, view: View, held: HeldSegment, paths: readonly string[]): Todo | null {
  const todos = paths.map(path => {
    const isSeen = view.isFull || view.folders.has(folderOf(path));
    const listed = view.files.get(path) ?? (isSeen ? null : undefined);
    return { path, what: run.rules.pushing(held, { mark: run.marks.get(path), listed }) };
  });
  if (todos.some(({ what }) => what === null)) return null;
  const own = paths.find(path => path.endsWith(`/${held.name}`)) ?? null;
  const check = todos.find(({ what }) => what === 'check');
  if (check) return { path: own, seenAt: check.path };
  if (todos.length === 0 && run.rules.pushing(held, { mark: undefined, listed: undefined }) === null) return null;
  // Torn there under its own name: written over. A torn conflict copy stays as it is.
  return { path: own, seenAt: null };
}

/** Where each file lies on the target, or lay: under its own name, or as a copy that we have read. */
function placesOf({ marks }: SyncRun, view: View): Map<string, string[]> {
  const places = new Map<string, Set<string>>();
  const add = (segment: string, path: string) => {
    const paths = places.get(segment);
    if (paths) paths.add(path);
    else places.set(segment, new Set([path]));
  };
  for (const { name, segment } of marks.values()) if (segment !== undefined) add(segment, name);
  for (const [path, { name }] of view.files) if (readLogName(name)?.isCanonical) add(name, path);
  return new Map([...places].map(([segment, paths]) => [segment, [...paths]]));
}

/** Read again and hashed: the only thing a target is believed. */
export async function isWholeThere(run: SyncRun, path: string, held: HeldSegment): Promise<boolean> {
  const bytes = await run.target.get(path);
  return bytes !== null && (await run.packing.hash(bytes)).startsWith(sha32Of(held.name));
}

async function newPath(run: SyncRun, view: View, held: HeldSegment): Promise<string> {
  if (view.newest >= run.rules.epochFiles) {
    const next = epochFolder(run.state.epoch + 1);
    const text = new TextEncoder().encode(`本文件夹已满，后续文件在 ${next} 中。\n`);
    await run.target.put(`${epochFolder(run.state.epoch)}/${EPOCH_FULL}`, text);
    run.state = { ...run.state, epoch: run.state.epoch + 1 };
    view.newest = 0;
    view.folders.add(next);
  }
  return `${epochFolder(run.state.epoch)}/${held.name}`;
}

async function put(run: SyncRun, view: View, path: string, held: HeldSegment, bytes: Uint8Array): Promise<void> {
  // What a pack covers may go once the pack is there, so a pack is never to be seen, or destroyed, half-way.
  await run.target.put(path, bytes, { whole: isPack(held.name) });
  await mark(run, [{ name: path, state: 'here', size: bytes.length, segment: held.name }]);
  if (!view.files.has(path)) view.newest++;
  view.files.set(path, { name: held.name, isFolder: false, size: bytes.length });
  run.report.pushed++;
}
