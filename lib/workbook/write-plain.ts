import { type CellObject, type DefinedName, utils, type WorkSheet, write } from 'xlsx';
import type { CellValue } from '../model/cells';
import { MAX_TEXT_LENGTH } from './fill/cell-text';
import { dressAsLists, headRows } from './plain-look';
import { withoutForbidden } from './styled/xml';

export interface PlainSheet {
  name: string;
  rows: readonly (readonly CellValue[])[];
  /** In characters, by column. */
  widths?: readonly number[];
}

const MAX_NAME_LENGTH = 31;

/** A new workbook for lists of ours, title and headings on top. Text stays text, whatever character it begins with. */
export function writePlainWorkbook(sheets: readonly PlainSheet[]): Uint8Array {
  const book = utils.book_new();
  const taken = new Set<string>();
  const printTitles: DefinedName[] = [];
  for (const { name, rows, widths } of sheets) {
    const sheet: WorkSheet = utils.aoa_to_sheet(rows.map(row => row.map(cellObject)));
    if (widths) sheet['!cols'] = widths.map(wch => ({ wch }));
    const given = freeName(name, taken);
    utils.book_append_sheet(book, sheet, given);
    const printed = `'${given.replace(/'/g, "''")}'!$1:$${headRows(rows)}`;
    printTitles.push({ Name: '_xlnm.Print_Titles', Ref: printed, Sheet: printTitles.length });
  }
  book.Workbook = { Names: printTitles };
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: true }) as ArrayBuffer);
  return dressAsLists(bytes, sheets);
}

/** Typed here, because the library guesses: "=1+1" must not become a formula, nor "2023-12-31" a date. */
function cellObject(value: CellValue): CellObject | null {
  if (value === null) return null;
  if (typeof value === 'string') return { t: 's', v: cellText(value) };
  return typeof value === 'number' ? { t: 'n', v: value } : { t: 'b', v: value };
}

/** A list is for reading: what no cell can hold, out of a hostile file perhaps, must not keep the rest of it from being written. */
function cellText(text: string): string {
  const clean = withoutForbidden(text);
  return clean.length <= MAX_TEXT_LENGTH
    ? clean
    : `${clean.slice(0, MAX_TEXT_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What Excel accepts as a sheet's name: short, without []:*?/\ and, regardless of case, given once. */
function freeName(wanted: string, taken: Set<string>): string {
  const base =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'|'$/g, ' ')
      .trim() || 'Sheet';
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = [...base].slice(0, MAX_NAME_LENGTH - suffix.length).join('') + suffix;
    const key = name.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}
