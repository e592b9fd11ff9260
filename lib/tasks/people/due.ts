import type { Item } from '../../model/item';
import type { DueState } from '../../model/people';

/** From here on a deadline is soon, in days. */
export const SOON = 14;
const DAY = 86_400_000;

/** Whole days from `today` to `date`, both ISO days; negative once it is past. */
export function daysUntil(date: string, today: string): number {
  return Math.round((Date.parse(`${date.slice(0, 10)}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY);
}

/** What the item's own deadline means today. What the table says is done (已完成) is not counted against anybody. */
export function dueState(item: Item, today: string): DueState {
  if (item.filled) return 'done';
  const { deadline } = item.indicator;
  if (deadline?.precision === 'done') return 'done';
  if (!deadline?.date) return 'open';
  const days = daysUntil(deadline.date, today);
  if (days < 0) return 'overdue';
  return days <= SOON ? 'soon' : 'open';
}
