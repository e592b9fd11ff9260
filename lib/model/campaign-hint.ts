import type { Hint } from './hint';
import type { RecognisedTable } from './table';

/** A hint in its campaign. */
export interface CampaignHint {
  hint: Hint;
  table: RecognisedTable;
  /** The indicators it is about. */
  entities: readonly string[];
  /** Why somebody put it aside; null while it counts. */
  dismissed: string | null;
}
