import { parseAddress } from '../model/address';
import type { CellEdit } from '../model/cells';
import { APPENDABLE_COLUMNS, type AppendableRole } from '../model/columns';
import { entityOf } from '../model/entity';
import { currentValue, type JournalState } from '../model/field-state';
import type { RecognisedTable } from '../model/table';
import type { AnswerPlaces, Place } from './answer-places';
import { appendPlan } from './append-plan';

export interface ExportEdits {
  edits: CellEdit[];
  /** Answers for columns that this export does not have. */
  withoutColumn: number;
}

/** What a journal says, as changes of cells. `append` names the table and the columns a working copy gains. */
export function exportEdits(
  state: JournalState,
  places: AnswerPlaces,
  tables: readonly RecognisedTable[],
  append: { table: RecognisedTable; roles: readonly AppendableRole[] } | null,
): ExportEdits {
  const appended = new Map(
    (append ? appendedPlaces(append.table, append.roles) : []).map(([{ entity, field }, cell]) => [
      placeKey(entity, field),
      cell,
    ]),
  );
  const answers = answerEntities(tables);
  const edits: CellEdit[] = [];
  let withoutColumn = 0;
  for (const { entity, field, heads } of state.values()) {
    const value = currentValue({ entity, field, heads, awaited: [] });
    if (value === undefined) continue;
    const cell = places.cellOf(entity, field);
    const position = cell && parseAddress(cell.address);
    if (cell && position) {
      edits.push({ sheet: cell.sheet, ...position, value });
      continue;
    }
    const place = appended.get(placeKey(entity, field));
    if (place) edits.push({ ...place, value });
    else if (answers.has(entity) && field in APPENDABLE_COLUMNS && value !== null && value !== '') withoutColumn++;
  }
  return { edits, withoutColumn };
}

interface CellPlace {
  sheet: string;
  row: number;
  column: number;
}

/** Which cells the columns gained by a working copy have, and for which fields. */
export function appendedPlaces(table: RecognisedTable, roles: readonly AppendableRole[]): [Place, CellPlace][] {
  const plan = appendPlan(table, roles);
  const places: [Place, CellPlace][] = [];
  for (const indicator of table.sections.flatMap(section => section.indicators)) {
    const entity = entityOf(table, indicator);
    for (const role of roles) {
      const column = plan.columnOf(role);
      if (column !== undefined) {
        places.push([
          { entity, field: role },
          { sheet: table.sheet, row: indicator.rows.first - 1, column },
        ]);
      }
    }
  }
  return places;
}

function answerEntities(tables: readonly RecognisedTable[]): Set<string> {
  return new Set(
    tables.flatMap(table =>
      table.sections.flatMap(section => section.indicators.map(indicator => entityOf(table, indicator))),
    ),
  );
}

const placeKey = (entity: string, field: string): string => `${field}@${entity}`;
