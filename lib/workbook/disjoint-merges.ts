import type { CellRange } from '../model/address';
import { WORKBOOK_LIMITS } from './limits';
import { disjointRanges } from './sweep-ranges';

/**
 * The merges of a sheet that count, for reading and filling alike: of two that overlap the upper left one, and none of a single
 * cell. From the top.
 */
export function disjointMerges(listed: readonly CellRange[]): CellRange[] {
  const merging = listed.filter(({ top, left, bottom, right }) => bottom > top || right > left);
  return disjointRanges(merging.slice(0, WORKBOOK_LIMITS.merges));
}
