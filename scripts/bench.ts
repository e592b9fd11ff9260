import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFiles } from '../tests/bench/bench-files';
import { measureExchange } from '../tests/bench/exchange';
import { type Goal, printGoals } from '../tests/bench/goal';
import { measureHints } from '../tests/bench/hints';
import { measureWorkspace } from '../tests/bench/in-browser';
import { measureOpening } from '../tests/bench/open-campaign';
import { overlayGoals, recognisingGoals } from '../tests/bench/page-goals';
import { measureOverlay } from '../tests/bench/page-overlay';
import { measureRecognising } from '../tests/bench/page-recognise';
import { measureStore } from '../tests/bench/store-log';
import { measureMerging } from '../tests/bench/sync/report';
import { measureWorkbooks } from '../tests/bench/workbooks';
import { buildExtension } from './browser/build-extension';
import { CHROMIUM, setupSystem } from './setup-system';

/**
 * npm run bench [-- --quick] [part …]: the same work, one run, ours beside peers and floor; ends with all goals. --quick leaves
 * out the largest files. Parts by their names below; all of them where none is named.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, '.local/bench');
const TABLE = path.join(root, 'templates/quanzhou-2023/table.xlsx');
const RECEIVED = path.join(root, 'tests/fixtures/workbooks/received-2023.xlsx');
const RECEIVED_SHEET = '个性指标';
const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const named = words.filter(word => !word.startsWith('--'));
const files = benchFiles(root, folder, isQuick);
const large = files.find(({ rows }) => rows === 10_000)!;
let isBuilt = false;

const PARTS: Record<string, { title: string; inBrowser?: true; measure: () => Promise<Goal[]> }> = {
  workbooks: { title: 'Opening and filling workbooks', measure: () => measureWorkbooks(folder, files) },
  hints: { title: 'Hints', measure: () => measureHints(folder) },
  merging: { title: 'Merging many people’s edits', measure: () => measureMerging(folder, isQuick) },
  store: { title: 'A log of 100,000 edits in the store', measure: measureStore },
  exchange: { title: 'Two hundred returned workbooks', measure: () => measureExchange(TABLE) },
  workspace: { title: 'The workspace in Chromium', inBrowser: true, measure: () => measureWorkspace(large.path) },
  opening: {
    title: 'A campaign of 50,000 edits in Chromium',
    inBrowser: true,
    measure: () => measureOpening(RECEIVED, RECEIVED_SHEET),
  },
  recognising: {
    title: 'Fields of a web page recognised',
    inBrowser: true,
    measure: async () => recognisingGoals(await measureRecognising()),
  },
  overlay: {
    title: 'Hints on a web page',
    inBrowser: true,
    measure: async () => overlayGoals(await measureOverlay(RECEIVED)),
  },
};

const strange = named.filter(name => !(name in PARTS));
if (strange.length > 0) {
  console.error(`No such part: ${strange.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);

const all: Goal[] = [];
for (const [name, { title, inBrowser, measure }] of Object.entries(PARTS)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n## ${title}\n`);
  const goals = await goalsOfPart(title, inBrowser === true, measure);
  console.log();
  printGoals(goals);
  all.push(...goals);
}

const missed = all.filter(({ reached }) => !reached);
console.log(`\n## Goals: ${all.length - missed.length} reached, ${missed.length} not\n`);
printGoals([...missed, ...all.filter(({ reached }) => reached)]);

/** One part that fails never keeps the others from being measured. */
async function goalsOfPart(title: string, inBrowser: boolean, measure: () => Promise<Goal[]>): Promise<Goal[]> {
  try {
    if (inBrowser) await prepareBrowser();
    return await measure();
  } catch (error) {
    console.error(error);
    const [reason = ''] = String(error).split('\n');
    return [{ text: title, reached: false, figures: `did not finish: ${reason}` }];
  }
}

async function prepareBrowser(): Promise<void> {
  if (isBuilt) return;
  const missing = setupSystem([CHROMIUM]);
  if (missing.length > 0) throw new Error('no Chromium-family browser here');
  await buildExtension();
  isBuilt = true;
}
