/** A table as it is seen: every place holds the cell that covers it, rowspan and colspan expanded. */
export interface TableGrid {
  rows: readonly (readonly (HTMLTableCellElement | undefined)[])[];
  placeOf(cell: Element): { row: number; column: number; rows: number; columns: number } | undefined;
}

const MOST_SPAN = 1_000;

export function gridOf(table: HTMLTableElement): TableGrid {
  const rows: (HTMLTableCellElement | undefined)[][] = [];
  const places = new Map<Element, { row: number; column: number; rows: number; columns: number }>();
  const count = table.rows.length;
  for (let row = 0; row < count; row++) {
    rows[row] ??= [];
    let column = 0;
    for (const cell of table.rows[row]!.cells) {
      while (rows[row]![column]) column++;
      const down = Math.min(cell.rowSpan || count - row, count - row);
      const across = Math.min(cell.colSpan || 1, MOST_SPAN);
      places.set(cell, { row, column, rows: down, columns: across });
      for (let r = row; r < row + down; r++) {
        rows[r] ??= [];
        for (let c = column; c < column + across; c++) rows[r]![c] = cell;
      }
      column += across;
    }
  }
  return { rows, placeOf: cell => places.get(cell) };
}
