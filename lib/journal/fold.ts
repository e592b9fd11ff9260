import { compareNewestFirst, type FieldState, fieldKey } from '../model/field-state';
import type { Op } from '../model/op';

/** Raised when the rules below change: stores rebuild their folded fields from the log. */
export const FOLD_VERSION = 1;

/**
 * The state of every field: its ops that no other op of the field supersedes. A set operation, so the order of arrival
 * and repeats do not matter, and parents may come after their children.
 */
export function fold(ops: Iterable<Op>): Map<string, FieldState> {
  const fields = new Map<string, Map<string, Op>>();
  for (const op of ops) {
    const key = fieldKey(op.entity, op.field);
    const known = fields.get(key) ?? new Map<string, Op>();
    fields.set(key, known);
    if (!known.has(op.id)) known.set(op.id, op);
  }
  return new Map([...fields].map(([key, known]) => [key, foldField(known)]));
}

function foldField(known: ReadonlyMap<string, Op>): FieldState {
  const superseded = new Set<string>();
  for (const op of known.values()) for (const parent of parentsOf(op)) superseded.add(parent);
  const [first] = known.values();
  return {
    entity: first!.entity,
    field: first!.field,
    heads: [...known.values()].filter(op => !superseded.has(op.id)).sort(compareNewestFirst),
    awaited: [...superseded].filter(id => !known.has(id)).sort(),
  };
}

/**
 * The same, one op further. `op` must be new to the field; `arrived` tells which superseded ops the field already has
 * besides its heads, so that they are not awaited.
 */
export function advance(state: FieldState, op: Op, arrived: (id: string) => boolean): FieldState {
  const parents = new Set(parentsOf(op));
  const heads = state.heads.filter(head => !parents.has(head.id));
  for (const head of state.heads) parents.delete(head.id);
  const awaited = new Set(state.awaited);
  if (!awaited.delete(op.id)) heads.push(op);
  for (const parent of parents) if (!arrived(parent)) awaited.add(parent);
  return { ...state, heads: heads.sort(compareNewestFirst), awaited: [...awaited].sort() };
}

/** An op that names itself would vanish; only a damaged or hostile log has one. */
const parentsOf = (op: Op): string[] => op.parents.filter(parent => parent !== op.id);
