import { daysUntil } from './calendar-day';
import type { AnyEntry, Entry } from './item';

/** Those on the list. One that was removed unseen by who wrote into it still is. */
export const listed = <One extends AnyEntry>(entries: readonly One[]): One[] =>
  entries.filter(({ state }) => state !== 'removed');

export type FindingState = 'open' | 'overdue' | 'closed';

/** What a finding's own deadline means on `today` (ISO day). */
export function findingState({ fields }: Entry<'finding'>, today: string): FindingState {
  if (fields.closed.text !== '') return 'closed';
  // What is no day at all is overdue for nobody.
  return daysUntil(fields.deadline.text, today) < 0 ? 'overdue' : 'open';
}
