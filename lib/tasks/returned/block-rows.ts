import type { ReturnedBlock } from './align-blocks';
import type { ColumnMap } from './align-columns';
import type { BaseBlock, BaseTable } from './merge-base';
import type { MergedGrid } from './merged-grid';

export interface BlockRows {
  /** Base row → returned row. */
  pairs: Map<number, number>;
  /** Base rows that are gone. */
  missing: number[];
  /** Returned rows within the indicator that were not handed out. */
  extra: number[];
  /** Answers stand in the extra rows: the indicator's answer was split up. */
  split: boolean;
}

/** Which row of an indicator is which, when both sides have found the indicator itself. */
export function blockRows(
  block: BaseBlock,
  place: ReturnedBlock,
  tops: ReadonlySet<number>,
  table: BaseTable,
  columns: ColumnMap,
  base: MergedGrid,
  returned: MergedGrid,
): BlockRows {
  const at = columns.get(block.identityColumn)!;
  const answers = table.answerColumns.flatMap(column => columns.get(column) ?? []);
  const printed = table.fixedColumns.flatMap(column => columns.get(column) ?? []);
  const theirs = returnedRows(block, place, tops, at, printed, answers, returned);
  const ours = Array.from({ length: block.bottom - block.top + 1 }, (_, index) => block.top + index);
  const pairs = new Map<number, number>([[ours[0]!, theirs[0]!]]);
  if (theirs.length === ours.length) for (const [index, row] of ours.entries()) pairs.set(row, theirs[index]!);
  else pairByTexts(ours, theirs, table, columns, base, returned, pairs);
  const paired = new Set(pairs.values());
  const extra = theirs.filter(row => !paired.has(row));
  const isFilled = (row: number, column: number) => returned.isAnchor(row, column) && returned.key(row, column) !== '';
  const split = extra.some(row => answers.some(column => isFilled(row, column)));
  return { pairs, missing: ours.filter(row => !pairs.has(row)), extra, split };
}

/** From the indicator's text down to the next one, as far as the rows hold something of it. */
function returnedRows(
  block: BaseBlock,
  place: ReturnedBlock,
  tops: ReadonlySet<number>,
  identityColumn: number,
  printed: readonly number[],
  answers: readonly number[],
  returned: MergedGrid,
): number[] {
  const height = block.bottom - block.top + 1;
  const rows = [place.top];
  for (let row = place.top + 1; row < returned.grid.rowCount && !tops.has(row); row++) {
    if (row > place.bottom) {
      const merge = returned.mergeAt(row, identityColumn);
      // A section's or a note's row: one cell across.
      if (merge && merge.left < identityColumn) break;
      const ownText = (column: number) => returned.isAnchor(row, column) && returned.key(row, column) !== '';
      if (!answers.some(ownText)) {
        if (rows.length >= height || !printed.some(ownText)) break;
      }
      // A subtotal has a label of its own where the indicator's rows stand empty.
      if (rows.length >= height && printed.some(ownText)) break;
    }
    rows.push(row);
  }
  return rows;
}

function pairByTexts(
  ours: readonly number[],
  theirs: readonly number[],
  table: BaseTable,
  columns: ColumnMap,
  base: MergedGrid,
  returned: MergedGrid,
  pairs: Map<number, number>,
): void {
  const all = [...table.fixedColumns, ...table.answerColumns];
  const baseKey = (row: number) =>
    all.map(column => (base.isAnchor(row, column) ? base.key(row, column) : '')).join('\u0000');
  const returnedKey = (row: number) =>
    all
      .map(column => columns.get(column))
      .map(column => (column !== undefined && returned.isAnchor(row, column) ? returned.key(row, column) : ''))
      .join('\u0000');
  let from = 1;
  for (const row of ours.slice(1)) {
    const key = baseKey(row);
    if (key.replaceAll('\u0000', '') === '') continue;
    const found = theirs.findIndex((other, index) => index >= from && returnedKey(other) === key);
    if (found < 0) continue;
    pairs.set(row, theirs[found]!);
    from = found + 1;
  }
}
