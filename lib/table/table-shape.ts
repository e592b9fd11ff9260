import type { RecognisedTable } from '../model/table';
import { matchKey } from '../model/text';

interface Headed {
  header: string;
}

/**
 * What makes two tables the same form: their headings in order, whatever sheet, row, year or unit they stand for. Plain
 * text, so that what is remembered by it can be read.
 */
export function tableShape(columns: readonly Headed[]): string {
  return columns.map(column => matchKey(column.header)).join('|');
}

/** The shape of a whole workbook: those of its tables, in order. */
export function workbookShape(tables: readonly Pick<RecognisedTable, 'columns'>[]): string {
  return tables.map(table => tableShape(table.columns)).join('\n');
}

export function questionId(columns: readonly Headed[], column: Headed): string {
  return `${tableShape(columns)}#${columns.indexOf(column) + 1}`;
}
