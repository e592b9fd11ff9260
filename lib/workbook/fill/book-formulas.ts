import type { CellRange } from '../../model/address';
import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import { cellKey, type Precedents, precedentsOf, type SheetArea } from '../formulas/dependants';
import type { Anchor, FormulaNode, Reference } from '../formulas/formula-ast';
import { parseFormula } from '../formulas/parse-formula';
import type { Book } from './book';
import type { FormulaPlace } from './sheet-map';

/** A formula of the book, with what it reads. */
export interface BookFormula {
  sheet: number;
  row: number;
  column: number;
  /** null where it is beyond our grammar, or gives several cells. */
  node: FormulaNode | null;
  /** The cells it gives values to, by cellKey. */
  outputs: number[];
  precedents: Precedents;
  resolve(reference: Reference): SheetArea | null;
}

/** Cells that all array formulas together may fill; beyond, only the first cell of each is brought up to date. */
const MAX_ARRAY_CELLS = 500_000;

/** All formulas of the book. Sheets without any are only searched for "<f", not mapped. */
export async function readBookFormulas(book: Book): Promise<BookFormula[]> {
  const formulas: BookFormula[] = [];
  const parsed = new Map<string, FormulaNode | null>();
  const parse = (text: string) => {
    const known = parsed.get(text);
    if (known !== undefined) return known;
    const node = parseFormula(text);
    parsed.set(text, node);
    return node;
  };
  let room = MAX_ARRAY_CELLS;
  for (const [sheet, { entry }] of book.parts.sheets.entries()) {
    if (!entry || !(await book.mayHoldFormulas(sheet))) continue;
    const { formulas: places } = await book.map(sheet);
    const masters = new Map<string, FormulaPlace>();
    for (const place of places) {
      if (place.group !== null && place.text !== '') masters.set(place.group, place);
      const outputs = outputsOf(sheet, place, room);
      if (outputs.length > 1) room -= outputs.length;
      formulas.push({ ...bookFormula(book, sheet, place, masters, parse), outputs });
    }
  }
  return formulas;
}

function bookFormula(
  book: Book,
  sheet: number,
  place: FormulaPlace,
  masters: ReadonlyMap<string, FormulaPlace>,
  parse: (text: string) => FormulaNode | null,
): Omit<BookFormula, 'outputs'> {
  const { row, column, kind } = place;
  const master = place.text === '' && place.group !== null ? masters.get(place.group) : place;
  const node = master && kind !== 'dataTable' ? parse(master.text) : null;
  const shift = { rows: row - (master?.row ?? row), columns: column - (master?.column ?? column) };
  const resolve = (reference: Reference): SheetArea | null => {
    const target = reference.sheet === null ? sheet : book.sheetIndex(reference.sheet);
    return target === null ? null : { sheet: target, range: shifted(reference, shift) };
  };
  return {
    sheet,
    row,
    column,
    node: kind === 'array' ? null : node,
    precedents: precedentsOf(node, resolve, (name, scope) => namedFormula(book, sheet, name, scope)),
    resolve,
  };
}

function outputsOf(sheet: number, { row, column, area, kind }: FormulaPlace, room: number): number[] {
  const count = area ? (area.bottom - area.top + 1) * (area.right - area.left + 1) : 1;
  const single = kind === 'normal' || kind === 'shared';
  if (single || !area || count > room) return [cellKey(sheet, row, column)];
  const keys: number[] = [];
  for (let r = area.top; r <= area.bottom; r++) {
    for (let c = area.left; c <= area.right; c++) keys.push(cellKey(sheet, r, c));
  }
  return keys;
}

/** A shared formula's references move with the cell, round the sheet's edge as in Excel. */
function shifted({ top, left, bottom, right }: Reference, by: { rows: number; columns: number }): CellRange {
  const move = ({ index, fixed }: Anchor, distance: number, limit: number) =>
    fixed ? index : (index + distance + limit) % limit;
  const rows = [move(top, by.rows, MAX_ROWS), move(bottom, by.rows, MAX_ROWS)];
  const columns = [move(left, by.columns, MAX_COLUMNS), move(right, by.columns, MAX_COLUMNS)];
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
}

/** What a defined name means; null where it is unknown or moves with the cell that uses it. */
export function namedFormula(book: Book, sheet: number, name: string, scope: string | null): FormulaNode | null {
  const key = name.toLowerCase();
  const own = scope === null ? sheet : book.sheetIndex(scope);
  const candidates = book.parts.names.filter(defined => defined.name.toLowerCase() === key);
  const defined = candidates.find(candidate => candidate.sheet === own) ?? candidates.find(c => c.sheet === null);
  const node = defined ? parseFormula(defined.text) : null;
  if (node?.kind !== 'reference') return null;
  const { top, left, bottom, right, sheet: target } = node.reference;
  const fixed = target !== null && [top, left, bottom, right].every(anchor => anchor.fixed);
  return fixed ? node : null;
}
