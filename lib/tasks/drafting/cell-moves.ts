import { columnIndex, columnName, formatAddress, parseAddress } from '../../model/address';
import type { MovedRows } from '../../model/drafted-rows';

/** Where a cell of the drafted sheet stood in the workbook as received, or the new row it belongs to. */
export type ReceivedCell = { address: string } | { column: string; row: string };

/** From the cells of a sheet as received to those of the sheet with its drafted rows, and back. */
export class CellMoves {
  private readonly nowOfRow: ReadonlyMap<number | string, number>;
  private readonly nowOfAnchor: ReadonlyMap<string, string>;
  private readonly anchorOfNow: ReadonlyMap<string, string>;

  constructor(private readonly moved: MovedRows) {
    this.nowOfRow = new Map(moved.order.map((was, row) => [was, row]));
    this.nowOfAnchor = new Map(moved.anchors);
    this.anchorOfNow = new Map(moved.anchors.map(([received, now]) => [now, received]));
  }

  /** `address` is a merge's anchor. null where its row was removed. */
  now(address: string): string | null {
    const anchor = this.nowOfAnchor.get(address);
    if (anchor !== undefined) return anchor;
    const position = parseAddress(address);
    const row = position && this.nowRow(position.row);
    return position && row !== null ? formatAddress({ row: row!, column: position.column }) : null;
  }

  /** The cell of a new row; null where the row is not there (any more). */
  nowOfNew({ column, row }: { column: string; row: string }): string | null {
    const now = this.nowOfRow.get(row);
    const index = columnIndex(column);
    return now === undefined || index === null ? null : formatAddress({ row: now, column: index });
  }

  received(address: string): ReceivedCell {
    const anchor = this.anchorOfNow.get(address);
    if (anchor !== undefined) return { address: anchor };
    const position = parseAddress(address);
    if (!position) return { address };
    const { order, received } = this.moved;
    const was = position.row < order.length ? order[position.row]! : position.row - order.length + received;
    if (typeof was === 'string') return { column: columnName(position.column), row: was };
    return { address: formatAddress({ row: was, column: position.column }) };
  }

  private nowRow(row: number): number | null {
    const { order, received } = this.moved;
    if (row >= received) return row - received + order.length;
    return this.nowOfRow.get(row) ?? null;
  }
}
