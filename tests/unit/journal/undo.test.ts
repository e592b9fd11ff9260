import { describe, expect, it } from 'vitest';
import { claims, currentValue, inConflict, opSays } from '../../../lib/model/field-state';
import type { Op } from '../../../lib/model/op';
import { type Peer, peer } from './peers';

const ENTITY = 'indicator:表#0:1.1';
const set = (value: Op['value'] | undefined) => [{ entity: ENTITY, field: 'completion', value }];
const field = (self: Peer) => [...self.fields.values()][0];
const values = (self: Peer) => claims(field(self)).map(opSays).sort();
const give = (ops: Op[], to: Peer) => {
  for (const op of ops) to.receive(op, 1000);
};

describe('undo', () => {
  it('of an edit that settled a conflict brings the conflict back, and redo settles it again', () => {
    const [a, b] = [peer('a'), peer('b')];
    give(b.edit(set('5次'), 2), a);
    a.edit(set('4次'), 3);
    give(peer('c').edit(set('6次'), 1), a);
    a.edit(set('5次，另见附件'), 4);
    a.undo(5);
    expect(values(a)).toEqual(['4次', '6次']);
    a.redo(6);
    expect(values(a)).toEqual(['5次，另见附件']);
  });

  it('beside another’s edit of the same text leaves theirs, with nothing to disagree about', () => {
    const [a, b] = [peer('a'), peer('b')];
    give(a.edit(set('原'), 1), b);
    a.edit(set('甲'), 2);
    give(b.edit(set('乙'), 2), a);
    expect(inConflict(field(a))).toBe(true);
    a.undo(3);
    expect(values(a)).toEqual(['乙']);
    a.redo(4);
    expect(values(a)).toEqual(['乙', '甲']);
  });

  it('made apart from another’s edit gives way to it instead of looking like a conflict', () => {
    const [a, b] = [peer('a'), peer('b')];
    give(a.edit(set('原'), 1), b);
    const ours = [...a.edit(set('甲'), 2), ...a.undo(3)];
    const theirs = b.edit(set('乙'), 2);
    give(ours, b);
    give(theirs, a);
    for (const self of [a, b]) expect([currentValue(field(self)), inConflict(field(self))]).toEqual(['乙', false]);
  });

  it('of a deliberate return to the workbook’s text puts the value back; the return itself is a claim like any other', () => {
    const [a, b] = [peer('a'), peer('b')];
    give(a.edit(set('甲'), 1), b);
    give(b.edit(set('乙'), 2), a);
    const log = [...a.log.values()].length;
    a.edit(set(undefined), 3);
    expect(currentValue(field(a))).toBeUndefined();
    a.undo(4);
    expect(currentValue(field(a))).toBe('乙');
    expect([...a.log.values()]).toHaveLength(log + 2);
    give(b.edit(set('丙'), 5), a);
    a.redo(6);
    expect(values(a)).toEqual(['丙', undefined]);
    expect(inConflict(field(a))).toBe(true);
  });

  it('names what it undoes and what it restores, so that history can say so', () => {
    const a = peer('a');
    const [first] = a.edit(set('甲'), 1);
    const [second] = a.edit(set('乙'), 2);
    expect(a.undo(3)).toMatchObject([{ value: '甲', undoes: second!.id, restores: first!.id, source: 'undo' }]);
    expect(a.redo(4)).toMatchObject([{ value: '乙', restores: second!.id, source: 'redo' }]);
  });
});
