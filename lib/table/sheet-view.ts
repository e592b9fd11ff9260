import type { CellPosition, CellRange } from '../model/address';
import type { CellGrid, GridCell } from '../model/cells';

const KEPT_ROWS = 64;
const WIDEST_KEPT = 256;
const FIRST_CELLS = 4;

/**
 * A grid with its merges at hand. A merge is filed under its shorter side (each row it covers, or each column), so
 * that neither a merge of a million rows nor one of sixteen thousand columns costs more than its breadth.
 */
export class SheetView {
  private readonly byRow = new Map<number, CellRange[]>();
  private readonly kept: { row: number; cells: (GridCell | undefined)[] }[] = [];
  private readonly byColumn = new Map<number, CellRange[]>();

  constructor(readonly grid: CellGrid) {
    for (const merge of grid.merges) {
      const { top, left, bottom, right } = merge;
      if (bottom - top <= right - left) for (let row = top; row <= bottom; row++) file(this.byRow, row, merge);
      else for (let column = left; column <= right; column++) file(this.byColumn, column, merge);
    }
    for (const merges of this.byColumn.values()) merges.sort((a, b) => a.top - b.top);
  }

  /** Cells are decoded when asked for, and reading asks for those of a few neighbouring rows again and again. */
  cell(row: number, column: number): GridCell | undefined {
    const slot = row % KEPT_ROWS;
    let kept = this.kept[slot];
    if (!kept) {
      kept = { row, cells: [] };
      this.kept[slot] = kept;
    } else if (kept.row !== row) {
      kept.row = row;
      kept.cells.length = 0;
    }
    if (column >= WIDEST_KEPT) return this.grid.cell(row, column);
    if (!(column in kept.cells)) kept.cells[column] = this.grid.cell(row, column);
    return kept.cells[column];
  }

  merge(row: number, column: number): CellRange | undefined {
    const inRow = this.byRow.get(row)?.find(merge => column >= merge.left && column <= merge.right);
    if (inRow) return inRow;
    const inColumn = this.byColumn.get(column);
    return inColumn && mergeAtRow(inColumn, row);
  }

  /** Where the cell's value lives: the merge's top left corner, or the cell itself. */
  anchor(row: number, column: number): CellPosition {
    const merge = this.merge(row, column);
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  }

  /** The cell as a person sees it: a covered cell shows its merge's content. */
  shown(row: number, column: number): GridCell | undefined {
    const { row: anchorRow, column: anchorColumn } = this.anchor(row, column);
    return this.cell(anchorRow, anchorColumn);
  }

  /** The columns of this row that hold something of their own, within the given ones. */
  filled(row: number, left: number, right: number): readonly number[] {
    const columns = this.grid.filledColumns(row);
    const within = columns.every(column => column >= left && column <= right);
    const inside = within ? columns : columns.filter(column => column >= left && column <= right);
    const blank = (column: number) => isBlank(this.cell(row, column));
    // Spaces matter where they are all that a row seems to hold; a row of data is not looked through for them.
    return inside.slice(0, FIRST_CELLS).some(blank) ? inside.filter(column => !blank(column)) : inside;
  }
}

/** A cell of spaces only looks empty to everyone but a parser. */
export function isBlank(cell: GridCell | undefined): boolean {
  return cell === undefined || (cell.kind === 'text' && cell.text.trim() === '');
}

function file(index: Map<number, CellRange[]>, key: number, merge: CellRange): void {
  const list = index.get(key);
  if (list) list.push(merge);
  else index.set(key, [merge]);
}

function mergeAtRow(sorted: readonly CellRange[], row: number): CellRange | undefined {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const merge = sorted[middle]!;
    if (row < merge.top) high = middle - 1;
    else if (row > merge.bottom) low = middle + 1;
    else return merge;
  }
  return undefined;
}
