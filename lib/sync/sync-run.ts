import { checkStopped } from './check-stopped';
import { projectFolder } from './names';
import type { Packing } from './packing';
import type { ProjectKey } from './project-key';
import type { SyncOptions, SyncProgress, SyncReport } from './sync-report';
import type { SyncRules } from './sync-rules';
import type { HeldSegment, Mark, RemoteState } from './sync-store';
import type { Target } from './target';

/** One sync underway: what is held, what is known of the target, what has been done so far. */
export interface SyncRun {
  readonly options: SyncOptions;
  readonly rules: SyncRules;
  readonly packing: Packing;
  readonly report: SyncReport;
  /** Names are from the campaign's folder on; each call counts as a request. */
  readonly target: Target;
  readonly marks: Map<string, Mark>;
  readonly held: Map<string, HeldSegment>;
  /** Names of files whose records a held pack has too. */
  readonly covered: Set<string>;
  keys: readonly ProjectKey[];
  state: RemoteState;
  replica: string;
}

export async function beginRun(options: SyncOptions, rules: SyncRules, packing: Packing): Promise<SyncRun> {
  const { store, remote } = options;
  if (options.refill) await store.forgetRemote(remote);
  const report: SyncReport = {
    pushed: 0,
    pulled: 0,
    merged: { added: 0, notUnderstood: 0, refused: 0, clocksAhead: [] },
    heldBack: 0,
    parked: [],
    torn: [],
    repaired: 0,
    packed: 0,
    collected: 0,
    cloned: false,
    blobsMissing: 0,
    requests: 0,
  };
  const run: SyncRun = {
    options,
    rules,
    packing,
    report,
    target: within(await projectFolder(options.project, packing), options, report),
    marks: new Map((await store.marks(remote)).map(mark => [mark.name, mark])),
    held: new Map(),
    covered: new Set(),
    keys: await store.keys(),
    state: (await store.remote(remote)) ?? { fullAt: null, blobsAt: null, epoch: 1 },
    replica: await store.replica(),
  };
  for (const segment of await store.segments()) hold(run, segment);
  return run;
}

/** Takes a file into account that the store has kept. */
export function hold(run: SyncRun, { name, size, header, parked }: HeldSegment): void {
  run.held.set(name, { name, size, header, parked });
  if (parked === null) for (const covered of run.rules.coveredBy(header.covers)) run.covered.add(covered);
}

export async function mark(run: SyncRun, marks: readonly Omit<Mark, 'at'>[]): Promise<void> {
  if (marks.length === 0) return;
  const now = run.options.now();
  const dated = marks.map(one => {
    const known = run.marks.get(one.name);
    return { ...one, at: known?.state === one.state && one.state === 'here' ? known.at : now };
  });
  await run.options.store.mark(run.options.remote, dated);
  for (const one of dated) run.marks.set(one.name, one);
}

export function step(run: SyncRun, progress: SyncProgress): void {
  checkStopped(run.options.signal);
  run.options.onProgress?.(progress);
}

function within(folder: string, { target, signal }: SyncOptions, report: SyncReport): Target {
  const named = (name: string) => {
    checkStopped(signal);
    report.requests++;
    return name === '' ? folder : `${folder}/${name}`;
  };
  const call = { signal };
  return {
    kind: target.kind,
    list: name => target.list(named(name), call),
    get: name => target.get(named(name), call),
    put: (name, bytes, options) => target.put(named(name), bytes, { ...call, ...options }),
    remove: name => target.remove(named(name), call),
  };
}
