import { compareNewestFirst, type FieldState, fieldKey } from '../model/field-state';
import type { Op } from '../model/op';

/** Raised when the rules below change: stores rebuild their folded fields from the log. */
export const FOLD_VERSION = 1;

/**
 * The state of every field: its ops that no other op of the field supersedes. A set operation, so the order of arrival
 * and repeats do not matter, and parents may come after their children.
 */
export function fold(ops: Iterable<Op>): Map<string, FieldState> {
  const entities = new Map<string, Map<string, Map<string, Op>>>();
  for (const op of ops) {
    const known = within(within(entities, op.entity), op.field);
    if (!known.has(op.id)) known.set(op.id, op);
  }
  const folded = new Map<string, FieldState>();
  for (const [entity, fields] of entities)
    for (const [field, known] of fields) folded.set(fieldKey(entity, field), foldField(entity, field, known));
  return folded;
}

function within<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const known = maps.get(key);
  if (known) return known;
  const fresh = new Map<string, Value>();
  maps.set(key, fresh);
  return fresh;
}

function foldField(entity: string, field: string, known: ReadonlyMap<string, Op>): FieldState {
  const superseded = new Set<string>();
  for (const op of known.values()) {
    // An op that names itself would vanish; only a damaged or hostile log has one.
    for (const parent of op.parents) if (parent !== op.id) superseded.add(parent);
  }
  const heads: Op[] = [];
  for (const op of known.values()) if (!superseded.has(op.id)) heads.push(op);
  const awaited: string[] = [];
  for (const parent of superseded) if (!known.has(parent)) awaited.push(parent);
  return { entity, field, heads: heads.sort(compareNewestFirst), awaited: awaited.sort() };
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
