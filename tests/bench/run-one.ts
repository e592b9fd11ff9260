import { readFileSync, writeFileSync } from 'node:fs';
import { type BenchFile, readBenchFile, spreadEdits } from './bench-files';
import { loadContender } from './contenders';
import type { Measurement, Task } from './measurement';
import { packedIndex } from './ours';

/** Enough runs for a median, no more than this much CPU time where one run is long. */
const MOST_RUNS = 200;
const ENOUGH_MS = 6_000;

interface Job {
  contender: string;
  task: Task | 'make';
  file: BenchFile;
  indexFile: string;
}

/** One contender, one task, one file, in a process of its own. */
async function main({ contender, task, file, indexFile }: Job): Promise<Measurement> {
  const bytes = readBenchFile(file);
  const run = await jobOf(contender, task, file, indexFile, bytes);
  const times: number[] = [];
  let peak = 0;
  let total = 0;
  while (times.length === 0 || (total < ENOUGH_MS && times.length < MOST_RUNS)) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
    total += (user + system) / 1000;
    peak ||= peakMegabytes();
  }
  const first = times[0]!;
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)]!, first, runs: times.length, peak };
}

async function jobOf(name: string, task: Job['task'], file: BenchFile, indexFile: string, bytes: Uint8Array) {
  if (task === 'make') return () => Promise.resolve();
  if (task === 'index') return async () => writeFileSync(indexFile, await packedIndex(bytes));
  const contender = await loadContender(name, indexFile);
  if (task === 'open') return () => contender.open(bytes);
  const edits = spreadEdits(file, task === 'fill30' ? 30 : 200);
  return async () => {
    const filled = await contender.fill(bytes, edits);
    if (filled.length < bytes.length / 2) throw new Error(`only ${filled.length} bytes came out`);
  };
}

/** Linux counts in maxRSS what the parent held when it forked; VmHWM is the process's own. */
function peakMegabytes(): number {
  try {
    const own = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
    if (own) return Number(own[1]) / 1024;
  } catch {
    // Not Linux: no such file.
  }
  return process.resourceUsage().maxRSS / 1024;
}

console.log(JSON.stringify(await main(JSON.parse(process.argv[2]!) as Job)));
