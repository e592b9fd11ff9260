import { read, type WorkBook } from 'xlsx';
import { cellKey } from './sheet-change';

/** A defined name, and the sheet it is for; null for the whole book. */
export interface DefinedName {
  name: string;
  text: string;
  sheet: number | null;
}

export interface BookFormulas {
  /** By place of the sheet in the book, then by cellKey; without "=". */
  sheets: ReadonlyMap<number, string>[];
  names: DefinedName[];
}

const NOTHING: BookFormulas = { sheets: [], names: [] };

/**
 * Formulas as text. In the file they are compiled; SheetJS is used to read them, of the record stream alone, whose
 * bounds have been checked. A formula it cannot read, or a book it gives up on, has no text.
 */
export function readFormulas(stream: Uint8Array): BookFormulas {
  const book = parse(stream);
  if (!book) return NOTHING;
  return {
    sheets: book.SheetNames.map(name => {
      const rows: ({ f?: string } | undefined)[][] = book.Sheets[name]?.['!data'] ?? [];
      const formulas = new Map<number, string>();
      for (const [row, cells] of rows.entries()) {
        cells?.forEach((cell, column) => {
          if (cell?.f) formulas.set(cellKey(row, column), cell.f);
        });
      }
      return formulas;
    }),
    names: (book.Workbook?.Names ?? []).map(({ Name, Ref, Sheet }) => ({
      name: Name,
      text: Ref,
      sheet: Sheet ?? null,
    })),
  };
}

function parse(stream: Uint8Array): WorkBook | null {
  try {
    return read(stream, { type: 'array', dense: true, cellHTML: false, cellText: false });
  } catch {
    // Values and looks are read without it; formulas then count as beyond our grammar.
    return null;
  }
}
