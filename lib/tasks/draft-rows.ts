import { formatAddress, parseAddress } from '../model/address';
import { AppError } from '../model/app-error';
import type { CellEdit, CellGrid } from '../model/cells';
import { SnapshotGrid } from '../model/sheet-snapshot';
import type { Problem, RecognisedTable, RecognitionAnswers, Section } from '../model/table';
import { fillWorkbook } from '../workbook/fill-workbook';
import { openWorkbook } from '../workbook/open-workbook';
import { changeRows, type RowChangesResult, type RowOperation } from '../workbook/rows/change-rows';
import { cellOf, type DraftPlan, planDraft } from './drafting/draft-plan';
import { cellAt, type SectionNumbers, sectionNumbers, withNumber } from './drafting/section-numbers';
import type { TableDraft } from './drafting/table-draft';
import { sectionSum, tableSum, type WeightSum } from './drafting/weight-sums';
import { weightValue } from './drafting/weight-value';
import { inspectWorkbook } from './inspect-workbook';

export type { DraftOperation, TableDraft } from './drafting/table-draft';

/** A text whose printed number the draft changed. */
export interface RenumberedCell {
  cell: string;
  from: string;
  to: string;
}

export interface DraftRowsResult extends RowChangesResult {
  /** The table as it is recognised now; null where it is no longer recognised. */
  table: RecognisedTable | null;
  renumbered: RenumberedCell[];
  weights: { section: WeightSum; table: WeightSum } | null;
}

/**
 * Puts a unit's own wording of one section into the sheet: rows added, removed and moved, texts reworded, printed
 * numbers brought into order where the section has them. Weights are added up, never corrected.
 * @throws AppError rows-not-shiftable, no-such-indicator, section-would-be-empty, no-model-row, no-column-for,
 *   text-over-rows, and those of filling
 */
export async function draftRows(
  bytes: Uint8Array,
  table: RecognisedTable,
  draft: TableDraft,
  options: { answers?: RecognitionAnswers; signal?: AbortSignal } = {},
): Promise<DraftRowsResult> {
  const section = table.sections.find(({ code }) => code === draft.section);
  if (!section) throw new AppError('no-such-indicator', { section: table.sheet, code: draft.section });
  const signal = options.signal ? { signal: options.signal } : {};
  const grid = new SnapshotGrid(await (await openWorkbook(bytes, signal)).snapshot(table.sheet));
  const plan = planDraft(table, section, draft.operations, grid.merges);
  const numbers = sectionNumbers(table, section, plan.indicators, grid);
  const operations = plan.rows.map(operation => asPrinted(operation, section, numbers, grid));
  const changed = await changeRows(bytes, { sheet: table.sheet, operations }, signal);

  const { edits, renumbered } = textEdits(table.sheet, plan, numbers, grid, changed);
  const filled = await fillWorkbook(changed.bytes, edits, { growRows: true, ...signal });
  const { recognition } = await inspectWorkbook(filled.bytes, options);
  const now = recognition.tables.find(({ sheet, ordinal }) => sheet === table.sheet && ordinal === table.ordinal);
  return {
    ...changed,
    bytes: filled.bytes,
    table: now ?? null,
    renumbered,
    weights: now ? weightsOf(now, draft.section) : null,
    problems: [...changed.problems, ...filled.problems, ...sumProblemsOf(recognition.problems, table.sheet)],
  };
}

/** A new row's weight and number in the table's own way of writing them. */
function asPrinted(operation: RowOperation, section: Section, numbers: SectionNumbers, grid: CellGrid): RowOperation {
  if (operation.kind !== 'insert') return operation;
  const model = section.indicators.find(({ rows }) => rows.first === operation.like)!;
  const weight = parseAddress(model.cells.weight ?? '')?.column;
  const numbered = numbers.added.filter(({ id }) => id === operation.id);
  const values = operation.values
    .filter(({ column }) => !numbered.some(other => other.column === column))
    .map(({ column, value }) =>
      column === weight
        ? { column, value: weightValue(String(value), cellAt(model.cells.weight, grid)) }
        : { column, value },
    );
  return { ...operation, values: [...values, ...numbered.map(({ column, value }) => ({ column, value }))] };
}

/** Rewordings, and the numbers that the draft made wrong, where their cells stand now. */
function textEdits(
  sheet: string,
  { rewordings }: DraftPlan,
  numbers: SectionNumbers,
  grid: CellGrid,
  changed: RowChangesResult,
): { edits: CellEdit[]; renumbered: RenumberedCell[] } {
  const renumbered: RenumberedCell[] = [];
  const edits = new Map<string, CellEdit>();
  for (const { indicator, field, text } of rewordings) {
    const address = indicator.cells[field]!;
    const value = field === 'weight' ? weightValue(text, cellAt(address, grid)) : text;
    edits.set(address, { sheet, ...placed(changed, cellOf(indicator, field)), value });
  }
  for (const numbered of numbers.old) {
    const address = numbered.indicator.cells[numbered.role]!;
    const cell = cellAt(address, grid)!;
    // A number that the sheet computes takes care of itself.
    if (cell.formula !== undefined) continue;
    const reworded = edits.get(address);
    const value = withNumber(numbered, cell, reworded ? String(reworded.value) : null);
    if (!reworded && String(value) === cell.text) continue;
    const place = placed(changed, parseAddress(address)!);
    edits.set(address, { sheet, ...place, value });
    if (!reworded) renumbered.push({ cell: formatAddress(place), from: cell.text, to: String(value) });
  }
  return { edits: [...edits.values()], renumbered };
}

/** Where a cell of the sheet as it was stands now. */
function placed(changed: RowChangesResult, { row, column }: { row: number; column: number }) {
  const now = changed.rowMap(row + 1);
  if (now === null) throw new AppError('no-such-row', { row: row + 1 });
  return { row: now - 1, column };
}

function weightsOf(table: RecognisedTable, code: string): DraftRowsResult['weights'] {
  const section = table.sections.find(candidate => candidate.code === code);
  return section ? { section: sectionSum(section), table: tableSum(table) } : null;
}

function sumProblemsOf(problems: readonly Problem[], sheet: string): Problem[] {
  return problems.filter(({ code, sheet: own }) => code === 'sum-mismatch' && own === sheet);
}
