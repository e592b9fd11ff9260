import type { MergedGrid } from './merged-grid';
import { similarity } from './text-similarity';

/** Above this many pairs to weigh, rows of one gap stay unpaired. */
const MOST_WEIGHED = 250_000;
const RELATED = 0.4;

/**
 * Pairs rows that are no indicator's: those of the same texts wherever they stand; where one text stands in several rows and not
 * in as many here as there (a header printed anew above every section), and for all others, between rows that are certain: as many
 * as there are on both sides, else the most alike in their order. What is left over is in neither side's pair.
 */
export function alignRows(
  base: MergedGrid,
  returned: MergedGrid,
  baseRows: readonly number[],
  returnedRows: readonly number[],
  certain: ReadonlyMap<number, number>,
): Map<number, number> {
  const pairs = new Map<number, number>();
  const ours = rowsByKey(base, baseRows);
  const theirs = rowsByKey(returned, returnedRows);
  for (const [key, rows] of ours) {
    const same = theirs.get(key) ?? [];
    if (same.length === rows.length) for (const [index, row] of rows.entries()) pairs.set(row, same[index]!);
  }
  pairGaps(base, returned, baseRows, returnedRows, pairs, certain);
  const used = new Set(pairs.values());
  for (const [key, rows] of ours) {
    const left = (theirs.get(key) ?? []).filter(row => !used.has(row));
    for (const row of rows.filter(own => !pairs.has(own)).slice(0, left.length)) pairs.set(row, left.shift()!);
  }
  return pairs;
}

function rowsByKey(grid: MergedGrid, rows: readonly number[]): Map<string, number[]> {
  const byKey = new Map<string, number[]>();
  for (const row of rows) {
    const key = grid.rowKey(row);
    const same = byKey.get(key);
    if (same) same.push(row);
    else byKey.set(key, [row]);
  }
  return byKey;
}

function pairGaps(
  base: MergedGrid,
  returned: MergedGrid,
  baseRows: readonly number[],
  returnedRows: readonly number[],
  pairs: Map<number, number>,
  certain: ReadonlyMap<number, number>,
): void {
  const used = new Set(pairs.values());
  const free = returnedRows.filter(row => !used.has(row));
  if (free.length === 0) return;
  const fixed = [...certain, ...pairs].sort(([a], [b]) => a - b);
  const unpaired = baseRows.filter(row => !pairs.has(row));
  let at = 0;
  for (let place = 0; place <= fixed.length; place++) {
    const end = fixed[place]?.[0] ?? Number.POSITIVE_INFINITY;
    const gap: number[] = [];
    for (; at < unpaired.length && unpaired[at]! < end; at++) gap.push(unpaired[at]!);
    if (gap.length === 0) continue;
    const above = fixed[place - 1]?.[1] ?? -1;
    const below = fixed[place]?.[1] ?? Number.POSITIVE_INFINITY;
    const room = free.filter(row => row > above && row < below);
    if (room.length === gap.length) for (const [index, row] of gap.entries()) pairs.set(row, room[index]!);
    else if (gap.length * room.length <= MOST_WEIGHED) pairMostAlike(base, returned, gap, room, pairs);
  }
}

/** The order-keeping pairing with the greatest likeness in all. */
function pairMostAlike(
  base: MergedGrid,
  returned: MergedGrid,
  gap: readonly number[],
  room: readonly number[],
  pairs: Map<number, number>,
): void {
  const best = Array.from({ length: gap.length + 1 }, () => new Float64Array(room.length + 1));
  const alike = gap.map(row => room.map(other => similarity(base.rowKey(row), returned.rowKey(other))));
  for (let i = gap.length - 1; i >= 0; i--) {
    for (let j = room.length - 1; j >= 0; j--) {
      const both = alike[i]![j]! >= RELATED ? alike[i]![j]! + best[i + 1]![j + 1]! : 0;
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, both);
    }
  }
  for (let i = 0, j = 0; i < gap.length && j < room.length; ) {
    const both = alike[i]![j]! >= RELATED ? alike[i]![j]! + best[i + 1]![j + 1]! : 0;
    if (both > 0 && both === best[i]![j]) pairs.set(gap[i++]!, room[j++]!);
    else if (best[i + 1]![j]! >= best[i]![j + 1]!) i++;
    else j++;
  }
}
