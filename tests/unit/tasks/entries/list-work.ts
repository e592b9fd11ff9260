import fc from 'fast-check';
import { indicatorEntity } from '../../../../lib/model/entity';
import { ENTRY_FIELDS, ENTRY_LISTS, type EntryList, REMOVED } from '../../../../lib/model/entry';
import { claims, currentValue, fieldKey, inConflict, opSays, standsFor } from '../../../../lib/model/field-state';
import type { AnyEntry, ItemEntries } from '../../../../lib/model/item';
import { listed } from '../../../../lib/model/listed-entries';
import type { Op } from '../../../../lib/model/op';
import { adding, entryValues, newEntry, puttingBack, removal } from '../../../../lib/tasks/entries/entry-changes';
import { EntryIndex } from '../../../../lib/tasks/entries/entry-index';
import { readEntries } from '../../../../lib/tasks/entries/read-entries';
import { type Peer, peer, RULES } from '../../journal/peers';
import { exchangeAll } from '../../journal/random-work';

const INDICATOR = indicatorEntity('个性指标', 0, '2.3');
const DAY = 24 * 60 * 60 * 1000;

/** How lists are kept, so that deliberate faults can take the place of each. */
export const LIST_RULES = {
  ...RULES,
  /** `text`: what the entry will say first, of which its name must know nothing. */
  newEntry: (list: EntryList, _text: string, newId: () => string): string => newEntry(INDICATOR, list, newId),
  adding,
  removal,
  readField: (self: Peer, key: string) => self.fields.get(key),
};
export type ListRules = typeof LIST_RULES;

const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      list: fc.constantFrom(...ENTRY_LISTS),
      // Few, so that two people note the same.
      text: fc.constantFrom('会议纪要', '签到表', '宣传照片'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      pick: fc.nat(),
      field: fc.nat(4),
      text: fc.option(fc.nat(999).map(String)),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'back' as const), pick: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('deliver' as const),
      to: fc.nat(4),
      /** null: all of it. */
      picks: fc.option(fc.array(fc.nat(), { maxLength: 8 }), { freq: 1 }),
    }),
  },
);

/** 2–5 PCs whose clocks may be a year wrong, each working on the lists of one indicator and exchanging edits one by one. */
export const listWork = fc.record({
  skews: fc.array(fc.integer({ min: -400 * DAY, max: 400 * DAY }), { minLength: 2, maxLength: 5 }),
  steps: fc.array(fc.record({ at: fc.nat(4), step }), { maxLength: 30, size: 'max' }),
  shuffles: fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
});
type ListWork = typeof listWork extends fc.Arbitrary<infer T> ? T : never;

interface Told {
  adds: { entity: string; text: string; group: string | undefined }[];
  /** What each removal's author had in the log then. */
  known: Map<string, ReadonlySet<string>>;
  written: Op[];
}

/** @returns the first promise that was broken, or null. */
export function brokenPromise({ skews, steps, shuffles }: ListWork, rules: ListRules): string | null {
  const peers = skews.map((_, index) => peer(String.fromCharCode(97 + index), rules));
  const told: Told = { adds: [], known: new Map(), written: [] };
  let time = Date.UTC(2023, 5, 1);
  let ids = 0;
  const now = (index: number) => time + skews[index]!;
  for (const { at, step: what } of steps) {
    const index = at % peers.length;
    const self = peers[index]!;
    time += 60_000;
    const read = (key: string) => self.fields.get(key);
    const said = (place: { entity: string; field: string }) => currentValue(read(fieldKey(place.entity, place.field)));
    const lists = entriesOf(self, rules);
    const all: AnyEntry[] = Object.values(lists).flat();
    const edit = (changes: Parameters<Peer['edit']>[0]): Op[] => {
      const ops = self.edit(changes, now(index));
      told.written.push(...ops);
      return ops;
    };
    if (what.kind === 'add') {
      const entity = rules.newEntry(what.list, what.text, () => (++ids).toString(16).padStart(16, '0'));
      const says = { [ENTRY_FIELDS[what.list][0]]: what.text };
      const ops = edit([rules.adding(entity, lists[what.list], said, now(index)), ...entryValues(entity, says)]);
      told.adds.push({ entity, text: what.text, group: ops[0]?.group });
    } else if (what.kind === 'deliver') {
      const to = what.to % peers.length;
      const ops = [...self.log.values()];
      for (const pick of what.picks ?? ops.keys())
        if (ops.length > 0) peers[to]!.receive(ops[pick % ops.length]!, now(to));
    } else if (what.kind === 'undo' || what.kind === 'redo') {
      told.written.push(...self[what.kind](now(index)));
    } else if ('pick' in what && all.length > 0) {
      const entry = all[what.pick % all.length]!;
      const names = ENTRY_FIELDS[entry.list];
      if (what.kind === 'edit')
        edit(entryValues(entry.entity, { [names[what.field % names.length]!]: what.text ?? '' }));
      else if (what.kind === 'back') edit([puttingBack(entry.entity)]);
      else {
        const log = new Set(self.log.keys());
        for (const op of edit([rules.removal(entry.entity, read)])) told.known.set(op.id, log);
      }
    }
  }
  exchangeAll({ peers, written: told.written, now }, shuffles);
  return judge(peers, told, rules);
}

function entriesOf(self: Peer, rules: ListRules): ItemEntries {
  const ground = { field: (key: string) => rules.readField(self, key), pending: () => undefined };
  return readEntries(ground, new EntryIndex(self.fields.keys()).of(INDICATOR));
}

function judge(peers: readonly Peer[], { adds, known, written }: Told, rules: ListRules): string | null {
  const [first, ...others] = peers;
  const lists = entriesOf(first!, rules);
  const entries: AnyEntry[] = Object.values(lists).flat();
  const onList = listed(entries);
  for (const other of others)
    if (JSON.stringify(entriesOf(other, rules)) !== JSON.stringify(lists)) return 'everyone sees the same lists';

  const addings = new Set(adds.map(({ group }) => group));
  const touched = new Set(written.flatMap(({ entity, group }) => (addings.has(group) ? [] : [entity])));
  // Whatever the entries are called: as many as were added and left alone are there.
  for (const text of new Set(adds.map(add => add.text))) {
    const leftAlone = adds.filter(add => add.text === text && !touched.has(add.entity)).length;
    const there = onList.filter(({ fields }) => Object.values(fields).some(field => field.text === text)).length;
    if (there < leftAlone) return 'every entry that anybody added is there';
  }

  for (const entry of entries) {
    const removed = first!.fields.get(fieldKey(entry.entity, REMOVED));
    const removals = claims(removed).filter(op => opSays(op) === true);
    if (removals.length === 0 || inConflict(removed)) {
      if (entry.state === 'removed') return 'nothing goes that nobody removed, or that somebody wants back';
      continue;
    }
    const seen = new Set(removals.flatMap(op => [...(known.get(standsFor(op)) ?? [])]));
    const standing = ENTRY_FIELDS[entry.list]
      .flatMap(field => claims(first!.fields.get(fieldKey(entry.entity, field))))
      .filter(op => typeof opSays(op) === 'string');
    if (entry.state === 'removed' && !standing.every(op => seen.has(op.id) || seen.has(standsFor(op))))
      return 'what was written unseen by who removed it stays';
    if (entry.state !== 'removed' && standing.every(op => seen.has(op.id))) return 'what was removed in knowledge goes';
  }
  return null;
}
