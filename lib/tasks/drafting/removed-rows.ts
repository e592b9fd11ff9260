import { parseEntity, rowEntity } from '../../model/entity';
import { claims, compareNewestFirst, currentValue, type FieldState, opSays } from '../../model/field-state';
import type { Op } from '../../model/op';

/** A row that was removed by somebody who had not seen what another wrote into it: it stays, until a person decides. */
export interface DisputedRow {
  /** Of the row. */
  entity: string;
  removals: Op[];
  /** What was written into it unseen. */
  edits: Op[];
}

/** Rows that are removed and yet stay, by their entity. Depends on nothing but which edits stand. */
export function disputedRows(fields: Iterable<FieldState>): Map<string, DisputedRow> {
  const all = [...fields];
  const removed = new Map<string, DisputedRow>();
  for (const field of all) {
    if (field.field !== 'removed' || !field.entity.startsWith('row:') || currentValue(field) !== true) continue;
    const removals = claims(field).filter(op => op.value === true);
    // Versions before 0.2 did not write down what was seen; nothing can be told about those.
    if (removals.every(({ saw }) => saw !== undefined)) {
      removed.set(field.entity, { entity: field.entity, removals, edits: [] });
    }
  }
  if (removed.size === 0) return removed;
  for (const field of all) {
    for (const entity of rowsOf(field, removed.keys())) {
      const row = removed.get(entity)!;
      const seen = new Set(row.removals.flatMap(({ saw = [] }) => saw));
      row.edits.push(...claims(field).filter(op => !seen.has(op.id) && says(op)));
    }
  }
  for (const [entity, { edits }] of removed) {
    if (edits.length === 0) removed.delete(entity);
    // The order of fields is that of their arrival.
    edits.sort(compareNewestFirst);
  }
  return removed;
}

/** Ids of what stands in a row: what its removal is to name as seen. */
export function contentOf(fields: Iterable<FieldState>, entity: string): string[] {
  return [...fields].flatMap(field => (rowsOf(field, [entity]).length > 0 ? field.heads.map(({ id }) => id) : []));
}

/** Of these rows the one that a field belongs to: answers of its indicator, and texts of a row that a unit drafted itself. */
function rowsOf({ entity, field }: FieldState, rows: Iterable<string>): string[] {
  if (field.startsWith('draft:')) return [];
  const parsed = parseEntity(entity);
  if (parsed?.kind === 'indicator') {
    const row = rowEntity(parsed.sheet, parsed.ordinal, parsed.code);
    return [...rows].filter(candidate => candidate === row);
  }
  if (parsed?.kind !== 'new-cell') return [];
  return [...rows].filter(candidate => {
    const row = parseEntity(candidate);
    return row?.kind === 'row' && row.sheet === parsed.sheet && row.id === parsed.row;
  });
}

/** An emptied field, or one that was put back to the workbook's text, is no reason to keep a row. */
function says(op: Op): boolean {
  const said = opSays(op);
  return said !== undefined && said !== null && said !== '';
}
