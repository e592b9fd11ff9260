import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFault, LIST_MUTANTS } from './list-mutants';
import { brokenPromise, LIST_RULES, listWork } from './list-work';

/** FC_RUNS=20000 for a long run, FC_SEED to repeat one. */
const RUNS = Number(process.env.FC_RUNS ?? 1000);
const SEED = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`lists of 2–5 PCs with wrong clocks, any delivery, repeats (seed ${SEED}; set FC_SEED to repeat)`, () => {
  it('keep every entry that anybody added, and what was written into a removed one unseen', () => {
    fc.assert(
      fc.property(listWork, plan => {
        expect(brokenPromise(plan, LIST_RULES)).toBeNull();
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

describe('each deliberate fault is caught (npm run soak -- mutants searches anew)', () => {
  it.each(Object.entries(LIST_MUTANTS))('%s', (_, rules) => {
    expect(findFault(rules, 1, 6000)).not.toBeNull();
  });
});
