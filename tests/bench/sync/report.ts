import { spawnSync } from 'node:child_process';
import { bundle } from '../bundle';
import type { Goal } from '../goal';
import { milliseconds } from '../report';
import type { MergeResult, MergeWork } from './work';

const TIME_LIMIT_MS = 600_000;
/** Whose median is taken: the collector of garbage makes single runs differ by a third. Automerge takes minutes. */
const RUNS = { ours: 5, Yjs: 3, Automerge: 1 };

/** How merging many people's edits compares with Yjs and Automerge, in one run on this machine. */
export async function measureMerging(folder: string, isQuick: boolean): Promise<Goal[]> {
  const work: MergeWork = isQuick ? { replicas: 40, edits: 500 } : { replicas: 200, edits: 500 };
  const total = work.replicas * work.edits;
  const runner = await bundle('sync/run-one.ts', folder);
  console.log(`${work.replicas} replicas × ${work.edits} edits, with who and when.\n`);
  console.log('|            | merge CPU ms | × ours | bytes an edit | edits in history |');
  console.log('|------------|-------------:|-------:|--------------:|-----------------:|');
  let ours: MergeResult | null = null;
  for (const [name, runs] of Object.entries(RUNS)) {
    const result = medianOf(Array.from({ length: runs }, () => runOnce(runner, name, work)));
    if (!result) {
      console.log(`| ${name} | did not finish | | | |`);
      continue;
    }
    ours ??= result;
    const times = name === 'ours' ? '–' : (result.mergeMs / ours.mergeMs).toFixed(1);
    const cells = [name, result.mergeMs.toFixed(0), times, (result.bytes / total).toFixed(0), String(result.edits)];
    console.log(`| ${cells.join(' | ')} |`);
  }
  const goal = (text: string, figure: (own: MergeResult) => [value: number, bar: number, shown: string]): Goal => {
    if (!ours) return { text, reached: false, figures: 'did not finish' };
    const [value, bar, figures] = figure(ours);
    return { text, reached: value <= bar, figures };
  };
  return [
    goal(`merging ${work.replicas} replicas × ${work.edits} edits takes under 1 s of CPU`, ({ mergeMs }) => [
      mergeMs,
      1_000,
      `${milliseconds(mergeMs)} ms`,
    ]),
    goal('50,000 edits take at most 8 MB', ({ bytes }) => {
      const megabytes = ((bytes / total) * 50_000) / 1e6;
      return [megabytes, 8, `${megabytes.toFixed(1)} MB`];
    }),
    goal(`folding ${total} ops takes at most 3 s`, ({ foldMs = Number.POSITIVE_INFINITY }) => [
      foldMs,
      3_000,
      `${milliseconds(foldMs)} ms`,
    ]),
  ];
}

/** In a process of its own; null when it did not finish. */
function runOnce(runner: string, name: string, work: MergeWork): MergeResult | null {
  const child = spawnSync(process.execPath, ['--expose-gc', runner, name, JSON.stringify(work)], {
    encoding: 'utf8',
    timeout: TIME_LIMIT_MS,
  });
  return child.status === 0 ? (JSON.parse(child.stdout) as MergeResult) : null;
}

function medianOf(results: readonly (MergeResult | null)[]): MergeResult | null {
  const finished = results.flatMap(result => result ?? []).sort((a, b) => a.mergeMs - b.mergeMs);
  return finished.length === results.length ? (finished[finished.length >> 1] ?? null) : null;
}
