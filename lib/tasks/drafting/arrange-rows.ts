import { formatAddress, parseAddress } from '../../model/address';
import { AppError } from '../../model/app-error';
import type { CellEdit, CellGrid } from '../../model/cells';
import type { MovedRows, RenumberedCell } from '../../model/drafted-rows';
import { SnapshotGrid } from '../../model/sheet-snapshot';
import type { Problem, RecognisedTable } from '../../model/table';
import { fillWorkbook } from '../../workbook/fill-workbook';
import { type OpenedWorkbook, openWorkbook } from '../../workbook/open-workbook';
import { changeRows, type RowChangesResult, type RowOperation } from '../../workbook/rows/change-rows';
import { type AddedIndicator, type DraftedIndicator, planDraft } from './draft-plan';
import { movedRows } from './moved-rows';
import { orderOperations, type PlacedRow } from './row-order';
import { cellAt, type TableNumbers, tableNumbers, withNumber } from './section-numbers';

export interface ArrangedRows {
  /** New rows have the look of their neighbours and no texts yet, but for a number in a column of its own. */
  bytes: Uint8Array;
  workbook: OpenedWorkbook;
  grids: SnapshotGrid[];
  moved: MovedRows[];
  /** For each new row: the indicator whose look it has. */
  models: ReadonlyMap<string, AddedIndicator>;
  renumbered: RenumberedCell[];
  problems: Problem[];
}

export interface TableOrder {
  table: RecognisedTable;
  /** By section code. */
  rows: ReadonlyMap<string, readonly PlacedRow[]>;
}

/**
 * The workbook with its rows in this order, everything on them taken along; rows as received that nobody touched stay as they are.
 * @throws AppError rows-not-shiftable, section-would-be-empty, no-model-row, and those of filling
 */
export async function arrangeRows(
  received: { bytes: Uint8Array; grids: readonly CellGrid[] },
  orders: readonly TableOrder[],
  signal?: AbortSignal,
): Promise<ArrangedRows> {
  const options = signal ? { signal } : {};
  let { bytes } = received;
  const changes: { grid: CellGrid; changed: RowChangesResult; numbers: TableNumbers[] }[] = [];
  const models = new Map<string, AddedIndicator>();
  for (const grid of received.grids) {
    const plans = orders
      .filter(({ table }) => table.sheet === grid.name)
      .map(order => planTable(order, grid))
      .filter(({ operations }) => operations.length > 0);
    if (plans.length === 0) continue;
    for (const one of plans.flatMap(({ drafted }) => [...drafted.values()].flat())) {
      if ('added' in one) models.set(one.added, one);
    }
    const operations = plans.flatMap(plan => plan.operations);
    const changed = await changeRows(bytes, { sheet: grid.name, operations }, options);
    bytes = changed.bytes;
    changes.push({ grid, changed, numbers: plans.map(({ numbers }) => numbers) });
  }
  const renumbered = changes.map(({ grid, changed, numbers }) => newNumbers(grid, changed, numbers));
  const filled = await fillWorkbook(
    bytes,
    renumbered.flatMap(({ edits }) => edits),
    options,
  );
  const workbook = await openWorkbook(filled.bytes, options);
  const grids = await Promise.all(
    received.grids.map(async ({ name }) => new SnapshotGrid(await workbook.snapshot(name))),
  );
  return {
    bytes: filled.bytes,
    workbook,
    grids,
    moved: changes.map(({ grid, changed }) => movedRows(grid, grids.find(({ name }) => name === grid.name)!, changed)),
    models,
    renumbered: renumbered.flatMap(({ cells }) => cells),
    problems: [...changes.flatMap(({ changed }) => changed.problems), ...filled.problems],
  };
}

interface TablePlan {
  operations: RowOperation[];
  drafted: Map<string, readonly DraftedIndicator[]>;
  numbers: TableNumbers;
}

function planTable({ table, rows }: TableOrder, grid: CellGrid): TablePlan {
  const operations: RowOperation[] = [];
  const drafted = new Map<string, readonly DraftedIndicator[]>();
  for (const section of table.sections) {
    const changes = orderOperations(section, rows.get(section.code) ?? []);
    const plan = changes.length > 0 ? planDraft(table, section, changes, grid.merges) : null;
    operations.push(...(plan?.rows ?? []));
    drafted.set(section.code, plan?.indicators ?? section.indicators.map(indicator => ({ indicator })));
  }
  const numbers = tableNumbers(table, drafted, grid);
  const numbered = operations.map(operation => {
    if (operation.kind !== 'insert') return operation;
    const values = numbers.added.filter(({ id }) => id === operation.id);
    return { ...operation, values: values.map(({ column, value }) => ({ column, value })) };
  });
  return { operations: numbered, drafted, numbers };
}

/** The numbers that the new order made wrong, where their cells stand now. */
function newNumbers(grid: CellGrid, changed: RowChangesResult, numbers: readonly TableNumbers[]) {
  const cells: RenumberedCell[] = [];
  const edits: CellEdit[] = [];
  for (const numbered of numbers.flatMap(({ old }) => old)) {
    const address = numbered.indicator.cells[numbered.role]!;
    const cell = cellAt(address, grid)!;
    // A number that the sheet computes takes care of itself.
    if (cell.formula !== undefined) continue;
    const value = withNumber(numbered, cell);
    if (String(value) === cell.text) continue;
    const { row, column } = parseAddress(address)!;
    const now = changed.rowMap(row + 1);
    if (now === null) throw new AppError('no-such-row', { row: row + 1 });
    const place = { row: now - 1, column };
    edits.push({ sheet: grid.name, ...place, value });
    cells.push({ sheet: grid.name, cell: formatAddress(place), from: cell.text, to: String(value) });
  }
  return { cells, edits };
}
