import type { Op, OpValue } from './op';

/** What the log says about one field of one entity. */
export interface FieldState {
  readonly entity: string;
  readonly field: string;
  /** The edits nobody has superseded, the default pick first. None, where nobody has edited. */
  readonly heads: readonly Op[];
  /** Edits that others supersede and that have not arrived yet. Sorted. */
  readonly awaited: readonly string[];
}

/** A campaign's fields by `fieldKey`. A field that is missing was never edited. */
export type JournalState = ReadonlyMap<string, FieldState>;

/** A key no two fields share, whatever stands in their names. */
export const fieldKey = (entity: string, field: string): string => `${entity.length}:${entity}.${field}`;

export const emptyField = (entity: string, field: string): FieldState => ({ entity, field, heads: [], awaited: [] });

/** Later first: by clock, then by id so that every PC picks the same. Not a statement about truth, only an order. */
export function compareNewestFirst(a: Op, b: Op): number {
  return b.hlc.time - a.hlc.time || b.hlc.count - a.hlc.count || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

/** What the op says; undefined means "as in the workbook". */
export const opSays = (op: Op): OpValue | undefined => (op.reset ? undefined : op.value);

/** The edit an op means: itself, or the one an undo or redo put back. '' means the workbook's own text. */
export const standsFor = (op: Op): string => (op.undoes === undefined ? op.id : (op.restores ?? ''));

/** What the edit that an op means was an answer to. */
export const answersTo = (op: Op): readonly string[] =>
  op.undoes === undefined ? op.parents : (op.restoredParents ?? []);

/**
 * The heads that count, the default pick first. Who takes an edit back claims nothing: it gives way to an edit that
 * another made on what it put back, so that undoing never looks like a disagreement.
 */
export function claims(state: FieldState | undefined): readonly Op[] {
  const heads = state?.heads ?? [];
  if (heads.length < 2) return heads;
  const counting = heads.filter(head => {
    if (head.undoes === undefined) return true;
    const edit = standsFor(head);
    if (edit === '') return heads.every(other => standsFor(other) === '');
    return !heads.some(other => answersTo(other).includes(edit));
  });
  return counting.length > 0 ? counting : heads;
}

/**
 * undefined where the workbook's own text stands; null where a person emptied the field. Who emptied it without having seen
 * what another wrote there takes nothing away: the text stays until they agree.
 */
export function currentValue(state: FieldState | undefined): OpValue | undefined {
  const head = currentHead(state);
  return head && opSays(head);
}

/** The edit whose value is shown. */
export function currentHead(state: FieldState | undefined): Op | undefined {
  const heads = claims(state);
  return heads.find(isWritten) ?? heads[0];
}

function isWritten(op: Op): boolean {
  const said = opSays(op);
  return said !== undefined && said !== null && said !== '';
}

/** People left different values. The same value twice is agreement. */
export function inConflict(state: FieldState | undefined): boolean {
  return new Set(claims(state).map(opSays)).size > 1;
}
