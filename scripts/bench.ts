import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFiles } from '../tests/bench/bench-files';
import { FLOORS, OURS, OURS_UNPREPARED, PEERS } from '../tests/bench/contenders';
import { measureExchange } from '../tests/bench/exchange';
import { goalsOf } from '../tests/bench/goals';
import { measureInBrowser } from '../tests/bench/in-browser';
import { TASKS } from '../tests/bench/measurement';
import { measureOverlay } from '../tests/bench/page-overlay';
import { measureRecognising } from '../tests/bench/page-recognise';
import { type FileResults, measured, milliseconds, tableOf } from '../tests/bench/report';
import { buildRunner, runChild } from '../tests/bench/run-child';
import { measureStore } from '../tests/bench/store-log';
import { reportMerging } from '../tests/bench/sync/report';
import { buildExtension } from './browser/build-extension';
import { CHROMIUM, setupSystem } from './setup-system';

/** npm run bench [-- --quick]: the same files, one run, ours beside peers and floor. --quick leaves out the largest. */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, '.local/bench');
const RECEIVED = path.join(root, 'tests/fixtures/workbooks/received-2023.xlsx');
const files = benchFiles(root, folder, process.argv.includes('--quick'));
const runner = await buildRunner(folder);

console.log(
  `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}. CPU ms over all threads, median; each cell`,
);
console.log('of the tables in a process of its own. Peers only open the file where we also recognise its table.\n');

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
  console.log(`## ${file.title}\n\n${tableOf(results)}\n`);
  const once = measured(results, OURS, 'index');
  const first = measured(results, OURS, 'fill30')?.first;
  if (once && first) {
    console.log(
      `Index, made once at import: ${milliseconds(once.median)} ms. First fill of a new process: ${milliseconds(first)} ms.\n`,
    );
  }
}

console.log('## Goals\n');
for (const { text, reached, figures } of goalsOf(all))
  console.log(`- ${reached ? 'reached' : 'NOT reached'}: ${text} (${figures})`);

await reportMerging(folder, process.argv.includes('--quick'));
const { collect, merge, growth } = await measureExchange(path.join(root, 'templates/quanzhou-2023/table.xlsx'));
console.log(
  `- ${Math.max(collect, merge) < 10 ? 'reached' : 'NOT reached'}: 200 workbooks compared or merged in under 10 s (CPU: collect ` +
    `${collect.toFixed(1)} s, merge ${merge.toFixed(1)} s; heap from the 20th to the last: ${growth.toFixed(0)} MB)`,
);
for (const { text, cpu, bar } of await measureStore())
  console.log(
    `- ${cpu <= bar ? 'reached' : 'NOT reached'}: ${text} (${milliseconds(cpu)} ms of CPU, bar ${milliseconds(bar)} ms)`,
  );

if (setupSystem([CHROMIUM]).length === 0) {
  await buildExtension();
  const { firstPaint, edit, edits } = await measureInBrowser(files.find(({ rows }) => rows === 10_000)!.path);
  const [slowest] = [...firstPaint].sort((a, b) => b - a);
  const goal = (reached: boolean) => (reached ? 'reached' : 'NOT reached');
  console.log(
    [
      `- ${goal(slowest! < 1000)}: first paint of the workspace under 1 s (cold browsers: ${firstPaint.map(milliseconds).join(', ')} ms)`,
      `- ${goal(edit.all < 16)}: an edit in a 10,000-row table under 16 ms of main-thread time (mean of ${edits}, from the first key to ` +
        `“saved”: ${milliseconds(edit.ours)} ms of scripts, style and layout; ${milliseconds(edit.all)} ms with painting in software)`,
    ].join('\n'),
  );
  const page = await measureRecognising();
  console.log(
    [
      `- ${goal(page.first < 100)}: first hints on a page of ${page.fields} fields within 100 ms of our CPU (${milliseconds(page.first)} ms; all of them ${milliseconds(page.all)} ms)`,
      `- ${goal(page.longest < 50)}: no task of ours over 50 ms there (longest ${milliseconds(page.longest)} ms)`,
      `- ${goal(page.withoutFields < 5)}: under 5 ms on a long page without a field (${milliseconds(page.withoutFields)} ms)`,
      `- ${goal(page.keystroke < 1)}: under 1 ms a keystroke for being watched (${page.keystroke.toFixed(2)} ms)`,
    ].join('\n'),
  );
  const { fields, first, all, longest, key, idle } = await measureOverlay(RECEIVED);
  const perKey = key.withCard - key.bare;
  console.log(
    [
      `- ${goal(first < 100)}: first hints on a page of ${fields} fields within 100 ms of main-thread time (${milliseconds(first)} ms; all of them ${milliseconds(all)} ms)`,
      `- ${goal(longest === 0)}: no task over 50 ms meanwhile (longest: ${longest === 0 ? 'under 50' : milliseconds(longest)} ms)`,
      `- ${goal(perKey < 1)}: a key beside an open card under 1 ms (${milliseconds(key.withCard)} ms, ${milliseconds(key.bare)} ms on the bare page)`,
      `- ${goal(idle < 1)}: nothing while idle (${milliseconds(idle)} ms in 3 s)`,
    ].join('\n'),
  );
}
