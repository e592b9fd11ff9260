import type { Anchor } from '../formulas/formula-ast';
import type { Corner } from '../formulas/formula-words';
import { findsCellsByPlace } from './computed-references';
import { rewriteReferences, type WrittenReference, writeReference } from './formula-references';
import { type Obstacle, rowsNotShiftable } from './obstacles';
import type { RowPlan } from './row-plan';
import { mapRange, type RowRange } from './row-ranges';

/** Where a formula stands, and what it is. */
export interface FormulaSetting {
  /** The sheet its bare references mean; null where they would mean none. */
  sheet: number | null;
  /** For a person to find it by. */
  where: string;
  /** For rules over many cells, whose relative references count from their first row. */
  rule?: RuleRows;
  /** Defined names: a relative reference would mean another cell in every cell that uses the name. */
  absolute?: boolean;
}

export interface RuleRows {
  base: number;
  newBase: number;
  /** All old rows that the rule holds for. */
  rows: RowRange;
}

export interface ShiftedFormula {
  text: string;
  /** A range of it holds other rows now, or the same in another order. */
  reshaped: boolean;
  /** A range of it took in a row inserted at its edge. */
  extended: boolean;
  /** Old rows that it names one by one. */
  singleRows: readonly number[];
}

/** The sheet whose rows change, among the sheets of its book. */
export interface TargetSheet {
  index: number;
  name: string;
  sheetNames: readonly string[];
}

/** Rewrites formulas for the new order of one sheet's rows. */
export class ReferenceShifter {
  constructor(
    private readonly plan: RowPlan,
    readonly target: TargetSheet,
    /** Where the anchor of a merge went whose first row is another now, by anchorKey. */
    private readonly anchors: ReadonlyMap<string, number>,
  ) {}

  /** The new row of a cell; null where it was removed. */
  cellRow(row: number, column: number): number | null {
    return this.anchors.get(anchorKey(row, column)) ?? this.plan.newRow(row);
  }

  /** @throws AppError rows-not-shiftable */
  shift(text: string, setting: FormulaSetting): ShiftedFormula {
    const result = { reshaped: false, extended: false, singleRows: [] as number[] };
    const { where } = setting;
    const shifted = rewriteReferences(text, reference => {
      if (!this.concerns(reference, setting)) return null;
      const corners = this.shiftCorners(reference, setting, result);
      return corners && writeReference(corners.first, corners.second);
    });
    const mayConcern = setting.sheet === this.target.index || mentions(text, this.target.name);
    if (shifted === null) {
      if (mayConcern) throw this.obstacle('formula', where);
      return { ...result, text };
    }
    if (mayConcern && findsCellsByPlace(text, result.reshaped)) throw this.obstacle('computed-reference', where);
    return { ...result, text: shifted };
  }

  obstacle(obstacle: Obstacle, where: string) {
    return rowsNotShiftable(this.target.name, obstacle, where);
  }

  private concerns({ sheet, lastSheet }: WrittenReference, { sheet: own, where }: FormulaSetting): boolean {
    const { index, sheetNames } = this.target;
    if (sheet === null) {
      if (own === null) throw this.obstacle('formula', where);
      return own === index;
    }
    const find = (name: string) => sheetNames.findIndex(other => other.toLowerCase() === name.toLowerCase());
    if (lastSheet === null) return find(sheet) === index;
    const ends = [find(sheet), find(lastSheet)];
    if (Math.min(...ends) <= index && Math.max(...ends) >= index) throw this.obstacle('reference-3d', where);
    return false;
  }

  /** null where it names no rows: a reference to whole columns. */
  private shiftCorners(
    { first, second }: WrittenReference,
    setting: FormulaSetting,
    result: { reshaped: boolean; extended: boolean; singleRows: number[] },
  ): { first: Corner; second: Corner | null } | null {
    if (!first.row) {
      result.reshaped = true;
      return null;
    }
    if (setting.absolute) this.checkFixed(first.row, second?.row ?? null, setting);
    const byRule = setting.rule && [first.row, second?.row].some(row => row && !row.fixed);
    if (!second?.row || byRule) {
      const shifted = {
        first: this.shiftCorner(first, setting),
        second: second && this.shiftCorner(second, setting),
      };
      if (!second) result.singleRows.push(first.row.index);
      return shifted;
    }
    const flipped = first.row.index > second.row.index;
    const [top, bottom] = flipped ? [second.row, first.row] : [first.row, second.row];
    const oneColumn = first.column !== null && first.column.index === second.column?.index;
    const extend = bottom.index > top.index || oneColumn;
    const mapped = mapRange(this.plan, { top: top.index, bottom: bottom.index }, extend);
    if (typeof mapped === 'string') {
      throw this.obstacle(mapped === 'torn' ? 'reference-torn' : 'reference-removed', setting.where);
    }
    if (!mapped.same) result.reshaped = true;
    if (mapped.extended) result.extended = true;
    const [firstRow, secondRow] = flipped ? [mapped.bottom, mapped.top] : [mapped.top, mapped.bottom];
    return {
      first: { ...first, row: { ...first.row, index: firstRow } },
      second: { ...second, row: { ...second.row, index: secondRow } },
    };
  }

  private shiftCorner(corner: Corner, setting: FormulaSetting): Corner {
    const { row } = corner;
    if (!row) return corner;
    const index =
      setting.rule && !row.fixed
        ? this.ruleRow(row, setting.rule, setting)
        : this.cellRow(row.index, corner.column?.index ?? -1);
    if (index === null) throw this.obstacle('reference-removed', setting.where);
    return { ...corner, row: { ...row, index } };
  }

  /**
   * The rule's own row stays its own row, the one next to it the next one. Any other must be as far away as before for
   * every row of the rule.
   */
  private ruleRow(row: Anchor, { base, newBase, rows }: RuleRows, { sheet, where }: FormulaSetting): number {
    const distance = row.index - base;
    if (sheet === this.target.index && Math.abs(distance) <= 1 && newBase + distance >= 0) return newBase + distance;
    const reach = { top: rows.top + Math.min(distance, 0), bottom: rows.bottom + Math.max(distance, 0) };
    const shift = reach.top < 0 ? null : this.plan.shiftOf(reach.top, reach.bottom);
    if (shift === null || (sheet !== this.target.index && shift !== 0))
      throw this.obstacle('relative-reference', where);
    return row.index + shift;
  }

  private checkFixed(first: Anchor, second: Anchor | null, { where }: FormulaSetting): void {
    for (const row of [first, second]) {
      if (row && !row.fixed && this.plan.newRow(row.index) !== row.index) {
        throw this.obstacle('relative-reference', where);
      }
    }
  }
}

export function anchorKey(row: number, column: number): string {
  return `${row}:${column}`;
}

function mentions(formula: string, sheet: string): boolean {
  return formula.toLowerCase().includes(sheet.replaceAll("'", "''").toLowerCase());
}
