import { formatAddress } from '../../model/address';
import { problem } from '../../model/problem';
import type { Problem } from '../../model/table';
import type { Book } from '../fill/book';
import type { ShiftedCell } from './formula-changes';
import type { Restructured } from './restructure';
import type { RowPlan } from './row-plan';

const MACROS = /(?:^|\/)vbaproject\.bin$/i;

/** What a person should look at after rows were changed. Cells are named by where they stand now. */
export function changeProblems(book: Book, target: number, plan: RowPlan, done: Restructured): Problem[] {
  const problems: Problem[] = [];
  for (const cell of done.cells) {
    const place = { sheet: book.sheetName(cell.sheet), cell: formatAddress(cell) };
    if (cell.extended) problems.push(problem('range-extended', place));
    for (const row of notIncluded(cell, target, plan))
      problems.push(problem('row-not-included', place, { row: row + 1 }));
  }
  for (const name of done.extendedNames) problems.push(problem('name-extended', { sheet: null, cell: null }, { name }));
  const sheet = book.sheetName(target);
  for (const { row, like } of plan.inserted) {
    const formulas = done.cells.filter(cell => cell.sheet === target && cell.oldRow === like);
    for (const { column } of formulas) {
      problems.push(problem('formula-not-copied', { sheet, cell: formatAddress({ row, column }) }));
    }
  }
  if (book.parts.archive.entries.some(({ partName }) => MACROS.test(partName))) {
    problems.push(problem('macros-name-rows', { sheet: null, cell: null }));
  }
  return problems;
}

/** Rows inserted beside a row that a formula of another row names on its own, as in E7+E8+E9. */
function notIncluded(cell: ShiftedCell, target: number, plan: RowPlan): number[] {
  const named = new Set(cell.singleRows);
  return plan.inserted
    .filter(({ like }) => named.has(like) && !(cell.sheet === target && cell.oldRow === like))
    .map(({ row }) => row);
}
