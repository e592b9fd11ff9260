import { parseAddress } from '../model/address';
import type { CellGrid } from '../model/cells';
import type { AnswerRole } from '../model/columns';
import { entityOf } from '../model/entity';
import { type Answer, ITEM_FIELDS, type Item, type ItemField } from '../model/item';
import { parsePoints, pointsOf } from '../model/points';
import type { Indicator, Measure, RecognisedTable, Section } from '../model/table';
import { splitMeasures } from '../table/measures';
import type { AnswerPlaces } from './answer-places';
import type { EntryIndex } from './entries/entry-index';
import { readEntries } from './entries/read-entries';
import { type AnswerGround, readAnswer } from './read-answer';

export interface ItemGround extends AnswerGround {
  tables: readonly RecognisedTable[];
  places: AnswerPlaces;
  /** The workbook's own cells, by sheet. */
  grids: ReadonlyMap<string, CellGrid>;
  entries: Pick<EntryIndex, 'of'>;
}

/** The indicators of all tables, in the tables' order. */
export function campaignItems(ground: ItemGround): Item[] {
  // A 任务分解表 repeats the indicators of the table it belongs to.
  const tables = ground.tables.filter(table => table.kind !== 'tasks');
  return tables.flatMap(table =>
    table.sections.flatMap(section => section.indicators.map(indicator => readItem(ground, table, section, indicator))),
  );
}

export function readItem(ground: ItemGround, table: RecognisedTable, section: Section, indicator: Indicator): Item {
  const entity = entityOf(table, indicator);
  const role = (name: AnswerRole): Answer => readRole(ground, table, entity, name, indicator.cells[name]);
  const measureCells = new Set(indicator.measures.map(measure => measure.cell ?? indicator.cells.measures));
  const measures = [...measureCells].map(cell => readRole(ground, table, entity, 'measures', cell));
  const answers = Object.fromEntries(ITEM_FIELDS.map(field => [field, role(field)])) as Record<ItemField, Answer>;
  return {
    entity,
    table,
    section,
    indicator,
    answers,
    measures,
    steps: wordedMeasures(indicator, measures).map(({ number, clean }) => ({
      number,
      text: clean,
      done: readAnswer(ground, entity, `measure:${number}`, null, '').entered === true,
    })),
    note: readAnswer(ground, entity, 'note', null, ''),
    entries: readEntries(ground, ground.entries.of(entity)),
    weight: indicator.weight?.points == null ? null : pointsOf(indicator.weight.points),
    selfScore: scoreOf(answers.selfScore),
    filled: requiredFields(table).every(field => answers[field].text.trim() !== ''),
  };
}

/** As recognised, until a person words them anew. */
function wordedMeasures(indicator: Indicator, answers: readonly Answer[]): readonly Measure[] {
  if (answers.every(answer => answer.entered === undefined)) return indicator.measures;
  const worded: Measure[] = [];
  for (const { text } of answers) worded.push(...splitMeasures(text, worded.length + 1));
  return worded;
}

/** What must not stay empty: the answer columns that the table asks for itself, else the completion text. */
function requiredFields(table: RecognisedTable): ItemField[] {
  const asked = (['completion', 'selfScore'] as const).filter(role =>
    table.columns.some(column => column.role === role),
  );
  return asked.length > 0 ? asked : ['completion'];
}

function scoreOf(answer: Answer) {
  return typeof answer.entered === 'number' ? pointsOf(answer.entered) : parsePoints(answer.text);
}

function readRole(
  ground: ItemGround,
  table: RecognisedTable,
  entity: string,
  role: AnswerRole,
  address: string | undefined,
): Answer {
  if (address === undefined) return readAnswer(ground, entity, role, null, '');
  const place = ground.places.atCell(table.sheet, address);
  const position = parseAddress(address)!;
  const cell = ground.grids.get(table.sheet)?.cell(position.row, position.column);
  const answer = readAnswer(ground, place.entity, place.field, address, cell?.text ?? '');
  return cell?.formula === undefined ? answer : { ...answer, readOnly: true };
}
