import fc from 'fast-check';
import type { Change } from '../../../lib/model/campaign-journal';
import type { Op } from '../../../lib/model/op';
import { type Peer, peer, RULES, type Rules } from './peers';

const change: fc.Arbitrary<Change> = fc.record({
  entity: fc.constant('indicator:表#0:1.1'),
  field: fc.constantFrom('completion', 'selfScore'),
  // Few values, so that people agree by chance; many, so that no one's value passes for another's.
  value: fc.oneof(fc.constantFrom('甲', 3, null, undefined), fc.nat(9999)),
});

const DAY = 24 * 60 * 60 * 1000;

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('deliver' as const),
      to: fc.nat(4),
      picks: fc.array(fc.nat(), { maxLength: 6 }),
    }),
  },
);

/** 2–5 PCs, each with a clock of its own that may be a year wrong, working and exchanging edits one by one. */
export const work = fc.record({
  skews: fc.array(fc.integer({ min: -400 * DAY, max: 400 * DAY }), { minLength: 2, maxLength: 5 }),
  steps: fc.array(fc.record({ at: fc.nat(4), step }), { maxLength: 25 }),
  shuffles: fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
});

export interface Worked {
  peers: Peer[];
  written: Op[];
  now(index: number): number;
}

/** Delivery in `work` may leave gaps: a PC can hold an edit whose predecessor it has not seen. */
export function perform(
  { skews, steps }: typeof work extends fc.Arbitrary<infer T> ? T : never,
  rules: Rules = RULES,
): Worked {
  const peers = skews.map((_, index) => peer(String.fromCharCode(97 + index), rules));
  const written: Op[] = [];
  let time = Date.UTC(2023, 5, 1);
  const now = (index: number) => time + skews[index]!;
  for (const { at, step } of steps) {
    time += 1000;
    const index = at % peers.length;
    const self = peers[index]!;
    if (step.kind === 'edit') written.push(...self.edit(step.changes, now(index)));
    else if (step.kind === 'undo') written.push(...self.undo(now(index)));
    else if (step.kind === 'redo') written.push(...self.redo(now(index)));
    else {
      const to = step.to % peers.length;
      const ops = [...self.log.values()];
      for (const pick of step.picks) if (ops.length > 0) peers[to]!.receive(ops[pick % ops.length]!, now(to));
    }
  }
  return { peers, written, now };
}

/** Everyone gets everything, each in an order of its own, every third op twice. */
export function exchangeAll({ peers, written, now }: Worked, shuffles: readonly number[]): void {
  peers.forEach((self, index) => {
    const order = shuffled([...written, ...written.filter((_, place) => place % 3 === 0)], shuffles[index] ?? 0);
    for (const op of order) self.receive(op, now(index));
  });
}

export function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = (seed % 2147483646) + 1;
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    state = (state * 48271) % 2147483647;
    const pick = state % (last + 1);
    [result[last], result[pick]] = [result[pick]!, result[last]!];
  }
  return result;
}
