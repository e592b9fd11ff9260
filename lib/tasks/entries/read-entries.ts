import { parseEntity } from '../../model/entity';
import { ADDED, ENTRY_FIELDS, ENTRY_LISTS, type EntryField, type EntryList, REMOVED } from '../../model/entry';
import { currentValue, fieldKey, inConflict } from '../../model/field-state';
import type { Answer, AnyEntry, Entry, ItemEntries } from '../../model/item';
import { type AnswerGround, readAnswer } from '../read-answer';
import { disputeOf } from './removed-entries';

/**
 * The entries of one indicator, list by list, in the order in which they were added: the same on every PC, whatever order the
 * edits came in. An entry that says nothing is none, such as one whose adding was undone.
 */
export function readEntries(ground: AnswerGround, entities: Iterable<string>): ItemEntries {
  const lists: Record<EntryList, Placed[]> = { evidence: [], finding: [], note: [] };
  for (const entity of entities) {
    const parsed = parseEntity(entity);
    if (parsed?.kind !== 'entry') continue;
    const entry = readEntry(ground, entity, parsed.list);
    if (says(entry)) lists[parsed.list].push({ entry, added: addedAt(ground, entry) });
  }
  const sorted = ENTRY_LISTS.map(list => [list, lists[list].sort(byAdding).map(({ entry }) => entry)]);
  return Object.fromEntries(sorted) as unknown as ItemEntries;
}

export function readEntry<List extends EntryList>(ground: AnswerGround, entity: string, list: List): Entry<List> {
  const names: readonly EntryField<List>[] = ENTRY_FIELDS[list];
  const fields = names.map(field => [field, readAnswer(ground, entity, field, null, '')]);
  const added = ground.field(fieldKey(entity, ADDED))?.heads[0];
  return {
    entity,
    list,
    fields: Object.fromEntries(fields) as Record<EntryField<List>, Answer>,
    state: stateOf(ground, entity),
    by: added ? { actor: added.actor, replica: added.replica, time: added.hlc.time } : null,
  };
}

const says = ({ fields }: AnyEntry): boolean =>
  Object.values(fields).some(({ text, conflict }) => text !== '' || conflict);

/** A removal that is not on disk yet counts already: this PC has seen what it removes. */
function stateOf(ground: AnswerGround, entity: string): AnyEntry['state'] {
  const key = fieldKey(entity, REMOVED);
  const pending = ground.pending(key);
  if (pending) return pending.value === true ? 'removed' : 'there';
  const removed = ground.field(key);
  if (currentValue(removed) !== true) return 'there';
  return inConflict(removed) || disputeOf(entity, at => ground.field(at)) ? 'disputed' : 'removed';
}

interface Placed {
  entry: AnyEntry;
  added: number;
}

/** One whose adding has not arrived yet, or was masked, is placed by what has. */
function addedAt(ground: AnswerGround, { entity, fields }: AnyEntry): number {
  const { entered } = readAnswer(ground, entity, ADDED, null, '');
  if (typeof entered === 'number') return entered;
  const times = Object.values(fields).flatMap(
    ({ field }) => ground.field(fieldKey(entity, field))?.heads.map(({ hlc }) => hlc.time) ?? [],
  );
  return Math.min(...times, Number.MAX_SAFE_INTEGER);
}

const byAdding = (a: Placed, b: Placed): number =>
  a.added - b.added || (a.entry.entity < b.entry.entity ? -1 : a.entry.entity > b.entry.entity ? 1 : 0);
