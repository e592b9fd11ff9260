import { columnName, parseAddress } from '../model/address';
import { AppError, toAppError } from '../model/app-error';
import type { CellEdit, CellValue } from '../model/cells';
import type { Drafting, JournalValue } from '../model/drafted-rows';
import { indicatorEntity } from '../model/entity';
import { fieldKey } from '../model/field-state';
import type { OpValue } from '../model/op';
import type { SnapshotGrid } from '../model/sheet-snapshot';
import type { RecognisedTable, Recognition, RecognitionAnswers } from '../model/table';
import { DRAFT_FIELDS, type DraftField } from '../model/table-draft';
import { fillWorkbook } from '../workbook/fill-workbook';
import type { OpenedWorkbook } from '../workbook/open-workbook';
import { AnswerPlaces } from './answer-places';
import { type ArrangedRows, arrangeRows, type TableOrder } from './drafting/arrange-rows';
import { CellMoves } from './drafting/cell-moves';
import { knowAgain } from './drafting/know-again';
import { newRowIds, rowOrder, rowReader } from './drafting/row-order';
import { numberings } from './drafting/section-numbers';
import { type InspectedWorkbook, inspectWorkbook } from './inspect-workbook';

export interface DraftedWorkbook {
  bytes: Uint8Array;
  workbook: OpenedWorkbook;
  grids: readonly SnapshotGrid[];
  recognition: Recognition;
  /** null: as received. */
  drafting: Drafting | null;
}

/** Long enough to be read as an indicator, and plainly no wording of anybody's. */
const UNWORDED = '（考评内容待填写）';

/**
 * The workbook as received with the rows that the journal says it has: always made anew from the bytes as received, which never
 * change, so that undoing, merging and the order of arrival need no care here. Wording is read (it decides weights and measures)
 * and not written: what a cell holds on top of the workbook is the journal's to say.
 * @throws AppError rows-not-shiftable, section-would-be-empty, no-model-row, draft-not-readable, and those of opening
 */
export async function draftedWorkbook(
  bytes: Uint8Array,
  values: readonly JournalValue[],
  options: { answers?: RecognitionAnswers; signal?: AbortSignal } = {},
): Promise<DraftedWorkbook> {
  const received = await inspectWorkbook(bytes, options);
  return (await withDraft(bytes, received, values, options)) ?? { bytes, ...received, drafting: null };
}

async function withDraft(
  bytes: Uint8Array,
  { grids, workbook, recognition }: InspectedWorkbook,
  values: readonly JournalValue[],
  options: { answers?: RecognitionAnswers; signal?: AbortSignal },
): Promise<DraftedWorkbook | null> {
  const { tables } = recognition;
  const state = new Map(values.map(({ entity, field, value }) => [fieldKey(entity, field), value]));
  const read = (entity: string, field: string) => state.get(fieldKey(entity, field));
  const orders = tables.map(table => tableOrder(table, state.keys(), read));
  const drafted = orders.some(({ rows }) => [...rows.values()].flat().some(isDrafted)) || hasMoved(orders);
  const arranged: ArrangedRows = drafted
    ? await arrangeRows({ bytes, grids }, orders, options.signal)
    : { bytes, workbook, grids, moved: [], models: new Map(), renumbered: [], problems: [] };
  const edits = wordingEdits(orders, arranged, read);
  if (!drafted && edits.length === 0) return null;
  const known = await recogniseWorded(arranged, edits, orders, options);
  return {
    bytes: arranged.bytes,
    workbook: arranged.workbook,
    grids: arranged.grids,
    recognition: known,
    drafting: {
      received: tables,
      moved: arranged.moved,
      renumbered: arranged.renumbered,
      numbering: tables.map(table => numberings(table, 'content', grids.find(({ name }) => name === table.sheet)!)),
      problems: arranged.problems,
    },
  };
}

function tableOrder(
  table: RecognisedTable,
  keys: Iterable<string>,
  read: (entity: string, field: string) => OpValue | undefined,
): TableOrder {
  const ids = newRowIds(table, keys);
  const reader = rowReader(table, read);
  return { table, rows: new Map(table.sections.map(section => [section.code, rowOrder(section, ids, reader)])) };
}

const isDrafted = ({ indicator, removed }: { indicator: unknown; removed: boolean }) =>
  indicator === null ? !removed : removed;

const hasMoved = (orders: readonly TableOrder[]): boolean =>
  orders.some(({ table, rows }) =>
    table.sections.some(({ code, indicators }) => {
      const old = rows.get(code)!.filter(({ indicator }) => indicator !== null);
      return old.some(({ id }, at) => id !== indicators[at]!.code);
    }),
  );

/** What the journal holds on the wording of indicators, where it stands now; new rows that have none get a stand-in. */
function wordingEdits(
  orders: readonly TableOrder[],
  { moved, models }: ArrangedRows,
  read: (entity: string, field: string) => OpValue | undefined,
): CellEdit[] {
  const places = new AnswerPlaces(orders.map(({ table }) => table));
  const edits = new Map<string, CellEdit>();
  for (const { table, rows } of orders) {
    const { sheet, ordinal } = table;
    const moves = moved.find(one => one.sheet === sheet);
    const cells = moves && new CellMoves(moves);
    const put = (address: string | null, value: CellValue) => {
      const position = address === null ? null : parseAddress(address);
      if (position) edits.set(`${sheet}!${address}`, { sheet, ...position, value });
    };
    for (const { id, indicator, removed } of [...rows.values()].flat()) {
      if (removed) continue;
      if (indicator) {
        for (const [field, address] of wordingCells(indicator)) {
          const place = places.atCell(sheet, address);
          const value = read(place.entity, place.field);
          // Without its content a row would be none.
          if (value === undefined || (field === 'content' && isBlank(value))) continue;
          put(cells ? cells.now(address) : address, value);
        }
        continue;
      }
      const { model } = models.get(id)!;
      for (const field of DRAFT_FIELDS) {
        const column = parseAddress(model.cells[field] ?? '')?.column;
        if (column === undefined) continue;
        const value = read(indicatorEntity(sheet, ordinal, id), field);
        const worded = field === 'content' && isBlank(value) ? UNWORDED : value;
        const address = cells!.nowOfNew({ column: columnName(column), row: id });
        if (worded !== undefined) put(address, worded);
      }
    }
  }
  return [...edits.values()];
}

const isBlank = (value: OpValue | undefined): boolean =>
  value === undefined || value === null || String(value).trim() === '';

function wordingCells(indicator: RecognisedTable['sections'][0]['indicators'][0]): [DraftField, string][] {
  const own = DRAFT_FIELDS.flatMap((field): [DraftField, string][] => {
    const address = indicator.cells[field];
    return address === undefined ? [] : [[field, address]];
  });
  const measures = indicator.measures.flatMap(({ cell }): [DraftField, string][] =>
    cell === undefined ? [] : [['measures', cell]],
  );
  return [...own, ...measures];
}

/**
 * As worded, where that is read as the rows it is. Words that look like something else (a total, a note, a heading) are left out
 * before rows are.
 */
async function recogniseWorded(
  arranged: ArrangedRows,
  edits: readonly CellEdit[],
  orders: readonly TableOrder[],
  options: { answers?: RecognitionAnswers; signal?: AbortSignal },
): Promise<Recognition> {
  const standIns = standInEdits(arranged, orders);
  for (const wording of [edits, standIns]) {
    const recognition = await recogniseWith(arranged.bytes, wording, options);
    const tables = recognition && knowAgain(recognition.tables, orders, arranged.moved);
    if (recognition && tables) return { ...recognition, tables };
  }
  const [first] = orders;
  throw new AppError('draft-not-readable', { sheet: first?.table.sheet ?? '' });
}

async function recogniseWith(
  bytes: Uint8Array,
  edits: readonly CellEdit[],
  options: { answers?: RecognitionAnswers; signal?: AbortSignal },
): Promise<Recognition | null> {
  const signal = options.signal ? { signal: options.signal } : {};
  try {
    const { bytes: worded } = await fillWorkbook(bytes, edits, signal);
    return (await inspectWorkbook(worded, options)).recognition;
  } catch (thrown) {
    // A text that no cell can hold, typed over a formula perhaps, is told of when it is exported.
    if (toAppError(thrown).code === 'stopped') throw thrown;
    return null;
  }
}

function standInEdits({ moved, models }: ArrangedRows, orders: readonly TableOrder[]): CellEdit[] {
  return orders.flatMap(({ table, rows }) => {
    const moves = moved.find(one => one.sheet === table.sheet);
    const cells = moves && new CellMoves(moves);
    return [...rows.values()].flat().flatMap(({ id, indicator, removed }) => {
      if (indicator || removed || !cells) return [];
      const column = parseAddress(models.get(id)!.model.cells.content ?? '')?.column;
      const address = column === undefined ? null : cells.nowOfNew({ column: columnName(column), row: id });
      const position = address === null ? null : parseAddress(address);
      return position ? [{ sheet: table.sheet, ...position, value: UNWORDED }] : [];
    });
  });
}
