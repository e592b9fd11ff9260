import type { CellRange } from '../../model/address';
import type { AppendableRole } from '../../model/columns';
import { lastWhere } from '../../model/last';
import type { StyleTable } from '../fill/style-table';
import type { TableCells } from './table-cells';

/** Which of the table's columns the appended ones take their looks from. */
export interface ModelColumns {
  /** Long text, read from the left. */
  text: number;
  /** A few characters or a number, usually centred. */
  short: number;
}

/** Average length up to which a column counts as short: "2023年12月底前" is 10. */
const SHORT = 10;
const SAMPLE_ROWS = 200;

export function modelColumns(
  cells: TableCells,
  range: CellRange,
  bodyRows: readonly number[],
  styles: StyleTable,
): ModelColumns {
  const sample = bodyRows.slice(0, SAMPLE_ROWS);
  const columns = Array.from({ length: range.right - range.left + 1 }, (_, i) => range.left + i).map(column => {
    const texts = sample.map(row => cells.text(row, column)).filter(Boolean);
    const length = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
    const date = sample.some(row => styles.format(cells.shownStyle(row, column)).date);
    return { column, length, filled: texts.length, date };
  });
  const longest = columns.reduce((best, next) => (next.length >= best.length ? next : best));
  const short = lastWhere(columns, ({ length, filled, date }) => filled > 0 && length <= SHORT && !date);
  return { text: longest.column, short: short?.column ?? range.right };
}

const LONG_ROLES: ReadonlySet<AppendableRole> = new Set(['completion', 'evidence', 'remark']);

export function isLongText(role: AppendableRole): boolean {
  return LONG_ROLES.has(role);
}

/** In characters of the book's normal font; enough for the heading and for a line of what is usually written there. */
export const APPENDED_WIDTHS: Readonly<Record<AppendableRole, number>> = {
  department: 14,
  responsiblePerson: 12,
  completion: 42,
  selfScore: 10,
  evidence: 30,
  remark: 16,
};
