import { parseAddress } from '../../model/address';
import type { CellGrid, CellValue, GridCell } from '../../model/cells';
import type { SectionNumbering } from '../../model/drafted-rows';
import type { Indicator, RecognisedTable, Section } from '../../model/table';
import type { AddedIndicator, DraftedIndicator } from './draft-plan';
import { renumbered, runningFrom, sequenceValue } from './printed-numbers';

/** Where an indicator's number is printed: before its content, or in a column of its own. */
export type NumberRole = 'content' | 'sequence';

/** A cell of the table as received, with the number it is to bear. */
export interface NumberedCell {
  role: NumberRole;
  indicator: Indicator;
  number: number;
}

/** A new row's cell in the numbers' own column. */
export interface NewNumber {
  id: string;
  column: number;
  value: CellValue;
}

export interface TableNumbers {
  old: NumberedCell[];
  added: NewNumber[];
}

/** By section code; a section whose numbers do not run on is left out. */
export function numberings(table: RecognisedTable, role: NumberRole, grid: CellGrid): Map<string, SectionNumbering> {
  const found = new Map<string, SectionNumbering>();
  let next: number | null = null;
  for (const { code, indicators } of table.sections) {
    const texts = indicators.map(({ cells }) => cellAt(cells[role], grid)?.text ?? '');
    const first = runningFrom(texts);
    if (first !== null) found.set(code, { first, chained: first === next, model: texts[0]! });
    next = first === null ? null : first + indicators.length;
  }
  return found;
}

/** The first number of each numbered section once its sections have so many indicators. */
export function firstNumbers(
  sections: readonly Section[],
  numbering: ReadonlyMap<string, SectionNumbering>,
  countOf: (code: string) => number,
): Map<string, number> {
  const first = new Map<string, number>();
  let next = 0;
  for (const { code } of sections) {
    const own = numbering.get(code);
    if (!own) continue;
    const start = own.chained ? next : own.first;
    first.set(code, start);
    next = start + countOf(code);
  }
  return first;
}

/** The numbers once rows are drafted, where they were running on before. Numbers that run through the table go on doing so. */
export function tableNumbers(
  table: RecognisedTable,
  drafted: ReadonlyMap<string, readonly DraftedIndicator[]>,
  grid: CellGrid,
): TableNumbers {
  const numbers: TableNumbers = { old: [], added: [] };
  for (const role of ['content', 'sequence'] as const) {
    const first = firstNumbers(table.sections, numberings(table, role, grid), code => drafted.get(code)!.length);
    for (const [code, start] of first) {
      drafted.get(code)!.forEach((item, index) => {
        const number = start + index;
        if ('indicator' in item) numbers.old.push({ role, indicator: item.indicator, number });
        else if (role === 'sequence') numbers.added.push(newNumber(item, number, grid));
      });
    }
  }
  return numbers;
}

/** The cell's content with its new number. */
export function withNumber({ role, number }: NumberedCell, cell: GridCell): CellValue {
  return role === 'sequence' ? sequenceValue(cell, number) : renumbered(cell.text, number);
}

export function cellAt(address: string | undefined, grid: CellGrid): GridCell | undefined {
  const position = parseAddress(address ?? '');
  return position ? grid.cell(position.row, position.column) : undefined;
}

function newNumber({ added, model }: AddedIndicator, number: number, grid: CellGrid): NewNumber {
  const { column } = parseAddress(model.cells.sequence!)!;
  return { id: added, column, value: sequenceValue(cellAt(model.cells.sequence, grid)!, number) };
}
