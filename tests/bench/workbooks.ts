import path from 'node:path';
import type { BenchFile } from './bench-files';
import { bundle } from './bundle';
import { FLOORS, OURS, OURS_UNPREPARED, PEERS } from './contenders';
import type { Goal } from './goal';
import { goalsOf } from './goals';
import { TASKS } from './measurement';
import { type FileResults, measured, milliseconds, tableOf } from './report';
import { runChild } from './run-child';

/** Opening and filling workbooks, beside other libraries and the floor: each cell of the tables in a process of its own. */
export async function measureWorkbooks(folder: string, files: readonly BenchFile[]): Promise<Goal[]> {
  const runner = await bundle('run-one.ts', folder);
  console.log('CPU ms over all threads, median. Peers only open the file where we also recognise its table.\n');
  const all: { title: string; rows: number; results: FileResults }[] = [];
  for (const file of files) {
    const indexFile = path.join(folder, `${path.basename(file.path, '.xlsx')}.index`);
    await runChild(runner, { contender: OURS, task: 'make', file, indexFile });
    const index = await runChild(runner, { contender: OURS, task: 'index', file, indexFile });
    const results: FileResults = new Map([[OURS, new Map([['index', index]])]]);
    for (const name of [OURS, OURS_UNPREPARED, ...PEERS, ...FLOORS]) {
      const own = results.get(name) ?? new Map();
      results.set(name, own);
      // Floors change nothing, and opening is the same with and without an index: measured once.
      const tasks = FLOORS.includes(name) ? (['fill30'] as const) : TASKS;
      for (const task of tasks) {
        if (name === OURS_UNPREPARED && task === 'open') continue;
        process.stderr.write(`${file.title}: ${name}, ${task} …          \r`);
        own.set(task, await runChild(runner, { contender: name, task, file, indexFile }));
      }
    }
    all.push({ title: file.title, rows: file.rows, results });
    console.log(`### ${file.title}\n\n${tableOf(results)}\n`);
    const once = measured(results, OURS, 'index');
    const first = measured(results, OURS, 'fill30')?.first;
    if (once && first) {
      console.log(
        `Index, made once at import: ${milliseconds(once.median)} ms. First fill of a new process: ${milliseconds(first)} ms.\n`,
      );
    }
  }
  return goalsOf(all);
}
