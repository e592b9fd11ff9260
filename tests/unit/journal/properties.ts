import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../lib/journal/fold';
import { history } from '../../../lib/journal/history';
import { claims, type FieldState, opSays } from '../../../lib/model/field-state';
import type { Op } from '../../../lib/model/op';
import { comparable, folded, RULES, type Rules } from './peers';
import { exchangeAll, perform, shuffled, work } from './random-work';

/** FC_RUNS=20000 for a long run, FC_SEED to repeat one. */
export const RUNS = Number(process.env.FC_RUNS ?? 2500);
export const SEED = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));

export const convergence = (rules: Rules = RULES) =>
  fc.property(work, plan => {
    const worked = perform(plan, rules);
    exchangeAll(worked, plan.shuffles);
    const expected = comparable(fold(worked.written));
    for (const peer of worked.peers) {
      assert.deepEqual(comparable(peer.fields), expected, 'everyone sees the same');
      assert.deepEqual(folded(peer), expected, 'a rebuilt state is the kept state');
      for (const state of peer.fields.values()) assert.deepEqual(state.awaited, [], 'nothing is awaited any more');
    }
    const [first] = worked.peers;
    for (const { entity, field } of expected) {
      const ops = worked.written.filter(op => op.entity === entity && op.field === field);
      const told = history(
        shuffled(
          [...first!.log.values()].filter(op => op.entity === entity && op.field === field),
          7,
        ),
      );
      assert.deepEqual(new Set(told.map(entry => entry.op.id)), new Set(ops.map(op => op.id)), 'history tells all');
      told.forEach(({ op }, place) => {
        for (const later of told.slice(place)) assert(!op.parents.includes(later.op.id), 'causes come before effects');
      });
    }
  });

export const editsStand = (rules: Rules = RULES) =>
  fc.property(work, plan => {
    const { written, peers } = perform(plan, rules);
    for (const op of written) {
      if (written.some(later => later.parents.includes(op.id))) continue;
      const author = peers.find(peer => peer.name === op.replica)!;
      const heads = comparable(author.fields).flatMap(state => state.heads);
      assert(
        heads.some(head => head.id === op.id),
        'an edit that nobody superseded stands',
      );
    }
  });

export const undoThenRedo = (rules: Rules = RULES) =>
  fc.property(work, fc.nat(4), fc.integer({ min: 1, max: 4 }), (plan, at, times) => {
    const { peers, now } = perform(plan, rules);
    const index = at % peers.length;
    const self = peers[index]!;
    const before = shown(self.fields);
    let undone = 0;
    while (undone < times && self.undo(now(index)).length > 0) undone++;
    for (let count = 0; count < undone; count++)
      assert(self.redo(now(index)).length > 0, 'what was undone can be redone');
    assert.deepEqual(shown(self.fields), before);
  });

export const undoKeepsOthers = (rules: Rules = RULES) =>
  fc.property(work, plan => {
    const { peers, now } = perform(plan, rules);
    peers.forEach((self, index) => {
      const othersWord = (op: Op) => self.log.get(op.restores ?? op.id)?.replica !== self.name;
      const before = comparable(self.fields).map(state => claims(state).filter(othersWord).map(opSays));
      self.undo(now(index));
      const after = comparable(self.fields).map(state => claims(state).map(opSays));
      before.forEach((values, place) => {
        // Where an edit is missing in between, nobody can tell who answered whom.
        if (comparable(self.fields)[place]!.awaited.length > 0) return;
        for (const value of values) assert(after[place]!.includes(value), "another's standing value stays");
      });
    });
  });

/** What people see: every field's values, in no order, agreement counted once, untouched fields left out. */
function shown(fields: ReadonlyMap<string, FieldState>) {
  return Object.fromEntries(
    [...fields]
      .map(([key, state]) => [key, [...new Set(claims(state).map(op => JSON.stringify(opSays(op)) ?? '原文'))].sort()])
      .filter(([, values]) => String(values) !== '原文'),
  );
}
