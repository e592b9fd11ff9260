import { type CellRange, formatAddress } from '../../model/address';
import type { CellGrid } from '../../model/cells';

/**
 * What became of a sheet's rows. The journal names cells as they stood in the workbook as received, for good: a colleague who has not
 * drafted anything yet and one who has speak of the same cell by the same name. Plain data, handed from the worker to the page.
 */
export interface MovedRows {
  sheet: string;
  /** For each row of the drafted sheet: the row it was (both 0-based), or the id of a new one. */
  order: readonly (number | string)[];
  /** Rows of the sheet as received that `order` speaks of; those beyond follow at an even distance. */
  received: number;
  /** Merges over several rows that are anchored in another row now: addresses of the anchor as received, and now. */
  anchors: readonly (readonly [received: string, now: string])[];
}

/** What `changeRows` says of its rows (1-based). */
interface ChangedRows {
  rowMap(row: number): number | null;
  inserted: ReadonlyMap<string, number>;
}

export function movedRows(before: CellGrid, after: CellGrid, changed: ChangedRows): MovedRows {
  const order: (number | string)[] = [];
  for (let row = 0; row < before.rowCount; row++) {
    const now = changed.rowMap(row + 1);
    if (now !== null) order[now - 1] = row;
  }
  for (const [id, row] of changed.inserted) order[row - 1] = id;
  return { sheet: before.name, order, received: before.rowCount, anchors: movedAnchors(before, after, order) };
}

function movedAnchors(before: CellGrid, after: CellGrid, order: MovedRows['order']): [string, string][] {
  const anchorsBefore = tallAnchors(before.merges);
  const anchors = new Map<string, string>();
  const kept = new Map(order.map((was, row) => [was, row]));
  for (const { top, bottom, left } of after.merges.filter(isTall)) {
    for (let row = top; row <= bottom; row++) {
      const was = order[row];
      if (typeof was !== 'number') continue;
      const received = anchorsBefore.get(placeKey(was, left)) ?? { row: was, column: left };
      anchors.set(formatAddress(received), formatAddress({ row: top, column: left }));
      break;
    }
  }
  // A merge of which one row is left is none any more.
  for (const { top, bottom, left } of before.merges.filter(isTall)) {
    const received = formatAddress({ row: top, column: left });
    for (let row = top; row <= bottom && !anchors.has(received); row++) {
      const now = kept.get(row);
      if (now !== undefined) anchors.set(received, formatAddress({ row: now, column: left }));
    }
  }
  return [...anchors];
}

const isTall = ({ top, bottom }: CellRange): boolean => bottom > top;
const placeKey = (row: number, column: number): string => `${row},${column}`;

/** The anchor of every cell in the left column of a merge over several rows. */
function tallAnchors(merges: readonly CellRange[]): Map<string, { row: number; column: number }> {
  const anchors = new Map<string, { row: number; column: number }>();
  for (const { top, bottom, left } of merges.filter(isTall)) {
    for (let row = top; row <= bottom; row++) anchors.set(placeKey(row, left), { row: top, column: left });
  }
  return anchors;
}
