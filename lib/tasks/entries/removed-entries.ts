import { parseEntity } from '../../model/entity';
import { ENTRY_FIELDS, REMOVED } from '../../model/entry';
import { currentValue, type FieldState, fieldKey, inConflict, type JournalState } from '../../model/field-state';
import { type Dispute, inOrder, removalsIn, unseenEdits } from '../removals';

type Read = (key: string) => FieldState | undefined;

/** Off the list: somebody removed it in knowledge of all that stands in it, and nobody put it back meanwhile. */
export function isEntryRemoved(entity: string, read: Read): boolean {
  const removed = read(fieldKey(entity, REMOVED));
  return currentValue(removed) === true && !inConflict(removed) && disputeOf(entity, read) === null;
}

/** Entries that somebody removed without having seen what another wrote into them. They stay meanwhile. */
export function disputedEntries(state: JournalState): Dispute[] {
  const read: Read = key => state.get(key);
  return [...state.values()].flatMap(({ entity, field }) =>
    field === REMOVED && entity.startsWith('entry:') ? (disputeOf(entity, read) ?? []) : [],
  );
}

export function disputeOf(entity: string, read: Read): Dispute | null {
  const removed = read(fieldKey(entity, REMOVED));
  if (!removed || currentValue(removed) !== true) return null;
  const removals = removalsIn(removed);
  const edits = contentFields(entity, read).flatMap(field => unseenEdits(field, removals));
  return edits.length === 0 ? null : { entity, removals, edits: inOrder(edits) };
}

/** Ids of what an entry says: what its removal is to name as seen. */
export const contentOfEntry = (entity: string, read: Read): string[] =>
  contentFields(entity, read).flatMap(field => field.heads.map(({ id }) => id));

function contentFields(entity: string, read: Read): FieldState[] {
  const parsed = parseEntity(entity);
  if (parsed?.kind !== 'entry') return [];
  return ENTRY_FIELDS[parsed.list].flatMap(field => read(fieldKey(entity, field)) ?? []);
}
