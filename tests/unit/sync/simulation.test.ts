import { describe, expect, it } from 'vitest';
import { simulate } from './simulation/simulate';

/** SYNC_RUNS=1000000 for a long search (npm run soak does), SYNC_SEED to repeat one. */
const RUNS = Number(process.env.SYNC_RUNS ?? 20_000);
const SEED = Number(process.env.SYNC_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`2–6 PCs, wrong clocks, faulty remotes: ${RUNS} runs from seed ${SEED}`, () => {
  it('nothing acknowledged is lost, all see the same, each remote alone is complete', {
    timeout: 900_000,
  }, async () => {
    console.log(`sync simulation: ${RUNS} runs, SYNC_SEED=${SEED}`);
    const failures: string[] = [];
    for (let run = 0; run < RUNS && failures.length < 3; run++) {
      const broken = await simulate(SEED + run);
      if (broken) failures.push(`SYNC_SEED=${SEED + run} SYNC_RUNS=1: ${broken}`);
    }
    expect(failures).toEqual([]);
  });
});
