import type { Campaign } from '../../model/campaign';
import { ADDED } from '../../model/entry';
import { type FieldState, fieldKey } from '../../model/field-state';
import { isFact } from './campaign-facts';
import type { SharingStore } from './sharing-store';

/** Completion, self-score, evidence, who: what most tables ask of an indicator. */
const FIELDS_OF_AN_INDICATOR = 4;
const SHARE = 1 / 5;

/**
 * How much these changes come to, as a person counts: an answer is one, and so is an entry of a list, however many of its fields
 * are concerned.
 */
export function countChanges(places: Iterable<{ entity: string; field: string }>): number {
  const counted = new Set<string>();
  for (const { entity, field } of places) {
    if (!isFact(entity)) counted.add(entity.startsWith('entry:') ? entity : fieldKey(entity, field));
  }
  return counted.size;
}

/** An entry that is new here adds to a list and changes nothing that stands in the table. */
const isAdded = ({ before, after }: { before: FieldState; after: FieldState }, added: ReadonlySet<string>): boolean =>
  before.heads.length === 0 && added.has(after.entity);

/**
 * Whether a merge would change so much that a person should look first: more than a fifth of what was entered. What comes
 * into a table where nobody has entered anything is not asked about.
 */
export function isLargeMerge(
  changes: readonly { before: FieldState; after: FieldState }[],
  { indicators, entered }: { indicators: number; entered: number },
): boolean {
  const added = new Set(
    changes.flatMap(({ before, after }) =>
      after.entity.startsWith('entry:') && after.field === ADDED && before.heads.length === 0 ? [after.entity] : [],
    ),
  );
  const fields = countChanges(changes.flatMap(change => (isAdded(change, added) ? [] : [change.after])));
  const all = Math.max(entered, indicators * FIELDS_OF_AN_INDICATOR);
  return entered > 0 && fields > all * SHARE;
}

/** What would be changed, where so much would be that a person is to look first. */
export interface HeldMerge {
  changes: readonly { before: FieldState; after: FieldState }[];
}

/** The question that syncing asks before others' edits enter the log, and its answer's reason. */
export function lookFirst(store: SharingStore, campaign: Campaign, takeAll: boolean) {
  const looking = {
    held: null as HeldMerge | null,
    async accept(records: readonly unknown[]): Promise<boolean> {
      if (takeAll) return true;
      const changes = (await store.merges(campaign.id).preview(records)).filter(({ after }) => !isFact(after.entity));
      const state = await store.journal(campaign.id).state();
      const entered = countChanges(state.values());
      const isLarge = isLargeMerge(changes, { indicators: campaign.progress.indicators, entered });
      // That an entry was added tells nobody more than what it says.
      looking.held = isLarge ? { changes: changes.filter(({ after }) => after.field !== ADDED) } : null;
      return !isLarge;
    },
  };
  return looking;
}
