import { cellKey, findDependants, fromCellKey } from '../formulas/dependants';
import { evaluateFormula } from '../formulas/evaluate-formula';
import type { FormulaNode } from '../formulas/formula-ast';
import { type CellContent, FormulaFault, NotComputable } from '../formulas/values';
import type { Book } from './book';
import { type BookFormula, namedFormula, readBookFormulas } from './book-formulas';
import { cellContent } from './cell-content';
import { EMPTY, encodeResult } from './encoded-value';
import { SheetCells } from './sheet-cells';

/**
 * Brings the cached values of all formulas that read a changed cell up to date; one that cannot be computed here loses
 * its cached value, so that no program shows a stale one.
 * @param changed the new contents by cellKey; results are added
 * @param stale formula cells (by cellKey) to compute again in any case, because they read other cells than before
 * @returns whether the book has any formulas
 */
export async function recalculate(
  book: Book,
  changed: Map<number, CellContent>,
  stale: ReadonlySet<number> = new Set(),
): Promise<boolean> {
  const formulas = await readBookFormulas(book);
  if (formulas.length === 0) return false;
  const { inOrder, unordered } = findDependants(
    changed.keys(),
    formulas.map(({ precedents }) => precedents),
    formulas.map(({ outputs }) => outputs),
    formulas.flatMap(({ sheet, row, column }, index) => (stale.has(cellKey(sheet, row, column)) ? [index] : [])),
  );
  const cells = await openCells(book, formulas, changed);
  const nodes = new Map(formulas.flatMap(({ outputs, node }) => outputs.map(key => [key, node] as const)));
  for (const index of unordered) for (const key of formulas[index]!.outputs) changed.set(key, undefined);
  for (const index of inOrder) {
    const formula = formulas[index]!;
    const result = evaluated(book, formula, cells, nodes);
    for (const key of formula.outputs) changed.set(key, result);
  }
  for (const index of [...inOrder, ...unordered]) {
    for (const key of formulas[index]!.outputs) await writeResult(book, key, changed.get(key), cells);
  }
  return true;
}

/** Readers for every sheet: those with changes or formulas, and those that formulas read. */
async function openCells(
  book: Book,
  formulas: readonly BookFormula[],
  changed: ReadonlyMap<number, CellContent>,
): Promise<ReadonlyMap<number, SheetCells>> {
  const sheets = new Set(formulas.map(({ sheet }) => sheet));
  for (const { precedents } of formulas) for (const { sheet } of precedents.areas) sheets.add(sheet);
  const added = new Map<number, { row: number; column: number }[]>();
  for (const key of changed.keys()) {
    const { sheet, row, column } = fromCellKey(key);
    sheets.add(sheet);
    const positions = added.get(sheet) ?? [];
    positions.push({ row, column });
    added.set(sheet, positions);
  }
  const readers = new Map<number, SheetCells>();
  for (const sheet of sheets) {
    if (!book.parts.sheets[sheet]?.entry) continue;
    const map = await book.map(sheet);
    const inFile = new SheetCells(sheet, map, book.strings, new Map(), []);
    const missing = (added.get(sheet) ?? []).filter(({ row, column }) => !inFile.place(row, column));
    readers.set(sheet, new SheetCells(sheet, map, book.strings, changed, missing));
  }
  return readers;
}

function evaluated(
  book: Book,
  formula: BookFormula,
  cells: ReadonlyMap<number, SheetCells>,
  nodes: ReadonlyMap<number, FormulaNode | null>,
): CellContent {
  if (!formula.node) return undefined;
  return evaluateFormula(formula.node, {
    resolve: formula.resolve,
    name: (name, scope) => namedFormula(book, formula.sheet, name, scope),
    cell: (sheet, row, column) => sheetOf(cells, sheet).content(row, column),
    filledCells: (sheet, range) => sheetOf(cells, sheet).filled(range),
    formulaAt: (sheet, row, column) => nodes.get(cellKey(sheet, row, column)),
    isRowHidden: (sheet, row) => sheetOf(cells, sheet).isRowHidden(row),
  });
}

function sheetOf(cells: ReadonlyMap<number, SheetCells>, sheet: number): SheetCells {
  const found = cells.get(sheet);
  if (!found) throw new NotComputable();
  return found;
}

async function writeResult(
  book: Book,
  key: number,
  result: CellContent,
  cells: ReadonlyMap<number, SheetCells>,
): Promise<void> {
  const { sheet, row, column } = fromCellKey(key);
  const place = cells.get(sheet)?.place(row, column);
  if (!place || (result === undefined && place.content === null)) return;
  const before = cellContent(place, book.strings);
  if (before !== undefined && equalContents(before, result)) return;
  const writer = await book.writer(sheet);
  const known = result === undefined || result === null ? EMPTY : encodeResult(result, writer.map.prefix);
  writer.setCached({ row, column }, known);
}

function equalContents(a: CellContent, b: CellContent): boolean {
  if (a instanceof FormulaFault || b instanceof FormulaFault) {
    return a instanceof FormulaFault && b instanceof FormulaFault && a.code === b.code;
  }
  return a === b;
}
