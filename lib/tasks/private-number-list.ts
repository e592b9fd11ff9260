import { parseAddress } from '../model/address';
import type { Change } from '../model/campaign-journal';
import type { CellGrid } from '../model/cells';
import { ANSWER_ROLES } from '../model/columns';
import { parseEntity } from '../model/entity';
import { claims, type JournalState, opSays } from '../model/field-state';
import { findPrivateNumbers, maskPrivateNumbers, type PrivateNumber } from '../model/private-numbers';
import type { RecognisedTable } from '../model/table';
import type { AnswerPlaces, Place } from './answer-places';
import { isTyped } from './sharing/private-door';

/** A text with ID-card or mobile numbers in it, before anything is shared. */
export interface PrivateText extends Place {
  /** "2.3" where it belongs to an indicator. */
  indicator: string | null;
  /** Its cell in the workbook, "个性指标!C5"; null for what has none. */
  cell: string | null;
  text: string;
  numbers: PrivateNumber[];
  /** Two people's texts stand there: masking one would settle their disagreement. */
  conflict: boolean;
}

export interface PrivateGround {
  state: JournalState;
  places: AnswerPlaces;
  tables: readonly RecognisedTable[];
  grids: readonly CellGrid[];
}

/** All that people typed, and what the workbook itself holds in answer cells. */
export function privateTexts({ state, places, tables, grids }: PrivateGround): PrivateText[] {
  const found: PrivateText[] = [];
  const edited = new Set<string>();
  const look = (place: Place, text: string, conflict: boolean) => {
    const numbers = findPrivateNumbers(text);
    if (numbers.length === 0) return;
    const entity = parseEntity(place.entity);
    const cell = places.cellOf(place.entity, place.field);
    found.push({
      ...place,
      indicator: entity?.kind === 'indicator' || entity?.kind === 'entry' ? entity.code : null,
      cell: cell && `${cell.sheet}!${cell.address}`,
      text,
      numbers,
      conflict,
    });
  };
  for (const field of state.values()) {
    if (!isTyped(field)) continue;
    const texts = new Set(claims(field).map(opSays));
    if (!texts.has(undefined)) edited.add(`${field.field}@${field.entity}`);
    for (const text of texts) if (typeof text === 'string') look(field, text, texts.size > 1);
  }
  const byName = new Map(grids.map(grid => [grid.name, grid]));
  for (const { sheet, sections } of tables) {
    for (const { cells } of sections.flatMap(section => section.indicators)) {
      for (const role of ANSWER_ROLES) {
        const address = cells[role];
        const position = address === undefined ? null : parseAddress(address);
        const cell = position && byName.get(sheet)?.cell(position.row, position.column);
        if (address === undefined || cell?.kind !== 'text' || cell.formula !== undefined) continue;
        const { entity, field } = places.atCell(sheet, address);
        if (edited.has(`${field}@${entity}`)) continue;
        edited.add(`${field}@${entity}`);
        look({ entity, field }, cell.text, false);
      }
    }
  }
  return found;
}

/** Masked in the table itself, as an edit like any other: in the history, undone as one. */
export function maskingChanges(texts: readonly PrivateText[], masked: ReadonlySet<string>): Change[] {
  return texts.flatMap(({ entity, field, text, conflict }) => {
    const value = conflict ? text : maskPrivateNumbers(text, ({ digits }) => masked.has(digits));
    return value === text ? [] : [{ entity, field, value }];
  });
}

/** Without the numbers that a person has decided to keep: what still has to be asked. */
export function unansweredTexts(texts: readonly PrivateText[], kept: ReadonlySet<string>): PrivateText[] {
  return texts.filter(({ numbers }) => numbers.some(({ digits }) => !kept.has(digits)));
}
