import type { CellRange } from '../../model/address';
import { type SheetSnapshot, STORED_KIND } from '../../model/sheet-snapshot';
import type { FilledCell } from '../formulas/evaluation';
import { type CellContent, FormulaFault } from '../formulas/values';

/** The non-empty cells of a sheet as formulas see them; what is filled is set over what the file has. */
export class SheetContents {
  private readonly rows = new Map<number, Map<number, CellContent>>();
  private readonly hiddenRows = new Set<number>();

  constructor(snapshot: SheetSnapshot) {
    const { rowStart, columns, kinds, numbers, textBytes, textStart, rows } = snapshot;
    rows.index.forEach((row, at) => {
      if (rows.hidden[at]) this.hiddenRows.add(row);
    });
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const textOf = (index: number) => decoder.decode(textBytes.subarray(textStart[index], textStart[index + 1]));
    for (let row = 0; row + 1 < rowStart.length; row++) {
      for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
        const kind = kinds[at];
        const number = numbers[at]!;
        if (kind === STORED_KIND.blank) continue;
        if (kind === STORED_KIND.text) this.set(row, columns[at]!, textOf(number));
        else if (kind === STORED_KIND.error) this.set(row, columns[at]!, new FormulaFault(textOf(number)));
        else this.set(row, columns[at]!, kind === STORED_KIND.boolean ? number === 1 : number);
      }
    }
  }

  set(row: number, column: number, content: CellContent): void {
    const cells = this.rows.get(row) ?? new Map<number, CellContent>();
    this.rows.set(row, cells);
    if (content === null) cells.delete(column);
    else cells.set(column, content);
  }

  /** null for an empty cell. */
  at(row: number, column: number): CellContent {
    const cells = this.rows.get(row);
    return cells?.has(column) ? cells.get(column) : null;
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row);
  }

  *within({ top, bottom, left, right }: CellRange): Generator<FilledCell> {
    // A reference to whole columns names a million rows; the sheet has fewer.
    const rows = bottom - top < this.rows.size ? undefined : [...this.rows.keys()].filter(r => r >= top && r <= bottom);
    for (const row of rows ?? Array.from({ length: bottom - top + 1 }, (_, index) => top + index)) {
      for (const [column, content] of this.rows.get(row) ?? []) {
        if (column >= left && column <= right) yield { row, column, content };
      }
    }
  }
}
