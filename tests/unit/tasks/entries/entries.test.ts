import { describe, expect, it } from 'vitest';
import { cellEntity, indicatorEntity, parseEntity, rowEntity } from '../../../../lib/model/entity';
import { type EntryField, type EntryList, REMOVED } from '../../../../lib/model/entry';
import { currentValue, fieldKey } from '../../../../lib/model/field-state';
import { findingState, listed } from '../../../../lib/model/listed-entries';
import { contentOfRow, disputedRows } from '../../../../lib/tasks/drafting/removed-rows';
import { adding, entryValues, newEntry, puttingBack, removal } from '../../../../lib/tasks/entries/entry-changes';
import { EntryIndex } from '../../../../lib/tasks/entries/entry-index';
import { readEntries } from '../../../../lib/tasks/entries/read-entries';
import { conflictsIn, settling } from '../../../../lib/tasks/sharing/conflicts';
import { type Peer, peer } from '../../journal/peers';

const INDICATOR = indicatorEntity('个性:指标#1', 0, '2.3');
const lists = (self: Peer) =>
  readEntries(
    { field: key => self.fields.get(key), pending: () => undefined },
    new EntryIndex(self.fields.keys()).of(INDICATOR),
  );
const texts = (self: Peer) => listed(lists(self).note).map(({ fields }) => fields.text.text);
const said = (self: Peer) => (place: { entity: string; field: string }) =>
  currentValue(self.fields.get(fieldKey(place.entity, place.field)));
const read = (self: Peer) => (key: string) => self.fields.get(key);

function add<List extends EntryList>(
  self: Peer,
  list: List,
  values: Partial<Record<EntryField<List>, string>>,
  now: number,
): string {
  const entity = newEntry(INDICATOR, list);
  self.edit([adding(entity, lists(self)[list], said(self), now), ...entryValues(entity, values)], now);
  return entity;
}
const meet = (...peers: Peer[]) => {
  for (const from of peers) for (const to of peers) for (const op of from.log.values()) to.receive(op, 0);
};

describe('entries of an indicator', () => {
  it('have a name that says whose they are, and no other kind of entity is taken for one', () => {
    const entity = newEntry(INDICATOR, 'finding', () => '00ff');
    expect(parseEntity(entity)).toEqual({
      kind: 'entry',
      sheet: '个性:指标#1',
      ordinal: 0,
      code: '2.3',
      list: 'finding',
      entry: '00ff',
    });
    expect(parseEntity(entity.replace(':finding:', ':wish:'))).toBeNull();
    expect([...new EntryIndex([fieldKey(cellEntity('表', 'C5'), 'value')]).of(INDICATOR)]).toEqual([]);
  });

  it('stay from both sides, in one order everywhere, even where both wrote the same', () => {
    const [zhang, li] = [peer('a'), peer('b')];
    add(zhang, 'note', { text: '等宣传科' }, 5);
    add(li, 'note', { text: '等宣传科' }, 3);
    add(zhang, 'evidence', { name: '会议纪要', place: '档案柜' }, 6);
    meet(zhang, li);
    expect(texts(zhang)).toEqual(['等宣传科', '等宣传科']);
    expect(lists(zhang)).toEqual(lists(li));
    expect(conflictsIn(zhang.fields)).toEqual([]);
  });

  it('come after what their author saw, though that PC’s clock is years behind', () => {
    const [zhang, li] = [peer('a'), peer('b')];
    add(zhang, 'note', { text: '先' }, 1_000_000);
    meet(zhang, li);
    add(li, 'note', { text: '后' }, 5);
    expect(texts(li)).toEqual(['先', '后']);
  });

  it('go with the undo of their adding and come back to their place by redo', () => {
    const zhang = peer('a');
    add(zhang, 'note', { text: '一' }, 1);
    zhang.undo(2);
    expect(texts(zhang)).toEqual([]);
    zhang.redo(3);
    add(zhang, 'note', { text: '二' }, 4);
    expect(texts(zhang)).toEqual(['一', '二']);
  });

  it('conflict only where two edit the same field of the same entry', () => {
    const [zhang, li] = [peer('a'), peer('b')];
    const entity = add(zhang, 'evidence', { name: '纪要' }, 1);
    meet(zhang, li);
    zhang.edit(entryValues(entity, { name: '纪要（三月）' }), 2);
    li.edit(entryValues(entity, { name: '纪要（4月）', place: '档案柜' }), 3);
    meet(zhang, li);
    expect(conflictsIn(li.fields).map(({ field }) => field)).toEqual(['name']);
    expect(lists(zhang).evidence[0]!.fields).toMatchObject({ name: { conflict: true }, place: { text: '档案柜' } });
  });

  it('stay flagged where one removed what another was editing, until a person decides', () => {
    const [zhang, li] = [peer('a'), peer('b')];
    const entity = add(zhang, 'finding', { text: '台账缺签字' }, 1);
    meet(zhang, li);
    li.edit([removal(entity, read(li))], 2);
    expect(lists(li).finding[0]!.state).toBe('removed');
    zhang.edit(entryValues(entity, { rectification: '已补签' }), 3);
    meet(zhang, li);
    for (const self of [zhang, li]) expect(lists(self).finding[0]!.state).toBe('disputed');
    const [conflict] = conflictsIn(li.fields);
    expect(conflict!.claims.map(({ actor, value }) => [actor, value])).toEqual([
      ['a', '已补签'],
      ['b', true],
    ]);
    li.edit([settling(li.fields, conflict!, conflict!.claims[1]!)], 4);
    meet(zhang, li);
    expect([lists(zhang).finding[0]!.state, conflictsIn(zhang.fields)]).toEqual(['removed', []]);
    zhang.edit([puttingBack(entity)], 5);
    expect(lists(zhang).finding[0]!.state).toBe('there');
  });

  it('stay where the removal is undone and redone while another wrote', () => {
    const [zhang, li] = [peer('a'), peer('b')];
    const entity = add(zhang, 'note', { text: '一' }, 1);
    meet(zhang, li);
    li.edit([removal(entity, read(li))], 2);
    li.undo(3);
    li.redo(4);
    expect(lists(li).note[0]!.state).toBe('removed');
    zhang.edit(entryValues(entity, { text: '一二' }), 5);
    meet(zhang, li);
    expect(lists(li).note[0]!.state).toBe('disputed');
  });

  it('keep a drafted row that somebody removed without having seen them', () => {
    const [zhang, li] = [peer('a'), peer('b')];
    const row = rowEntity('个性:指标#1', 0, '2.3');
    const entity = add(zhang, 'evidence', { name: '纪要' }, 1);
    li.edit([{ entity: row, field: REMOVED, value: true, saw: contentOfRow(li.fields, row) }], 2);
    meet(zhang, li);
    expect([...disputedRows(li.fields).keys()]).toEqual([row]);
    zhang.edit([removal(entity, read(zhang))], 3);
    expect([...disputedRows(zhang.fields)]).toEqual([]);
  });

  it('of a finding are overdue after the deadline’s day until they are closed', () => {
    const zhang = peer('a');
    const entity = add(zhang, 'finding', { text: '台账缺签字', deadline: '2023-11-02' }, 1);
    const state = (today: string) => findingState(lists(zhang).finding[0]!, today);
    expect([state('2023-11-02'), state('2023-11-03')]).toEqual(['open', 'overdue']);
    zhang.edit(entryValues(entity, { closed: '2023-11-04' }), 2);
    expect(state('2023-11-05')).toBe('closed');
  });
});
