import type { PageField } from '../../lib/model/page-field';
import { parsePoints } from '../../lib/model/points';

export type FieldState = 'todo' | 'done' | 'differs' | 'pageOnly' | 'empty' | 'maybe';

/** How a field of the page stands to the table. `held`: what the table holds; null where it has no such answer. */
export function fieldState({ tier, value }: Pick<PageField, 'tier' | 'value'>, held: string | null): FieldState {
  if (tier === 'maybe') return 'maybe';
  const [page, table] = [plain(value), plain(held ?? '')];
  if (page === '' && table === '') return 'empty';
  if (page === '') return 'todo';
  if (table === '') return 'pageOnly';
  return page === table || sameNumber(page, table) ? 'done' : 'differs';
}

/** Pages break lines and space in their own way. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

function sameNumber(a: string, b: string): boolean {
  const points = parsePoints(a);
  return points !== null && points === parsePoints(b);
}
