import type { Change } from '../../model/campaign-journal';
import { parseEntity } from '../../model/entity';
import { ADDED, REMOVED } from '../../model/entry';
import {
  claims,
  currentValue,
  type FieldState,
  fieldKey,
  inConflict,
  type JournalState,
  opSays,
} from '../../model/field-state';
import type { Op, OpValue } from '../../model/op';
import { contentOfRow, disputedRows } from '../drafting/removed-rows';
import { contentOfEntry, disputedEntries, disputeOf } from '../entries/removed-entries';
import type { Dispute } from '../removals';
import { isFact } from './campaign-facts';

/** One of the values that nobody has superseded. */
export interface Claim {
  /** Of the edit. */
  id: string;
  /** What it wrote: not the conflict's own field where one removed what another wrote into. */
  field: string;
  actor: string;
  /** Milliseconds, of the clock of that PC. */
  time: number;
  replica: string;
  /** "table", "paste", "undo" … as the edit says. */
  source: string | undefined;
  /** undefined: the workbook's own text; null: emptied. */
  value: OpValue | undefined;
}

/** A field on which people disagree, until somebody chooses. */
export interface Conflict {
  key: string;
  entity: string;
  field: string;
  /** The one that is shown meanwhile first. */
  claims: readonly Claim[];
  /** Somebody emptied what another edited: the text stays, and this says so. */
  emptied: boolean;
}

export function conflictsIn(state: JournalState): Conflict[] {
  const fields = [...state].flatMap(([key, field]) => conflictOf(key, field) ?? []);
  return [...fields, ...[...disputedRows(state).values(), ...disputedEntries(state)].map(removalConflict)];
}

/** An entry that one removed and another wrote into or wants back; null where it is not so. */
export function entryConflict(state: JournalState, entity: string): Conflict | null {
  const dispute = disputeOf(entity, key => state.get(key));
  if (dispute) return removalConflict(dispute);
  const key = fieldKey(entity, REMOVED);
  return conflictOf(key, state.get(key));
}

/** A row or an entry that one removed and another wrote into: it stays meanwhile. */
function removalConflict({ entity, removals, edits }: Dispute): Conflict {
  return {
    key: fieldKey(entity, 'removed'),
    entity,
    field: 'removed',
    claims: [...edits.map(claimOf), ...removals.slice(0, 1).map(claimOf)],
    emptied: false,
  };
}

/** The edit by which a person settles it with one of the claims. */
export function settling(state: JournalState, { entity, field }: Conflict, claim: Claim): Change {
  if (field !== 'removed') return { entity, field, value: claim.value };
  if (claim.value !== true) return { entity, field, value: undefined };
  const isEntry = parseEntity(entity)?.kind === 'entry';
  const saw = isEntry ? contentOfEntry(entity, key => state.get(key)) : contentOfRow(state, entity);
  return { entity, field, value: true, saw };
}

const claimOf = (op: Op): Claim => ({
  id: op.id,
  field: op.field,
  actor: op.actor,
  time: op.hlc.time,
  replica: op.replica,
  source: op.source,
  value: opSays(op),
});

export function conflictOf(key: string, field: FieldState | undefined): Conflict | null {
  if (!field || isFact(field.entity) || field.field === ADDED || !inConflict(field)) return null;
  const all = claims(field).map(claimOf);
  // The same said twice is one voice: the earliest, who said it first.
  const voices = [
    ...new Map([...all].reverse().map(claim => [JSON.stringify([claim.value]), claim])).values(),
  ].reverse();
  const emptied = voices.some(({ value }) => value === null || value === '');
  // What is shown meanwhile comes first.
  const shown = currentValue(field);
  voices.sort((a, b) => Number(b.value === shown) - Number(a.value === shown));
  return { key, entity: field.entity, field: field.field, claims: voices, emptied };
}
