import { type CellRange, formatAddress, formatRange, MAX_COLUMNS, parseAddress } from '../../model/address';
import { AppError } from '../../model/app-error';
import type { AppendableRole } from '../../model/columns';
import type { Book } from '../fill/book';
import { EMPTY, encodeValue } from '../fill/encoded-value';
import type { AppendColumns, AppendedColumn } from '../fill/fill-contract';
import type { SheetWriter } from '../fill/sheet-writer';
import { setColumnWidths } from './column-widths';
import { APPENDED_WIDTHS, isLongText, modelColumns } from './model-columns';
import { fitToPage, pageWidth } from './page-setup';
import { widenPrintArea } from './print-area';
import { TableCells } from './table-cells';
import { changeMerges } from './wider-merges';

/**
 * Adds columns directly right of a table, in the table's own look, and leaves the sheet ready to be filled there.
 * @returns the column (0-based) of each role
 * @throws AppError append-blocked where something stands in the way
 */
export async function appendColumns(
  book: Book,
  request: AppendColumns,
): Promise<Partial<Record<AppendableRole, number>>> {
  const { range, columns } = request;
  const index = book.sheetIndex(request.sheet);
  if (index === null) throw new AppError('no-such-sheet', { sheet: request.sheet });
  const first = range.right + 1;
  const last = range.right + columns.length;
  if (last >= MAX_COLUMNS) throw new AppError('cell-outside-sheet', { row: range.top + 1, column: last + 1 });
  if (columns.length === 0) return {};

  const writer = await book.writer(index);
  const { map } = writer;
  const cells = new TableCells(map, await book.layout(index), book.strings, range.bottom);
  const wider = widerMerges(cells, request, last);
  checkFree(cells, request, last, wider);

  const headerBlocks = [request.headerRows, ...consecutive(request.repeatedHeaderRows)].map(rows =>
    rows.map(r => r - 1),
  );
  const headers = new Set(headerBlocks.flat());
  const fullWidth = new Set(wider.flatMap(({ from }) => rowsOf(from)));
  const body = rowsOf(range).filter(row => !headers.has(row) && !fullWidth.has(row));
  const models = modelColumns(cells, range, body, book.styles);

  for (const rows of headerBlocks) writeHeadings(book, writer, cells, rows, range.right, columns);
  for (const row of body) {
    columns.forEach(({ role }, i) => {
      const long = isLongText(role);
      const style = cells.shownStyle(row, long ? models.text : models.short);
      writer.setCell({ row, column: first + i }, EMPTY, long ? book.styles.wrapped(style) : style);
    });
  }
  for (const { from, to } of wider) extendLook(writer, cells, from, to);

  const bodyRows = new Set(body);
  const groups = (request.rowGroups ?? [])
    .map(group => ({ top: group.first - 1, bottom: group.last - 1 }))
    .filter(group => rowsOf(group).every(row => bodyRows.has(row)));
  const added = [...headerBlocks.map(bounds), ...groups]
    .filter(({ top, bottom }) => bottom > top)
    .flatMap(rows => columns.map((_, i) => ({ ...rows, left: first + i, right: first + i })));
  const ranges = new Map(wider.map(({ from, to }) => [formatRange(from), to]));
  const widths = columns.map(({ role, width }) => width ?? APPENDED_WIDTHS[role]);
  // In the order of the schema: insertions at one place keep the order they are made in.
  const changes = [
    fitToPage(map),
    setColumnWidths(map, first, widths),
    ...changeMerges(map, ranges, added),
    pageWidth(map),
  ];
  for (const change of changes) writer.replace(change);
  widenPrintArea(book, index, range, last);
  book.settle(index);
  return Object.fromEntries(columns.map(({ role }, i) => [role, first + i]));
}

interface WiderMerge {
  from: CellRange;
  to: CellRange;
}

/** Title, section rows, notes: merges over the table's whole width go over the appended columns too. */
function widerMerges(cells: TableCells, { range, titleCells }: AppendColumns, last: number): WiderMerge[] {
  const top = titleCells.map(cell => parseAddress(cell)?.row ?? range.top).reduce((a, b) => Math.min(a, b), range.top);
  return cells.map.merges
    .filter(merge => merge.left <= range.left && merge.right >= range.right && merge.right < last)
    .filter(merge => merge.top >= top && merge.bottom <= range.bottom)
    .map(from => ({ from, to: { ...from, right: last } }))
    .filter(({ from, to }) => from.top >= range.top || isFree(cells, { ...to, left: from.right + 1 }));
}

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
    for (let column = range.right + 1; column <= last; column++) {
      const merge = cells.mergeAt(row, column);
      const blocked = merge ? !own.has(formatRange(merge)) && merge.left > range.left : !cells.isEmpty(row, column);
      if (blocked) throw new AppError('append-blocked', { sheet, cell: formatAddress({ row, column }) });
    }
  }
}

function writeHeadings(
  book: Book,
  writer: SheetWriter,
  cells: TableCells,
  rows: readonly number[],
  neighbour: number,
  columns: readonly AppendedColumn[],
): void {
  for (const row of rows) {
    columns.forEach(({ heading }, i) => {
      const value = row === rows[0] ? encodeValue(heading, writer.map.prefix, book.strings) : EMPTY;
      if (value.type === 's') book.strings?.countReference(1);
      writer.setCell({ row, column: neighbour + 1 + i }, value, cells.shownStyle(row, neighbour));
    });
  }
}

/** The new cells of a merge look like its last one, whose right border they carry on; like its first where that is all there is. */
function extendLook(writer: SheetWriter, cells: TableCells, from: CellRange, to: CellRange): void {
  for (const row of rowsOf(from)) {
    for (let column = from.right + 1; column <= to.right; column++) {
      writer.setCell(
        { row, column },
        EMPTY,
        cells.has(row, from.right) ? cells.ownStyle(row, from.right) : cells.shownStyle(row, from.right),
      );
    }
  }
}

function rowsOf({ top, bottom }: Pick<CellRange, 'top' | 'bottom'>): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
}

function columnsOf({ left, right }: Pick<CellRange, 'left' | 'right'>): number[] {
  return Array.from({ length: right - left + 1 }, (_, i) => left + i);
}

function bounds(rows: readonly number[]): { top: number; bottom: number } {
  return { top: Math.min(...rows), bottom: Math.max(...rows) };
}

/** [5, 6, 20, 21] → [[5, 6], [20, 21]] */
function consecutive(rows: readonly number[]): number[][] {
  const blocks: number[][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const block = blocks.at(-1);
    if (block && row === block.at(-1)! + 1) block.push(row);
    else blocks.push([row]);
  }
  return blocks;
}
