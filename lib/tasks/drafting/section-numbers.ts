import { parseAddress } from '../../model/address';
import type { CellGrid, CellValue, GridCell } from '../../model/cells';
import type { Indicator, RecognisedTable, Section } from '../../model/table';
import type { DraftedIndicator } from './draft-plan';
import { numberedLike, renumbered, runningFrom, sequenceValue } from './printed-numbers';

/** Where an indicator's number is printed: before its content, or in a column of its own. */
export type NumberRole = 'content' | 'sequence';

/** A cell of the table as it was, with the number it is to bear. */
export interface NumberedCell {
  role: NumberRole;
  indicator: Indicator;
  number: number;
}

/** A new row's cell. */
export interface NewNumber {
  role: NumberRole;
  id: string;
  column: number;
  value: CellValue;
}

export interface SectionNumbers {
  old: NumberedCell[];
  added: NewNumber[];
}

/**
 * The numbers after a draft, where the section's were running on before. Numbers that run on from section to section go
 * on doing so.
 */
export function sectionNumbers(
  table: RecognisedTable,
  section: Section,
  drafted: readonly DraftedIndicator[],
  grid: CellGrid,
): SectionNumbers {
  const numbers: SectionNumbers = { old: [], added: [] };
  for (const role of ['content', 'sequence'] as const) {
    const textsOf = ({ indicators }: Section) => indicators.map(({ cells }) => cellAt(cells[role], grid)?.text ?? '');
    const first = runningFrom(textsOf(section));
    if (first === null) continue;
    drafted.forEach((item, index) => {
      const number = first + index;
      if ('indicator' in item) numbers.old.push({ role, indicator: item.indicator, number });
      else numbers.added.push(newNumber(role, item, number, grid));
    });
    let before = first + section.indicators.length;
    let next = first + drafted.length;
    for (const later of table.sections.slice(table.sections.indexOf(section) + 1)) {
      if (runningFrom(textsOf(later)) !== before) break;
      for (const indicator of later.indicators) numbers.old.push({ role, indicator, number: next++ });
      before += later.indicators.length;
    }
  }
  return numbers;
}

/** The cell's content with its new number; `text` where it is being reworded. */
export function withNumber({ role, number }: NumberedCell, cell: GridCell, text: string | null): CellValue {
  if (text !== null) return numberedLike(cell.text, text, number);
  return role === 'sequence' ? sequenceValue(cell, number) : renumbered(cell.text, number);
}

export function cellAt(address: string | undefined, grid: CellGrid): GridCell | undefined {
  const position = parseAddress(address ?? '');
  return position ? grid.cell(position.row, position.column) : undefined;
}

function newNumber(
  role: NumberRole,
  { added, model }: Extract<DraftedIndicator, { added: unknown }>,
  number: number,
  grid: CellGrid,
): NewNumber {
  const cell = cellAt(model.cells[role], grid)!;
  const { column } = parseAddress(model.cells[role]!)!;
  const value = role === 'sequence' ? sequenceValue(cell, number) : numberedLike(cell.text, added.content, number);
  return { role, id: added.id, column, value };
}
