import type { MergeReport } from '../model/campaign-journal';
import type { OpEnvelope } from '../model/op';
import type { View } from './look';
import { isPack, readLogName, segmentName } from './names';
import { readHeader, readSegment } from './segment';
import { hold, mark, type SyncRun, step } from './sync-run';
import type { Mark, SegmentWithBytes } from './sync-store';
import type { Listed } from './target';

/** What is kept in one transaction, unless a person is asked first. */
const BATCH_BYTES = 8 * 1024 * 1024;
const BATCH_FILES = 200;

interface Arrival {
  /** Its name on the target. */
  path: string;
  listed: Listed;
  segment: SegmentWithBytes;
  records: readonly unknown[];
}

/** Reads what others have put there and hands it over; one transaction a batch. Packs first: they spare what they cover. */
export async function readLog(run: SyncRun, view: View): Promise<void> {
  const { accept } = run.options;
  const known: Omit<Mark, 'at'>[] = [];
  const unread = [...view.files].filter(([path, listed]) => {
    const segment = heldUnder(run, listed.name);
    if (segment === null) return run.rules.isToRead(listed, run.marks.get(path), run.options.now());
    const isHere = run.marks.get(path)?.state === 'here';
    if (!isHere && hasRightSize(run, segment, listed)) known.push(here(path, listed, segment));
    return false;
  });
  await mark(run, known);
  unread.sort(([, a], [, b]) => Number(isPack(b.name)) - Number(isPack(a.name)) || (a.name < b.name ? -1 : 1));

  let batch: Arrival[] = [];
  let size = 0;
  /** What this batch holds already, by itself or in a pack. */
  const inBatch = new Set<string>();
  for (const [done, [path, listed]] of unread.entries()) {
    step(run, { step: 'pull', done, total: unread.length });
    if (inBatch.has(listed.name) || heldUnder(run, listed.name) !== null) continue;
    const arrival = await fetchSegment(run, path, listed);
    if (!arrival) continue;
    batch.push(arrival);
    const { name, header, parked } = arrival.segment;
    inBatch.add(name);
    if (parked === null) for (const covered of run.rules.coveredBy(header.covers)) inBatch.add(covered);
    size += arrival.segment.size;
    if (accept || (size < BATCH_BYTES && batch.length < BATCH_FILES)) continue;
    await keep(run, batch);
    batch = [];
    size = 0;
  }
  if (batch.length > 0) await keepIfAccepted(run, batch);
}

/** The canonical name under which a listed file, or a pack with its records, is held; null where neither is. */
function heldUnder(run: SyncRun, name: string): string | null {
  const named = readLogName(name);
  if (named?.isCanonical) return run.held.has(name) || run.covered.has(name) ? name : null;
  return null;
}

/** Where only a pack of it is held, its size is unknown here and nothing depends on it. */
function hasRightSize({ held }: SyncRun, segment: string, { size }: Listed): boolean {
  const file = held.get(segment);
  return !file || size === null || size === file.size;
}

async function fetchSegment(run: SyncRun, path: string, listed: Listed): Promise<Arrival | null> {
  const { target, rules, packing, keys, options, report } = run;
  const bytes = await target.get(path);
  if (bytes === null) return null;
  const promised = readLogName(listed.name)?.sha32 ?? null;
  const hash = await packing.hash(bytes);
  const header = readHeader(bytes);
  const content = await readSegment(bytes, keys, packing);
  if (!rules.isWhole(promised, hash.slice(0, 32), content.parked !== 'unreadable')) {
    report.torn.push(path);
    await mark(run, [{ name: path, state: 'torn', size: listed.size }]);
    return null;
  }
  if (!header || header.project !== options.project) {
    await mark(run, [{ name: path, state: 'strange', size: listed.size }]);
    return null;
  }
  const name = segmentName(header, hash);
  if (run.held.has(name) || run.covered.has(name)) {
    await mark(run, [here(path, listed, name)]);
    return null;
  }
  const segment = { name, size: bytes.length, header, parked: content.parked, bytes };
  return { path, listed, segment, records: content.records ?? [] };
}

async function keepIfAccepted(run: SyncRun, batch: readonly Arrival[]): Promise<void> {
  const { accept } = run.options;
  const records = accept ? batch.flatMap(arrival => arrival.records) : [];
  if (accept && records.length > 0 && !(await accept(records as OpEnvelope[]))) {
    run.report.heldBack += records.length;
    return;
  }
  await keep(run, batch);
}

async function keep(run: SyncRun, batch: readonly Arrival[]): Promise<void> {
  const { store } = run.options;
  const { report } = run;
  const segments = batch.map(({ segment }) => segment);
  if (segments.some(segment => run.rules.isCloned(segment, run.replica))) {
    run.replica = await store.renameReplica();
    report.cloned = true;
  }
  addTo(
    report.merged,
    await store.keepPulled(
      segments,
      batch.flatMap(({ records }) => records),
    ),
  );
  for (const segment of segments) {
    hold(run, segment);
    if (segment.parked) report.parked.push({ name: segment.name, reason: segment.parked });
  }
  report.pulled += segments.length;
  await mark(
    run,
    batch.map(({ path, listed, segment }) => here(path, listed, segment.name)),
  );
}

/** What could not be read when it came, but can be now: after an upgrade, or since the passphrase is known. */
export async function readParked(run: SyncRun): Promise<void> {
  const { store } = run.options;
  for (const held of run.held.values()) {
    if (held.parked === null) continue;
    const bytes = await store.bytesOf(held.name);
    const content = bytes && (await readSegment(bytes, run.keys, run.packing));
    if (!bytes || !content || content.parked !== null) continue;
    const segment = { ...held, parked: null, bytes };
    addTo(run.report.merged, await store.keepPulled([segment], content.records));
    hold(run, segment);
  }
}

function addTo(merged: SyncRun['report']['merged'], more: MergeReport): void {
  merged.added += more.added;
  merged.notUnderstood += more.notUnderstood;
  merged.refused += more.refused;
  merged.clocksAhead = [...new Set([...merged.clocksAhead, ...more.clocksAhead])];
}

const here = (name: string, { size }: Listed, segment: string): Omit<Mark, 'at'> => ({
  name,
  state: 'here',
  size,
  segment,
});
