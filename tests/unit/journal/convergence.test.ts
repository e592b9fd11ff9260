import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tick } from '../../../lib/journal/hlc';
import { compareNewestFirst } from '../../../lib/model/field-state';
import { RULES, type Rules } from './peers';
import { convergence, editsStand, RUNS, SEED, undoKeepsOthers, undoThenRedo } from './properties';

const run = (property: fc.IProperty<never> | fc.IPropertyWithHooks<never>) =>
  fc.assert(property, { numRuns: RUNS, seed: SEED });

describe(`2–5 PCs with wrong clocks, any delivery, repeats (seed ${SEED}; set FC_SEED to repeat)`, () => {
  it('see the same in the end, and history keeps every edit', () => run(convergence() as never));
  it('keep every edit standing that nobody superseded', () => run(editsStand() as never));
  it('get back by redo what they had before undo', () => run(undoThenRedo() as never));
  it("never lose another's standing value by an undo", () => run(undoKeepsOthers() as never));
});

describe('deliberate faults are caught by these properties', () => {
  const mutants: Record<string, { rules: Partial<Rules>; killedBy: (rules: Rules) => unknown }> = {
    'the last clock wins': {
      rules: {
        advance: (state, op, arrived) => {
          const next = RULES.advance(state, op, arrived);
          return { ...next, heads: next.heads.slice(0, 1) };
        },
      },
      killedBy: editsStand,
    },
    'superseded ops stay heads': {
      rules: { advance: (state, op, arrived) => RULES.advance(state, { ...op, parents: [] }, arrived) },
      killedBy: convergence,
    },
    'a parent that comes after its child becomes a head': {
      rules: { advance: (state, op, arrived) => RULES.advance({ ...state, awaited: [] }, op, arrived) },
      killedBy: convergence,
    },
    'repeats are taken again': { rules: { isNew: () => true }, killedBy: convergence },
    'heads keep the order of arrival': {
      rules: {
        advance: (state, op, arrived) => {
          const next = RULES.advance(state, op, arrived);
          return {
            ...next,
            heads: [...next.heads].sort((a, b) => (a === op ? 1 : b === op ? -1 : compareNewestFirst(a, b))),
          };
        },
      },
      killedBy: convergence,
    },
    'every parent is awaited': {
      rules: { advance: (state, op) => RULES.advance(state, op, () => false) },
      killedBy: convergence,
    },
    "an undo supersedes others' edits too": {
      rules: {
        takeBack: (action, all, author) =>
          RULES.takeBack(action, all, author).map(op => ({
            ...op,
            parents: all.map(other => other.id),
          })),
      },
      killedBy: undoKeepsOthers,
    },
    'an undo puts back nothing': {
      rules: {
        takeBack: (action, all, author) => RULES.takeBack(action, all, author).map(op => ({ ...op, value: null })),
      },
      killedBy: undoThenRedo,
    },
  };
  it.each(Object.entries(mutants))('%s', (_, { rules, killedBy }) => {
    const result = fc.check(killedBy({ ...RULES, ...rules }) as fc.IProperty<[]>, { numRuns: RUNS, seed: SEED });
    expect(result.failed).toBe(true);
  });
  it('a clock that stands still is caught by its own rule', () => {
    const still: typeof tick = last => last;
    const moves = (rule: typeof tick) =>
      fc.check(
        fc.property(fc.nat(), fc.nat(), (time, now) => {
          const last = { time, count: 0 };
          const next = rule(last, now);
          return next.time !== last.time || next.count > last.count;
        }),
        { seed: SEED },
      ).failed;
    expect([moves(tick), moves(still)]).toEqual([false, true]);
  });
});
