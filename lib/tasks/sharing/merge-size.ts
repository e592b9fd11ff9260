import type { Campaign } from '../../model/campaign';
import type { FieldState } from '../../model/field-state';
import { isFact } from './campaign-facts';
import type { SharingStore } from './sharing-store';

/** Completion, self-score, evidence, who: what most tables ask of an indicator. */
const FIELDS_OF_AN_INDICATOR = 4;
const SHARE = 1 / 5;

/**
 * Whether a merge would change so much that a person should look first: more than a fifth of the table's answers. What comes
 * into a table where nobody has entered anything is not asked about.
 */
export function isLargeMerge(
  changes: readonly { after: FieldState }[],
  { indicators, entered }: { indicators: number; entered: number },
): boolean {
  const fields = changes.filter(({ after }) => !isFact(after.entity)).length;
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
      const entered = [...state.values()].filter(({ entity }) => !isFact(entity)).length;
      const isLarge = isLargeMerge(changes, { indicators: campaign.progress.indicators, entered });
      looking.held = isLarge ? { changes } : null;
      return !isLarge;
    },
  };
  return looking;
}
