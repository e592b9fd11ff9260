import { daysUntil } from '../../model/calendar-day';
import type { Item } from '../../model/item';
import type { DueState } from '../../model/people';

/** From here on a deadline is soon, in days. */
export const SOON = 14;

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
