import { parseAddress } from '../model/address';
import type { Change } from '../model/campaign-journal';
import type { CellGrid } from '../model/cells';
import { parseEntity } from '../model/entity';
import type { Answer } from '../model/item';
import type { OpValue } from '../model/op';

/**
 * What is typed into an answer, as a change. Typing back what the workbook holds, or emptying a field that has no cell, leaves
 * no change behind.
 */
export function answerChange(answer: Answer, value: OpValue, grids: readonly CellGrid[]): Change {
  const { entity, field, cell } = answer;
  const empty = value === '' ? null : value;
  const sheet = parseEntity(entity)?.sheet;
  const position = cell === null ? null : parseAddress(cell);
  const original = position
    ? (grids.find(grid => grid.name === sheet)?.cell(position.row, position.column)?.value ?? null)
    : null;
  return { entity, field, value: empty === original ? undefined : empty };
}
