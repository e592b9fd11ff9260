import type { Item } from '../../lib/model/item';
import { addPoints, type Points, pointsOf } from '../../lib/model/points';
import type { RecognisedTable } from '../../lib/model/table';

export interface Totals {
  items: number;
  filled: number;
  scored: number;
  weight: Points;
  selfScore: Points;
}

export interface SectionTotals extends Totals {
  /** Unique among all tables. */
  key: string;
  name: string;
  first: Item;
}

export function totalsOf(items: readonly Item[]): Totals {
  // 加分 lists come on top of the table's total.
  const counted = items.filter(item => isCounted(item.table));
  const points = (of: (item: Item) => Points | null): Points[] => counted.flatMap(item => of(item) ?? []);
  const scores = points(item => item.selfScore);
  return {
    items: items.length,
    filled: items.filter(item => item.filled).length,
    scored: scores.length,
    weight: addPoints(points(item => item.weight)),
    selfScore: addPoints(scores),
  };
}

export function sectionTotals(items: readonly Item[]): SectionTotals[] {
  const sections = new Map<string, Item[]>();
  for (const item of items) {
    const key = sectionKey(item);
    const known = sections.get(key);
    if (known) known.push(item);
    else sections.set(key, [item]);
  }
  return [...sections].map(([key, own]) => ({
    key,
    name: own[0]!.section.name,
    first: own[0]!,
    ...totalsOf(own),
  }));
}

export const sectionKey = ({ table, section }: Item): string => `${table.sheet}#${table.ordinal}:${section.code}`;

const isCounted = (table: RecognisedTable): boolean => table.kind === undefined || table.kind === 'indicators';

/** The total that the tables declare, where all of them do. */
export function declaredTotal(tables: readonly RecognisedTable[]): Points | null {
  const declared = tables.filter(isCounted).map(table => (table.total === null ? null : pointsOf(table.total)));
  return declared.length > 0 && declared.every(total => total !== null) ? addPoints(declared) : null;
}

/** The next item that is not filled, after `from` and round to the start; null when all are. */
export function nextMissing(items: readonly Item[], from: string | null): Item | null {
  const start = items.findIndex(item => item.entity === from) + 1;
  return [...items.slice(start), ...items.slice(0, start)].find(item => !item.filled) ?? null;
}
