import { type CellRange, formatAddress } from '../../model/address';
import type { FormulaPlace, SheetMap } from '../fill/sheet-map';
import { moveFormula } from './move-formula';
import type { ReferenceShifter, ShiftedFormula } from './reference-shifter';
import type { RowPlan } from './row-plan';

/** How the `<f>` of a cell is to be written. */
export interface FormulaChange {
  text: string;
  /** A shared formula becomes an ordinary one. */
  plain: boolean;
  /** Where an array formula now fills cells. */
  area: CellRange | null;
}

/** What shifting a formula meant for it. Rows are 0-based. */
export interface ShiftedCell extends Omit<ShiftedFormula, 'text'> {
  sheet: number;
  oldRow: number;
  row: number;
  column: number;
  text: string;
  /** It stands in another row now, or its text is another. */
  changed: boolean;
}

/** Of one row, by column. */
export type RowFormulas = ReadonlyMap<number, FormulaChange>;
/** Of one sheet, by old row. */
export type FormulaChanges = ReadonlyMap<number, RowFormulas>;

/** Of one sheet: its formulas that must be written anew, and all of them as shifted. */
export interface SheetFormulas {
  changes: FormulaChanges;
  cells: ShiftedCell[];
}

interface SharedGroup {
  master: FormulaPlace;
  members: { place: FormulaPlace; row: number; text: string; shifted: ShiftedFormula }[];
  changed: boolean;
}

/** @throws AppError rows-not-shiftable */
export function shiftFormulas(map: SheetMap, sheet: number, plan: RowPlan, shifter: ReferenceShifter): SheetFormulas {
  const { target } = shifter;
  const isTarget = sheet === target.index;
  const changes = new Map<number, Map<number, FormulaChange>>();
  const cells: ShiftedCell[] = [];
  const groups = new Map<string, SharedGroup>();
  for (const place of map.formulas) {
    const { row: oldRow, column, kind, group } = place;
    const where = `${target.sheetNames[sheet]}!${formatAddress(place)}`;
    if (kind === 'dataTable' && isTarget) throw shifter.obstacle('data-table', where);
    const row = isTarget ? shifter.cellRow(oldRow, column) : oldRow;
    if (group !== null && place.text !== '') groups.set(group, { master: place, members: [], changed: false });
    const shared = group === null ? undefined : groups.get(group);
    if (row === null) {
      if (shared) shared.changed = true;
      const area = place.area;
      if (kind === 'array' && area && area.bottom > area.top) throw shifter.obstacle('array-formula', where);
      continue;
    }
    if (kind === 'dataTable') continue;
    const text = shared ? sharedText(shared.master, place) : place.text;
    if (text === null) throw shifter.obstacle('formula', where);
    const shifted = shifter.shift(text, { sheet, where });
    cells.push({ ...shifted, sheet, oldRow, row, column, changed: row !== oldRow || shifted.text !== text });
    if (shared) {
      shared.members.push({ place, row, text, shifted });
      shared.changed ||= row !== oldRow || shifted.text !== text;
      continue;
    }
    const area = kind === 'array' && isTarget && place.area ? shiftedArea(place.area, plan, shifter, where) : null;
    if (shifted.text !== text || area) change(place, { text: shifted.text, plain: false, area });
  }
  for (const { members, changed } of groups.values()) {
    if (changed)
      for (const { place, shifted } of members) change(place, { text: shifted.text, plain: true, area: null });
  }
  return { changes, cells };

  function change({ row, column }: FormulaPlace, formula: FormulaChange): void {
    const inRow = changes.get(row) ?? new Map<number, FormulaChange>();
    changes.set(row, inRow.set(column, formula));
  }
}

/** What a cell of a shared formula would hold on its own. */
function sharedText(master: FormulaPlace, { row, column }: FormulaPlace): string | null {
  return moveFormula(master.text, row - master.row, column - master.column);
}

function shiftedArea(area: CellRange, plan: RowPlan, shifter: ReferenceShifter, where: string): CellRange {
  const shift = plan.shiftOf(area.top, area.bottom);
  if (shift === null) throw shifter.obstacle('array-formula', where);
  return { ...area, top: area.top + shift, bottom: area.bottom + shift };
}
