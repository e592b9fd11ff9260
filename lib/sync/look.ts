import { AppError } from '../model/app-error';
import { EPOCH_FULL, epochFolder, epochOf, README, readLogName } from './names';
import { type SyncRun, step } from './sync-run';
import type { Listed } from './target';

/** What the target shows of the campaign's log. */
export interface View {
  isFull: boolean;
  /** Log files by their name from the campaign's folder on. */
  files: Map<string, Listed>;
  /** Log folders that were listed. */
  folders: Set<string>;
  /** Files in the newest log folder, others' leftovers included. */
  newest: number;
  /** Names in keys/; only in a full view. */
  keys: string[];
  hasReadme: boolean;
}

/** One listing where nothing moved; all folders hourly, and where something seems to be gone. */
export async function look(run: SyncRun): Promise<View> {
  const { options, rules, state } = run;
  step(run, { step: 'look', done: 0, total: 1 });
  if (!options.isFull && !rules.isFullDue(state.fullAt, options.now())) {
    const view = emptyView(false);
    await lookFrom(run, view, state.epoch);
    const marked = [...run.marks.values()].filter(({ name }) => view.folders.has(folderOf(name)));
    if (!rules.isGone(marked, view.files.size)) return view;
  }
  return lookEverywhere(run);
}

async function lookEverywhere(run: SyncRun): Promise<View> {
  const { target, rules } = run;
  const view = emptyView(true);
  const names = (await target.list('')).map(({ name }) => name);
  view.hasReadme = names.includes(README);
  if (names.includes('keys')) view.keys = (await target.list('keys')).map(({ name }) => name);
  const epochs = names.includes('log') ? (await target.list('log')).flatMap(({ name }) => epochOf(name) ?? []) : [];
  epochs.sort((a, b) => a - b);
  for (const epoch of epochs.slice(0, -1)) await lookInto(run, view, epoch);
  await lookFrom(run, view, epochs[epochs.length - 1] ?? 1);
  if (rules.isGone([...run.marks.values()], view.files.size)) await tellWhatIsGone(run, names.length > 0);
  return view;
}

/** From this log folder on, as long as each says that another follows. */
async function lookFrom(run: SyncRun, view: View, first: number): Promise<void> {
  let epoch = first;
  while (await lookInto(run, view, epoch)) epoch++;
  run.state = { ...run.state, epoch };
}

/** @returns whether the folder says that it is full. */
async function lookInto(run: SyncRun, view: View, epoch: number): Promise<boolean> {
  const folder = epochFolder(epoch);
  const listed = (await run.target.list(folder)).filter(({ isFolder }) => !isFolder);
  view.folders.add(folder);
  view.newest = listed.length;
  for (const file of listed) if (readLogName(file.name)) view.files.set(`${folder}/${file.name}`, file);
  return listed.some(({ name }) => name === EPOCH_FULL);
}

async function tellWhatIsGone({ options }: SyncRun, isOurFolderThere: boolean): Promise<never> {
  const { target, signal } = options;
  const isEmptied = isOurFolderThere || (await target.list('', { signal })).length === 0;
  throw new AppError(isEmptied ? 'sync-target-emptied' : 'sync-target-changed');
}

export const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/'));

const emptyView = (isFull: boolean): View => ({
  isFull,
  files: new Map(),
  folders: new Set(),
  newest: 0,
  keys: [],
  hasReadme: false,
});
