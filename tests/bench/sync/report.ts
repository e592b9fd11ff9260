import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import type { MergeResult, MergeWork } from './work';

const TIME_LIMIT_MS = 600_000;

/** Prints how merging many people's edits compares with Yjs and Automerge, in one run on this machine. */
export async function reportMerging(folder: string, isQuick: boolean): Promise<void> {
  const work: MergeWork = isQuick ? { replicas: 40, edits: 500 } : { replicas: 200, edits: 500 };
  const total = work.replicas * work.edits;
  const runner = path.join(folder, 'sync-runner.mjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'run-one.ts')],
    outfile: runner,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  console.log(`\n## Merging ${work.replicas} replicas × ${work.edits} edits, with who and when\n`);
  console.log('|            | merge CPU ms | × ours | bytes an edit | edits in history |');
  console.log('|------------|-------------:|-------:|--------------:|-----------------:|');
  let ours: MergeResult | null = null;
  for (const name of ['ours', 'Yjs', 'Automerge']) {
    const child = spawnSync(process.execPath, [runner, name, JSON.stringify(work)], {
      encoding: 'utf8',
      timeout: TIME_LIMIT_MS,
    });
    if (child.status !== 0) {
      console.log(`| ${name} | did not finish | | | |`);
      continue;
    }
    const result = JSON.parse(child.stdout) as MergeResult;
    ours ??= result;
    const times = name === 'ours' ? '–' : (result.mergeMs / ours.mergeMs).toFixed(1);
    const cells = [name, result.mergeMs.toFixed(0), times, (result.bytes / total).toFixed(0), String(result.edits)];
    console.log(`| ${cells.join(' | ')} |`);
  }
  if (!ours) return;
  const goal = (reached: boolean) => (reached ? 'reached' : 'NOT reached');
  const for50k = (ours.bytes / total) * 50_000;
  console.log(`\n- ${goal(ours.mergeMs < 1000)}: merging takes under 1 s of CPU (${ours.mergeMs.toFixed(0)} ms)`);
  console.log(`- ${goal(for50k <= 8e6)}: 50,000 edits take at most 8 MB (${(for50k / 1e6).toFixed(1)} MB)`);
  console.log(
    `- ${goal((ours.foldMs ?? 0) < 3000)}: folding ${total} ops takes at most 3 s (${ours.foldMs?.toFixed(0)} ms)`,
  );
}
