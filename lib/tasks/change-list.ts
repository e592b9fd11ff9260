import { type CellPosition, parseAddress } from '../model/address';
import type { CellGrid } from '../model/cells';
import { APPENDABLE_COLUMNS } from '../model/columns';
import { parseEntity } from '../model/entity';
import { currentHead, currentValue, type JournalState } from '../model/field-state';
import type { OpValue } from '../model/op';
import type { AnswerPlaces } from './answer-places';

/** One line of the change list: where, what it was, what it is, who and when. */
export interface ListedChange {
  sheet: string;
  /** null for an answer that has no cell in the original. */
  cell: string | null;
  /** The indicator's code where the change belongs to one. */
  indicator: string | null;
  field: string;
  before: string;
  after: string;
  who: string;
  /** Milliseconds of the clock of the PC it was made on. */
  when: number;
}

/** How the workbook as it will be exported differs from the one received. In the sheets' order, then row by row. */
export function changeList(
  state: JournalState,
  places: AnswerPlaces,
  grids: readonly CellGrid[],
  /** A value as its cell shows it; dates and percentages are numbers in the journal. */
  textOf: (sheet: string, position: CellPosition, value: OpValue) => string,
): ListedChange[] {
  const order = new Map(grids.map((grid, index) => [grid.name, index]));
  const byName = new Map(grids.map(grid => [grid.name, grid]));
  const lines: (ListedChange & { at: [number, number, number] })[] = [];
  for (const fieldState of state.values()) {
    const { entity, field } = fieldState;
    const value = currentValue(fieldState);
    const parsed = parseEntity(entity);
    // Entries are in no workbook; a finding's 责任人 is not the indicator's.
    if (value === undefined || !parsed || parsed.kind === 'entry') continue;
    const cell = places.cellOf(entity, field);
    const code = places.codeOf(entity) ?? null;
    if (parsed.kind === 'indicator' && code === null) continue;
    if (!cell && !(field in APPENDABLE_COLUMNS)) continue;
    const position = cell && parseAddress(cell.address);
    const before = (position && byName.get(cell.sheet)?.cell(position.row, position.column)?.text) || '';
    const after = value === null ? '' : position ? textOf(cell.sheet, position, value) : String(value);
    if (!cell && after === '') continue;
    const head = currentHead(fieldState)!;
    lines.push({
      sheet: parsed.sheet,
      cell: cell?.address ?? null,
      indicator: code,
      field,
      before,
      after,
      who: head.actor,
      when: head.hlc.time,
      at: [order.get(parsed.sheet) ?? order.size, position?.row ?? Number.POSITIVE_INFINITY, position?.column ?? 0],
    });
  }
  lines.sort((a, b) => a.at[0] - b.at[0] || compare(a.at[1], b.at[1]) || a.at[2] - b.at[2] || byCode(a, b));
  return lines.map(({ at: _, ...line }) => line);
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

const byCode = (a: ListedChange, b: ListedChange): number =>
  (a.indicator ?? '').localeCompare(b.indicator ?? '', undefined, { numeric: true }) || (a.field < b.field ? -1 : 1);
