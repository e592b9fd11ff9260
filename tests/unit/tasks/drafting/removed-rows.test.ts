import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorEntity, rowEntity } from '../../../../lib/model/entity';
import { currentValue, fieldKey, opSays } from '../../../../lib/model/field-state';
import type { Op } from '../../../../lib/model/op';
import { tableValues } from '../../../../lib/tasks/drafting/journal-values';
import { contentOfRow, disputedRows } from '../../../../lib/tasks/drafting/removed-rows';
import { conflictsIn, settling } from '../../../../lib/tasks/sharing/conflicts';
import { comparable, type Peer, peer } from '../../journal/peers';

const ROW = rowEntity('表', 0, '1.1');
const ITEM = indicatorEntity('表', 0, '1.1');
const FIELDS = ['completion', 'selfScore'];

const RUNS = Number(process.env.FC_RUNS ?? 2500);
const SEED = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));

const write = (self: Peer, field: string, value: string | null | undefined, now: number): Op[] =>
  self.edit([{ entity: ITEM, field, value }], now);
const remove = (self: Peer, now: number): Op[] =>
  self.edit([{ entity: ROW, field: 'removed', value: true, saw: contentOfRow(self.fields, ROW) }], now);
/** As versions before 0.2 did. */
const removeBlindly = (self: Peer, now: number): Op[] =>
  self.edit([{ entity: ROW, field: 'removed', value: true }], now);
const bringBack = (self: Peer, now: number): Op[] =>
  self.edit([{ entity: ROW, field: 'removed', value: undefined }], now);
const isRemoved = (self: Peer) =>
  tableValues(self.fields).some(({ entity, field, value }) => entity === ROW && field === 'removed' && value === true);
const exchange = (from: Peer, to: Peer) => {
  for (const op of from.log.values()) to.receive(op, 0);
};

describe('a row that one removes while another writes into it', () => {
  it('stays, flagged with both, until a person decides; then all agree', () => {
    const [zhang, li] = [peer('a'), peer('b')];
    write(zhang, 'completion', '甲', 1);
    exchange(zhang, li);
    remove(li, 2);
    write(zhang, 'completion', '甲三次', 3);
    expect([isRemoved(zhang), isRemoved(li)]).toEqual([false, true]);
    exchange(zhang, li);
    exchange(li, zhang);
    for (const pc of [zhang, li]) {
      expect(isRemoved(pc)).toBe(false);
      const [conflict] = conflictsIn(pc.fields);
      expect(conflict!.claims.map(({ actor, value }) => [actor, value])).toEqual([
        ['a', '甲三次'],
        ['b', true],
      ]);
    }
    const [conflict] = conflictsIn(li.fields);
    li.edit([settling(li.fields, conflict!, conflict!.claims[1]!)], 4);
    exchange(li, zhang);
    for (const pc of [zhang, li]) expect([isRemoved(pc), conflictsIn(pc.fields)]).toEqual([true, []]);
  });

  it('is kept for good where that is chosen', () => {
    const [zhang, li] = [peer('a'), peer('b')];
    remove(li, 1);
    write(zhang, 'completion', '甲', 2);
    exchange(zhang, li);
    exchange(li, zhang);
    const [conflict] = conflictsIn(zhang.fields);
    zhang.edit([settling(zhang.fields, conflict!, conflict!.claims[0]!)], 3);
    exchange(zhang, li);
    for (const pc of [zhang, li]) expect([isRemoved(pc), conflictsIn(pc.fields)]).toEqual([false, []]);
    expect(currentValue(li.fields.get(fieldKey(ITEM, 'completion')))).toBe('甲');
  });

  it('goes where the remover had seen everything, or what was written is empty', () => {
    const [zhang, li] = [peer('a'), peer('b')];
    write(zhang, 'completion', '甲', 1);
    exchange(zhang, li);
    remove(li, 2);
    write(zhang, 'selfScore', null, 3);
    exchange(li, zhang);
    exchange(zhang, li);
    for (const pc of [zhang, li]) expect([isRemoved(pc), disputedRows(pc.fields).size]).toEqual([true, 0]);
  });

  it('of a removal that does not say what it saw (older versions) stays for whatever others wrote, seen or not', () => {
    const [zhang, li] = [peer('a'), peer('b')];
    write(zhang, 'completion', '甲', 1);
    exchange(zhang, li);
    write(li, 'selfScore', '3', 2);
    removeBlindly(li, 3);
    exchange(li, zhang);
    for (const pc of [zhang, li]) {
      expect(isRemoved(pc)).toBe(false);
      const [conflict] = conflictsIn(pc.fields);
      // What its author wrote there before was certainly seen.
      expect(conflict!.claims.map(({ actor, value }) => [actor, value])).toEqual([
        ['a', '甲'],
        ['b', true],
      ]);
    }
    // Removed once more by a person who sees it, it goes, and all agree.
    const [conflict] = conflictsIn(zhang.fields);
    zhang.edit([settling(zhang.fields, conflict!, conflict!.claims[1]!)], 4);
    exchange(zhang, li);
    for (const pc of [zhang, li]) expect([isRemoved(pc), conflictsIn(pc.fields)]).toEqual([true, []]);
  });

  it('of such a removal goes where nobody else wrote anything, also when its author put it back and removed it again', () => {
    const [zhang, li] = [peer('a'), peer('b')];
    write(li, 'completion', '自己写的', 1);
    removeBlindly(li, 2);
    li.undo(3);
    li.redo(4);
    exchange(li, zhang);
    for (const pc of [zhang, li]) expect([isRemoved(pc), conflictsIn(pc.fields)]).toEqual([true, []]);
  });
});

const step = fc.record({
  at: fc.nat(3),
  kind: fc.constantFrom('write', 'write', 'write', 'remove', 'back', 'deliver', 'deliver'),
  field: fc.constantFrom(...FIELDS),
  to: fc.nat(3),
  empties: fc.boolean(),
  /** As a version removes that does not write down what it saw. */
  blind: fc.boolean(),
});

describe(`2–4 PCs, any delivery (seed ${SEED}; set FC_SEED to repeat)`, () => {
  it('no text that stands, written unseen by who removed its row, is ever out of the table; all see the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), fc.array(step, { maxLength: 30 }), (count, steps) => {
        const peers = Array.from({ length: count }, (_, place) => peer(String.fromCharCode(97 + place)));
        /** What each removal's author had in the log then; of one that does not say so, what they had written themselves. */
        const known = new Map<string, Set<string>>();
        steps.forEach(({ at, kind, field, to, empties, blind }, now) => {
          const self = peers[at % count]!;
          if (kind === 'write') write(self, field, empties ? null : `${now}`, now);
          else if (kind === 'back') bringBack(self, now);
          else if (kind === 'remove') {
            const own = [...self.log.values()].filter(({ replica }) => replica === self.name).map(({ id }) => id);
            const had = blind ? own : self.log.keys();
            for (const op of blind ? removeBlindly(self, now) : remove(self, now)) known.set(op.id, new Set(had));
          } else exchange(self, peers[to % count]!);
        });
        for (const from of peers) for (const to of peers) exchange(from, to);
        for (const from of peers) for (const to of peers) exchange(from, to);
        const [first, ...others] = peers;
        for (const other of others) {
          expect(comparable(other.fields)).toEqual(comparable(first!.fields));
          expect([...disputedRows(other.fields)]).toEqual([...disputedRows(first!.fields)]);
        }
        const removed = first!.fields.get(fieldKey(ROW, 'removed'));
        if (currentValue(removed) !== true) return;
        const seen = removed!.heads.flatMap(({ id }) => [...(known.get(id) ?? [])]);
        const standing = FIELDS.flatMap(field => first!.fields.get(fieldKey(ITEM, field))?.heads ?? []);
        const unseen = standing.filter(op => typeof opSays(op) === 'string' && !seen.includes(op.id));
        expect(isRemoved(first!)).toBe(unseen.length === 0);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
