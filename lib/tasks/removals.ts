import { claims, compareNewestFirst, type FieldState, opSays, standsFor } from '../model/field-state';
import type { Op } from '../model/op';

/** Something that was removed by somebody who had not seen what another wrote into it: it stays, until a person decides. */
export interface Dispute {
  /** Of what was removed. */
  entity: string;
  removals: Op[];
  /** What was written into it unseen, newest first. */
  edits: Op[];
}

/** The standing removals that this field holds. */
export const removalsIn = (removed: FieldState): Op[] => claims(removed).filter(op => op.value === true);

/**
 * Of the edits that stand in a field, those that no removal names as seen. Who takes an edit back writes nothing new. Earlier
 * versions did not write down what was seen: of theirs only what was written before on the same PC counts as that. Rather a row too many that
 * somebody removes once more than a text that nobody sees any more.
 */
export function unseenEdits(field: FieldState, removals: readonly Op[]): Op[] {
  const seen = new Set(removals.flatMap(({ saw = [] }) => saw));
  const blind = removals.filter(({ saw }) => saw === undefined);
  const isOwn = (op: Op) => blind.some(by => by.replica === op.replica && compareNewestFirst(by, op) < 0);
  return claims(field).filter(op => !seen.has(op.id) && !seen.has(standsFor(op)) && !isOwn(op) && says(op));
}

/** The order of fields is that of their arrival. */
export const inOrder = (edits: readonly Op[]): Op[] => [...edits].sort(compareNewestFirst);

/** An emptied field, or one that was put back to the workbook's text, is no reason to keep anything. */
function says(op: Op): boolean {
  const said = opSays(op);
  return said !== undefined && said !== null && said !== '';
}
