import { read, type WorkBook, type WorkSheet } from 'xlsx';
import { type CellRange, parseRange } from '../../model/address';
import { cellKey } from './sheet-change';

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
 * Formulas as text. In the file they are compiled; SheetJS is used to read them, of the record stream alone, whose
 * bounds have been checked. A formula it cannot read, or a book it gives up on, has no text.
 */
export function readFormulas(stream: Uint8Array): BookFormulas {
  const book = parse(stream);
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
