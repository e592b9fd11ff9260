import { parseEntity, rowEntity } from '../../model/entity';
import type { OpValue } from '../../model/op';
import type { Indicator, RecognisedTable, Section } from '../../model/table';
import { entityOfKey } from '../journal-keys';
import type { DraftOperation } from './draft-operation';
import { receivedKey } from './place-keys';
import { longestRise } from './row-moves';

/**
 * What the journal says of a row as such, in the fields of its row entity: `section` (code, of a new row), `place` (place-keys.ts) and
 * `removed`. What is only being drafted stands in "draft:section" and so on, and counts once it is applied.
 */
export const ROW_FIELDS = ['section', 'place', 'removed'] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** Where the draft of a row's field or wording is kept until it is applied. */
export const draftField = (field: string): string => `draft:${field}`;

export type ReadRow = (id: string, field: RowField) => OpValue | undefined;

/** A row of a section, removed ones included, in the order they stand in. */
export interface PlacedRow {
  id: string;
  /** null for a new one. */
  indicator: Indicator | null;
  place: string;
  removed: boolean;
}

export const isNewRow = (id: string): boolean => id.startsWith('+');

/** Ids of new rows of this table that the journal speaks of at all. */
export function newRowIds(table: Pick<RecognisedTable, 'sheet' | 'ordinal'>, keys: Iterable<string>): Set<string> {
  const ids = new Set<string>();
  for (const key of keys) {
    const entity = entityOfKey(key);
    const parsed = entity.startsWith('row:') ? parseEntity(entity) : null;
    if (parsed?.kind !== 'row' || !isNewRow(parsed.id)) continue;
    if (parsed.sheet === table.sheet && parsed.ordinal === table.ordinal) ids.add(parsed.id);
  }
  return ids;
}

/** `section` as received. */
export function rowOrder(section: Section, newIds: Iterable<string>, read: ReadRow): PlacedRow[] {
  const text = (value: OpValue | undefined) => (typeof value === 'string' && value !== '' ? value : null);
  const rows: PlacedRow[] = section.indicators.map((indicator, index) => ({
    id: indicator.code,
    indicator,
    place: text(read(indicator.code, 'place')) ?? receivedKey(index),
    removed: read(indicator.code, 'removed') === true,
  }));
  for (const id of newIds) {
    if (read(id, 'section') !== section.code) continue;
    rows.push({
      id,
      indicator: null,
      place: text(read(id, 'place')) ?? receivedKey(section.indicators.length),
      removed: read(id, 'removed') === true,
    });
  }
  return rows.sort((a, b) => compare(a.place, b.place) || compare(a.id, b.id));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const rowReader =
  (table: Pick<RecognisedTable, 'sheet' | 'ordinal'>, read: (entity: string, field: string) => OpValue | undefined) =>
  (id: string, field: RowField): OpValue | undefined =>
    read(rowEntity(table.sheet, table.ordinal, id), field);

/** From the section as received to this order. Rows that keep their place among the others are not moved. */
export function orderOperations(section: Section, rows: readonly PlacedRow[]): DraftOperation[] {
  const index = new Map(section.indicators.map((indicator, at) => [indicator.code, at]));
  const still = longestRise(rows.flatMap(({ id }) => index.get(id) ?? []));
  const operations: DraftOperation[] = [];
  let after: string | null = null;
  for (const { id, removed } of rows) {
    const was = index.get(id);
    const stays = was !== undefined && still.has(was);
    if (removed && !stays) continue;
    if (was === undefined) operations.push({ kind: 'add', id, after });
    else if (!stays) operations.push({ kind: 'move', code: id, after });
    // A row that is to be removed marks its place until then, and lends its look.
    after = id;
  }
  for (const { id, removed } of rows) {
    if (removed && index.has(id)) operations.push({ kind: 'remove', code: id });
  }
  return operations;
}
