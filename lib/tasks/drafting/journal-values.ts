import type { JournalValue } from '../../model/drafted-rows';
import { currentValue, type JournalState } from '../../model/field-state';
import { DRAFT_FIELDS } from '../../model/table-draft';
import { splitFieldKey } from '../journal-keys';
import { disputedRows } from './removed-rows';
import { ROW_FIELDS } from './row-order';

const ROW_KINDS: ReadonlySet<string> = new Set(ROW_FIELDS);
const WORDING: ReadonlySet<string> = new Set(DRAFT_FIELDS);

/** Whether this field is one of them. `key` is a `fieldKey`. */
export function shapesTable(key: string): 'rows' | 'wording' | null {
  const { entity, field } = splitFieldKey(key);
  if (entity.startsWith('row:')) return ROW_KINDS.has(field) ? 'rows' : null;
  if (entity.startsWith('cell:')) return field === 'value' ? 'wording' : null;
  return entity.startsWith('indicator:') && WORDING.has(field) ? 'wording' : null;
}

/** [] where nobody drafted or typed over a cell: then the table is as received, whatever else was filled in. */
export function tableValues(state: JournalState): JournalValue[] {
  const values: JournalValue[] = [];
  let decisive = false;
  const disputed = disputedRows(state);
  for (const [key, field] of state) {
    if (shapesTable(key) === null) continue;
    const value = currentValue(field);
    if (value === undefined || (field.field === 'removed' && disputed.has(field.entity))) continue;
    values.push({ entity: field.entity, field: field.field, value });
    // Measures that were worded anew are read as they are (campaign-items.ts), with the table as it is.
    if (field.field !== 'measures') decisive = true;
  }
  return decisive ? values : [];
}
