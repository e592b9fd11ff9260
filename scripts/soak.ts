import { MUTANTS, searchSeed } from '../tests/unit/sync/simulation/mutants';
import { simulate } from '../tests/unit/sync/simulation/simulate';
import { findFault, LIST_MUTANTS } from '../tests/unit/tasks/entries/list-mutants';
import { buildExtension } from './browser/build-extension';
import { CHINESE_FONTS, CHROMIUM, setupSystem, WEBDAV_SERVERS } from './setup-system';
import { kills } from './soak/kills';
import { realServers } from './soak/real-servers';

/**
 * npm run soak [-- servers | kills [count] | mutants | properties [count] [seed]]: what takes too long for every change. All of it
 * without a word.
 */
const [part = 'all', count, seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const PROPERTY_RUNS = 1_000_000;
const KILLS = 30;
let isSound = true;

if (part === 'all' || part === 'servers') {
  if (setupSystem(WEBDAV_SERVERS).length > 0) process.exit(1);
  isSound = (await realServers()) && isSound;
}
if (part === 'all' || part === 'kills') isSound = (await browserKills(Number(count ?? KILLS))) && isSound;
if (part === 'all' || part === 'mutants') isSound = (await mutants(Number(seed))) && isSound;
if (part === 'all' || part === 'properties')
  isSound = (await runs(Number(count ?? PROPERTY_RUNS), Number(seed))) && isSound;
process.exitCode = isSound ? 0 : 1;

/** Of the extension as it is built now. */
async function browserKills(times: number): Promise<boolean> {
  if (setupSystem([CHROMIUM, CHINESE_FONTS, ...WEBDAV_SERVERS]).length > 0) process.exit(1);
  await buildExtension();
  return kills(times);
}

/** Looks for a run that shows each deliberate fault; the seeds go into tests/unit/sync/simulation/mutants.ts. */
async function mutants(from: number): Promise<boolean> {
  const most = 60_000;
  let areKilled = true;
  for (const [name, mutant] of Object.entries(MUTANTS)) {
    const found = await searchSeed(mutant, from, most, simulate);
    console.log(found === null ? `NOT caught in ${most} runs: ${name}` : `caught by seed ${found}: ${name}`);
    areKilled &&= found !== null;
  }
  for (const [name, rules] of Object.entries(LIST_MUTANTS)) {
    const shown = findFault(rules, from, most);
    console.log(
      shown === null ? `NOT caught in ${most} runs: ${name}` : `caught from seed ${from} (${shown}): ${name}`,
    );
    areKilled &&= shown !== null;
  }
  return areKilled;
}

async function runs(total: number, from: number): Promise<boolean> {
  let failures = 0;
  console.log(`${total} runs from seed ${from}`);
  for (let run = 0; run < total; run++) {
    const broken = await simulate(from + run);
    if (broken) {
      failures++;
      // At once: whoever stops a search of hours still has what it found.
      console.log(`SYNC_SEED=${from + run} SYNC_RUNS=1: ${broken}`);
    }
    if ((run + 1) % 10_000 === 0) process.stderr.write(`${run + 1} runs, ${failures} failures\r`);
  }
  console.log(`${total} runs from seed ${from}: ${failures} failures`);
  return failures === 0;
}
