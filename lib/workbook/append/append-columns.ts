import { type CellRange, formatRange } from '../../model/address';
import { AppError } from '../../model/app-error';
import type { AppendableRole } from '../../model/columns';
import type { Book } from '../fill/book';
import { EMPTY, encodeValue } from '../fill/encoded-value';
import type { AppendColumns } from '../fill/fill-contract';
import type { SheetWriter } from '../fill/sheet-writer';
import { type AppendPlan, columnsOf, planAppend, rowsOf, type WiderMerge } from './append-plan';
import { setColumnWidths } from './column-widths';
import { APPENDED_WIDTHS, isLongText, modelColumns } from './model-columns';
import { fitToPage, pageWidth } from './page-setup';
import { widenPrintArea } from './print-area';
import { TableCells } from './table-cells';
import { changeMerges } from './wider-merges';

interface Job {
  book: Book;
  writer: SheetWriter;
  cells: TableCells;
  request: AppendColumns;
  plan: AppendPlan;
}

/**
 * Adds columns directly right of a table, in the table's own look, and leaves the sheet ready to be filled there.
 * @returns the column (0-based) of each role
 * @throws AppError no-such-sheet, append-blocked where something stands in the way
 */
export async function appendColumns(
  book: Book,
  request: AppendColumns,
): Promise<Partial<Record<AppendableRole, number>>> {
  const { range, columns } = request;
  const index = book.sheetIndex(request.sheet);
  if (index === null) throw new AppError('no-such-sheet', { sheet: request.sheet });
  if (columns.length === 0) return {};

  const writer = await book.writer(index);
  const cells = new TableCells(writer.map, await book.layout(index), book.strings, range.bottom);
  const plan = planAppend(cells, request);
  const job: Job = { book, writer, cells, request, plan };
  for (const rows of plan.headerBlocks) writeHeadings(job, rows);
  writeBody(job);
  for (const merge of plan.wider) extendLook(job, merge);
  changeSheet(job);
  widenPrintArea(book, index, range, plan.last);
  book.settle(index);
  return Object.fromEntries(columns.map(({ role }, i) => [role, plan.first + i]));
}

/** In the look of the heading next to them; the text in the first of two levels, which are merged. */
function writeHeadings({ book, writer, cells, request, plan }: Job, rows: readonly number[]): void {
  for (const row of rows) {
    request.columns.forEach(({ heading }, i) => {
      const value = row === rows[0] ? encodeValue(heading, writer.map.prefix, book.strings) : EMPTY;
      if (value.type === 's') book.strings?.countReference(1);
      writer.setCell({ row, column: plan.first + i }, value, cells.shownStyle(row, request.range.right));
    });
  }
}

function writeBody({ book, writer, cells, request, plan }: Job): void {
  const models = modelColumns(cells, request.range, plan.body, book.styles);
  for (const row of plan.body) {
    request.columns.forEach(({ role }, i) => {
      const long = isLongText(role);
      const style = cells.shownStyle(row, long ? models.text : models.short);
      writer.setCell({ row, column: plan.first + i }, EMPTY, long ? book.styles.wrapped(style) : style);
    });
  }
}

/** A merge's new cells look like its last one, whose right border they carry on; like its first where there is no other. */
function extendLook({ writer, cells }: Job, { from, to }: WiderMerge): void {
  for (const row of rowsOf(from)) {
    const style = cells.has(row, from.right) ? cells.ownStyle(row, from.right) : cells.shownStyle(row, from.right);
    const added: Pick<CellRange, 'left' | 'right'> = { left: from.right + 1, right: to.right };
    for (const column of columnsOf(added)) writer.setCell({ row, column }, EMPTY, style);
  }
}

function changeSheet({ writer, request, plan }: Job): void {
  const { map } = writer;
  const wider = new Map(plan.wider.map(({ from, to }) => [formatRange(from), to]));
  const widths = request.columns.map(({ role, width }) => width ?? APPENDED_WIDTHS[role]);
  // In the order of the schema: insertions at one place keep the order they are made in.
  const changes = [
    fitToPage(map),
    setColumnWidths(map, plan.first, widths),
    ...changeMerges(map, wider, plan.merges),
    pageWidth(map),
  ];
  for (const change of changes) writer.replace(change);
}
