import { read, type WorkBook, type WorkSheet } from 'xlsx';
import { type CellRange, parseRange } from '../../model/address';
import { RECORD } from './records';
import { sheetRecords } from './scan-sheet';
import { cellKey } from './sheet-change';
import type { WorkbookStream } from './workbook-stream';

/** A defined name, and the sheet it is for; null for the whole book. */
export interface DefinedName {
  name: string;
  text: string;
  sheet: number | null;
}

export interface FormulaText {
  /** Without "=". */
  text: string;
  /** The cells that an array formula fills; it stands in the first. */
  area: CellRange | null;
}

export interface BookFormulas {
  /** By the sheet's name, then by cellKey. */
  sheets: ReadonlyMap<string, ReadonlyMap<number, FormulaText>>;
  names: DefinedName[];
}

const NOTHING: BookFormulas = { sheets: new Map(), names: [] };

/**
 * A shared formula is written out once for each of its cells: 137 kB of records gave 16 MB of text in seconds. Bytes of
 * formula to write out in all; a sheet of 65,536 rows and five shared formulas of 40 bytes needs 13 million.
 */
const MAX_SHARED_BYTES = 16 * 1024 * 1024;
const SHARED_TOKEN = 0x01;
const TOKENS_AT = 22;

/**
 * Formulas as text. In the file they are compiled; SheetJS is used to read them, of the record stream alone, whose
 * bounds have been checked. A formula it cannot read, or a book it gives up on, has no text.
 */
export function readFormulas({ stream, globals }: Pick<WorkbookStream, 'stream' | 'globals'>): BookFormulas {
  const work = globals.sheets.reduce((sum, { position }) => sum + sharedBytes(stream, position), 0);
  const book = work > MAX_SHARED_BYTES ? null : parse(stream);
  if (!book) return NOTHING;
  return {
    sheets: new Map(book.SheetNames.map(name => [name, sheetFormulas(book.Sheets[name])])),
    names: (book.Workbook?.Names ?? []).map(({ Name, Ref, Sheet }) => ({
      name: Name,
      text: Ref,
      sheet: Sheet ?? null,
    })),
  };
}

/** At most what the sheet's shared formulas come to, written out for every cell that refers to one. */
function sharedBytes(stream: Uint8Array, position: number): number {
  let longest = 0;
  let cells = 0;
  for (const cursor of sheetRecords(stream, position)) {
    if (cursor.type === RECORD.SHARED_FORMULA || cursor.type === RECORD.ARRAY) longest = Math.max(longest, cursor.size);
    else if (cursor.type === RECORD.FORMULA && cursor.size > TOKENS_AT && cursor.u8(TOKENS_AT) === SHARED_TOKEN)
      cells++;
  }
  return longest * cells;
}

function sheetFormulas(sheet: WorkSheet | undefined): Map<number, FormulaText> {
  const rows: ({ f?: string; F?: string } | undefined)[][] = sheet?.['!data'] ?? [];
  const formulas = new Map<number, FormulaText>();
  for (const [row, cells] of rows.entries()) {
    cells?.forEach((cell, column) => {
      if (cell?.f) formulas.set(cellKey(row, column), { text: cell.f, area: cell.F ? parseRange(cell.F) : null });
    });
  }
  return formulas;
}

function parse(stream: Uint8Array): WorkBook | null {
  try {
    return read(stream, { type: 'array', dense: true, cellHTML: false, cellText: false });
  } catch {
    // Values and looks are read without it; formulas then count as beyond our grammar.
    return null;
  }
}
