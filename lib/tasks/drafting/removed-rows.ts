import { type Entity, parseEntity, rowEntity } from '../../model/entity';
import { ADDED, REMOVED } from '../../model/entry';
import { currentValue, type FieldState, fieldKey, type JournalState } from '../../model/field-state';
import { isEntryRemoved } from '../entries/removed-entries';
import { type Dispute, inOrder, removalsIn, unseenEdits } from '../removals';

/** Rows that are removed and yet stay, by their entity. Depends on nothing but which edits stand. */
export function disputedRows(state: JournalState): Map<string, Dispute> {
  const removed = new Map<string, Dispute>();
  for (const field of state.values()) {
    if (field.field !== REMOVED || !field.entity.startsWith('row:') || currentValue(field) !== true) continue;
    removed.set(field.entity, { entity: field.entity, removals: removalsIn(field), edits: [] });
  }
  if (removed.size === 0) return removed;
  const owner = rowsAmong(removed.keys());
  for (const field of state.values()) {
    const row = removed.get(owner(field, state) ?? '');
    row?.edits.push(...unseenEdits(field, row.removals));
  }
  for (const [entity, row] of removed) {
    if (row.edits.length === 0) removed.delete(entity);
    row.edits = inOrder(row.edits);
  }
  return removed;
}

/** Ids of what stands in a row: what its removal is to name as seen. */
export function contentOfRow(state: JournalState, entity: string): string[] {
  const owner = rowsAmong([entity]);
  return [...state.values()].flatMap(field =>
    owner(field, state) === undefined ? [] : field.heads.map(({ id }) => id),
  );
}

/**
 * Of these rows the one that a field belongs to: answers of its indicator, entries of its lists that are not themselves removed,
 * and texts of a row that a unit drafted itself.
 */
function rowsAmong(rows: Iterable<string>): (field: FieldState, state: JournalState) => string | undefined {
  const known = new Set(rows);
  const byCells = new Map([...known].map(row => [cellsOf(parseEntity(row)), row]));
  return ({ entity, field }, state) => {
    if (entity.startsWith('row:') || field.startsWith('draft:')) return undefined;
    const parsed = parseEntity(entity);
    if (parsed?.kind === 'new-cell') return byCells.get(cellsOf(parsed));
    if (parsed?.kind !== 'indicator' && parsed?.kind !== 'entry') return undefined;
    const row = rowEntity(parsed.sheet, parsed.ordinal, parsed.code);
    if (!known.has(row)) return undefined;
    if (parsed.kind === 'indicator') return row;
    const isContent = field !== ADDED && field !== REMOVED && !isEntryRemoved(entity, key => state.get(key));
    return isContent ? row : undefined;
  };
}

/** A drafted row's cells name its sheet and id, not its table. */
const cellsOf = (entity: Entity | null): string | null =>
  entity?.kind === 'new-cell' || entity?.kind === 'row'
    ? fieldKey(entity.sheet, entity.kind === 'row' ? entity.id : entity.row)
    : null;
