import { type CellRange, formatAddress } from '../../model/address';
import type { CellGrid } from '../../model/cells';
import type { MovedRows } from '../../model/drafted-rows';

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
