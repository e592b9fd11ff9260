import type { MergedGrid } from './merged-grid';

/** From a base column (0-based) to where it stands in the returned sheet. */
export type ColumnMap = ReadonlyMap<number, number>;

/** A header stands near the top; a table that was moved below some notes is found as well. */
const HEADER_SEARCH_ROWS = 2_000;
/** Rows that are looked at to tell columns apart by what stands in them. */
const SAMPLED_ROWS = 200;

/** Of the headings that the best row holds. */
const NEARLY_ALL = 0.75;

interface HeaderPlace {
  row: number;
  score: number;
}

/**
 * Where each column of a table is now: by its heading, then by what stands in it, then by its place between columns that are
 * certain. A column that cannot be told is left out.
 */
export function alignTableColumns(
  base: MergedGrid,
  returned: MergedGrid,
  columns: readonly number[],
  headerRows: readonly number[],
  taken: ReadonlySet<number>,
): { columns: ColumnMap; headerRow: number } | null {
  const place = findHeader(base, returned, columns, headerRows, taken);
  if (!place) return null;
  const first = headerRows[0]!;
  const heading = (grid: MergedGrid, column: number, shift: number) =>
    headerRows.map(row => grid.key(row + shift, column)).join('\u0000');
  const shift = place.row - first;
  const ours = columns.map(column => heading(base, column, 0));
  const theirs = Array.from({ length: returned.grid.columnCount }, (_, column) => heading(returned, column, shift));
  const map = new Map<number, number>();
  for (const key of new Set(ours)) {
    if (key.replaceAll('\u0000', '') === '') continue;
    const from = columns.filter((_, index) => ours[index] === key);
    const to = theirs.flatMap((other, column) => (other === key ? [column] : []));
    // Two columns of one heading are told by their order, if both are still there.
    if (from.length === to.length) for (const [index, column] of from.entries()) map.set(column, to[index]!);
  }
  addByContent(base, returned, columns, map);
  addByPlace(columns, returned.grid.columnCount, map);
  return { columns: map, headerRow: place.row };
}

/** The same for a sheet without a table. */
export function alignPlainColumns(base: MergedGrid, returned: MergedGrid): ColumnMap {
  const columns = Array.from({ length: base.grid.columnCount }, (_, column) => column);
  const map = new Map<number, number>();
  const same = columns.filter(column => likeness(base, returned, column, column) >= 0.5);
  for (const column of same) map.set(column, column);
  if (same.length < columns.length) addByContent(base, returned, columns, map);
  addByPlace(columns, returned.grid.columnCount, map);
  const unmoved = [...map].every(([from, to]) => from === to);
  const used = new Set(map.values());
  for (const column of columns) if (unmoved && !map.has(column) && !used.has(column)) map.set(column, column);
  return map;
}

/**
 * The first row that no other table has and that holds about as many of the headings as any: one heading may have been written
 * anew where the header is printed again, whole, further down.
 */
function findHeader(
  base: MergedGrid,
  returned: MergedGrid,
  columns: readonly number[],
  headerRows: readonly number[],
  taken: ReadonlySet<number>,
): HeaderPlace | null {
  const first = headerRows[0];
  if (first === undefined) return null;
  // By level: a header of two rows is not found one row too high, where its first row stands second.
  const headings = (grid: MergedGrid, row: number, level: number, of: readonly number[]) =>
    of.flatMap(column => (grid.isAnchor(row, column) ? grid.key(row, column) || [] : [])).map(key => `${level} ${key}`);
  const wanted = new Set(headerRows.flatMap((row, level) => headings(base, row, level, columns)));
  const places: HeaderPlace[] = [];
  const last = Math.min(returned.grid.rowCount, HEADER_SEARCH_ROWS);
  for (let row = 0; row < last; row++) {
    if (taken.has(row)) continue;
    const found = headerRows.flatMap((headerRow, level) => {
      const here = row + headerRow - first;
      return headings(returned, here, level, returned.grid.filledColumns(here)).filter(heading => wanted.has(heading));
    });
    const score = new Set(found).size;
    if (score > 0 && score * 2 >= wanted.size) places.push({ row, score });
  }
  const most = places.reduce((best, { score }) => Math.max(best, score), 0);
  return places.find(({ score }) => score >= most * NEARLY_ALL) ?? null;
}

function addByContent(
  base: MergedGrid,
  returned: MergedGrid,
  columns: readonly number[],
  map: Map<number, number>,
): void {
  const free = new Set(Array.from({ length: returned.grid.columnCount }, (_, column) => column));
  for (const used of map.values()) free.delete(used);
  for (const column of columns) {
    if (map.has(column)) continue;
    const ranked = [...free]
      .map(candidate => ({ candidate, likeness: likeness(base, returned, column, candidate) }))
      .sort((a, b) => b.likeness - a.likeness);
    const [best, second] = ranked;
    if (!best || best.likeness < 0.5 || (second && second.likeness > best.likeness - 0.2)) continue;
    map.set(column, best.candidate);
    free.delete(best.candidate);
  }
}

/** Share of the base column's texts that stand in the other column. */
function likeness(base: MergedGrid, returned: MergedGrid, column: number, other: number): number {
  const texts = (grid: MergedGrid, at: number) => {
    const keys = new Set<string>();
    const rows = Math.min(grid.grid.rowCount, SAMPLED_ROWS);
    for (let row = 0; row < rows; row++) {
      if (grid.isAnchor(row, at)) keys.add(grid.key(row, at));
    }
    keys.delete('');
    return keys;
  };
  const ours = texts(base, column);
  if (ours.size === 0) return 0;
  const theirs = texts(returned, other);
  return [...ours].filter(key => theirs.has(key)).length / ours.size;
}

/** As many unknown columns here as there, between the same neighbours: they are the same ones. */
function addByPlace(columns: readonly number[], columnCount: number, map: Map<number, number>): void {
  if (map.size === 0) return;
  const used = new Set(map.values());
  let gap: number[] = [];
  let before = -1;
  for (const column of [...columns, Number.POSITIVE_INFINITY]) {
    const here = map.get(column);
    if (here === undefined && column !== Number.POSITIVE_INFINITY) {
      gap.push(column);
      continue;
    }
    const end = here ?? Math.max(columnCount, before + 1 + gap.length);
    const room: number[] = [];
    for (let at = before + 1; at < end; at++) if (!used.has(at)) room.push(at);
    const fits = before >= 0 || here !== undefined;
    const isTail = here === undefined;
    if (fits && gap.length > 0 && (room.length === gap.length || (isTail && room.length > gap.length))) {
      for (const [index, missing] of gap.entries()) map.set(missing, room[index]!);
    }
    gap = [];
    before = here ?? before;
  }
}
