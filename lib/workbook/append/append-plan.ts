import { type CellRange, formatAddress, formatRange, MAX_COLUMNS, parseAddress } from '../../model/address';
import { AppError } from '../../model/app-error';
import type { AppendColumns } from '../fill/fill-contract';
import type { TableCells } from './table-cells';

export interface WiderMerge {
  from: CellRange;
  to: CellRange;
}

/** Where the new columns stand and which rows play what part. All rows and columns are 0-based. */
export interface AppendPlan {
  first: number;
  last: number;
  /** The header, and each place where it is printed again: one row, or two of a two-level header. */
  headerBlocks: readonly (readonly number[])[];
  /** Rows whose new cells are to be filled: neither header nor merged over the whole width. */
  body: readonly number[];
  /** Title, section rows, notes: merges over the whole width, which go over the new columns too. */
  wider: readonly WiderMerge[];
  /** New merges: headings over two levels, cells over the rows of one answer. */
  merges: readonly CellRange[];
}

/** @throws AppError append-blocked, naming the first cell in the way; cell-outside-sheet */
export function planAppend(cells: TableCells, request: AppendColumns): AppendPlan {
  const { range } = request;
  const first = range.right + 1;
  const last = range.right + request.columns.length;
  if (last >= MAX_COLUMNS) throw new AppError('cell-outside-sheet', { row: range.top + 1, column: last + 1 });
  const wider = widerMerges(cells, request, last);
  checkFree(cells, request, last, wider);

  const repeated = request.repeatedHeaderRows.filter(row => repeatsHeadings(cells, request, row - 1));
  const headerBlocks = [request.headerRows, ...consecutive(repeated)].map(rows => rows.map(row => row - 1));
  const taken = new Set([...headerBlocks.flat(), ...wider.flatMap(({ from }) => rowsOf(from))]);
  const body = rowsOf(range).filter(row => !taken.has(row));
  const printedAgain = new Set(request.repeatedHeaderRows);
  const free = new Set(body.filter(row => !printedAgain.has(row + 1)));
  const groups = (request.rowGroups ?? [])
    .map(group => ({ top: group.first - 1, bottom: group.last - 1 }))
    .filter(group => rowsOf(group).every(row => free.has(row)));
  const merges = [...headerBlocks.map(bounds), ...groups]
    .filter(({ top, bottom }) => bottom > top)
    .flatMap(rows => columnsOf({ left: first, right: last }).map(column => ({ ...rows, left: column, right: column })));
  return { first, last, headerBlocks, body, wider, merges };
}

/** A title printed again, or a row of column numbers, belongs to the repeated header and has no headings. */
function repeatsHeadings(cells: TableCells, { range, headerRows }: AppendColumns, row: number): boolean {
  const texts = (r: number) => columnsOf(range).map(column => cells.text(r, column).replace(/\s/g, ''));
  const again = texts(row);
  return headerRows.some(headerRow => {
    const headings = texts(headerRow - 1);
    const same = headings.filter((heading, i) => heading !== '' && heading === again[i]).length;
    return same * 2 > headings.filter(heading => heading !== '').length;
  });
}

function widerMerges(cells: TableCells, { range, titleCells }: AppendColumns, last: number): WiderMerge[] {
  const top = titleCells.map(cell => parseAddress(cell)?.row ?? range.top).reduce((a, b) => Math.min(a, b), range.top);
  return cells.map.merges
    .filter(merge => merge.left <= range.left && merge.right >= range.right && merge.right < last)
    .filter(merge => merge.top >= top && merge.bottom <= range.bottom)
    .map(from => ({ from, to: { ...from, right: last } }))
    .filter(({ from, to }) => from.top >= range.top || isFree(cells, { ...to, left: from.right + 1 }));
}

/** Beside the title other things may stand: it then keeps its width. */
function isFree(cells: TableCells, area: CellRange): boolean {
  return rowsOf(area).every(row =>
    columnsOf(area).every(column => cells.isEmpty(row, column) && !cells.mergeAt(row, column)),
  );
}

function checkFree(
  cells: TableCells,
  { sheet, range }: AppendColumns,
  last: number,
  wider: readonly WiderMerge[],
): void {
  const own = new Set(wider.map(({ from }) => formatRange(from)));
  for (const row of rowsOf(range)) {
    for (const column of columnsOf({ left: range.right + 1, right: last })) {
      const merge = cells.mergeAt(row, column);
      const blocked = merge ? !own.has(formatRange(merge)) && merge.left > range.left : !cells.isEmpty(row, column);
      if (blocked) throw new AppError('append-blocked', { sheet, cell: formatAddress({ row, column }) });
    }
  }
}

export function rowsOf({ top, bottom }: Pick<CellRange, 'top' | 'bottom'>): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
}

export function columnsOf({ left, right }: Pick<CellRange, 'left' | 'right'>): number[] {
  return Array.from({ length: right - left + 1 }, (_, i) => left + i);
}

function bounds(rows: readonly number[]): { top: number; bottom: number } {
  return { top: Math.min(...rows), bottom: Math.max(...rows) };
}

/** [5, 6, 20, 21] → [[5, 6], [20, 21]] */
function consecutive(rows: readonly number[]): number[][] {
  const blocks: number[][] = [];
  let before = Number.NaN;
  for (const row of [...rows].sort((a, b) => a - b)) {
    if (row === before + 1) blocks[blocks.length - 1]!.push(row);
    else blocks.push([row]);
    before = row;
  }
  return blocks;
}
