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
  /** Its first item, by entity. */
  first: string;
}

export interface CampaignTotals extends Totals {
  sections: readonly SectionTotals[];
}

const NONE: Totals = { items: 0, filled: 0, scored: 0, weight: addPoints([]), selfScore: addPoints([]) };

/** Totals that follow single items: an edit in a table of 10,000 indicators adds up one item, not all. */
export class RunningTotals {
  private readonly sections: SectionTotals[] = [];
  /** The place of each item's section. */
  private readonly sectionOf: number[];
  private all: Totals = NONE;
  private kept: CampaignTotals | null = null;

  constructor(items: readonly Item[]) {
    const places = new Map<string, number>();
    this.sectionOf = items.map(item => {
      const key = sectionKey(item);
      const known = places.get(key);
      if (known !== undefined) return known;
      this.sections.push({ ...NONE, key, name: item.section.name, first: item.entity });
      places.set(key, this.sections.length - 1);
      return this.sections.length - 1;
    });
    items.forEach((item, index) => {
      this.add(index, shareOf(item), 1);
    });
  }

  replace(index: number, before: Item, after: Item): void {
    this.add(index, shareOf(before), -1);
    this.add(index, shareOf(after), 1);
  }

  /** The same object until something changed. */
  get current(): CampaignTotals {
    this.kept ??= { ...this.all, sections: [...this.sections] };
    return this.kept;
  }

  private add(index: number, share: Totals, sign: 1 | -1): void {
    const place = this.sectionOf[index]!;
    const section = this.sections[place]!;
    this.sections[place] = { ...section, ...sum(section, share, sign) };
    this.all = sum(this.all, share, sign);
    this.kept = null;
  }
}

export const totalsOf = (items: readonly Item[]): Totals =>
  items.reduce((all, item) => sum(all, shareOf(item), 1), NONE);

/** What one item adds. 加分 lists come on top of the table's total and are not part of it. */
function shareOf(item: Item): Totals {
  const counts = isCounted(item.table);
  return {
    items: 1,
    filled: item.filled ? 1 : 0,
    scored: counts && item.selfScore !== null ? 1 : 0,
    weight: (counts && item.weight) || NONE.weight,
    selfScore: (counts && item.selfScore) || NONE.selfScore,
  };
}

function sum(a: Totals, b: Totals, sign: 1 | -1): Totals {
  return {
    items: a.items + sign * b.items,
    filled: a.filled + sign * b.filled,
    scored: a.scored + sign * b.scored,
    weight: (a.weight + sign * b.weight) as Points,
    selfScore: (a.selfScore + sign * b.selfScore) as Points,
  };
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
