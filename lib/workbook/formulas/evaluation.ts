import { type CellRange, MAX_COLUMNS } from '../../model/address';
import type { FormulaNode } from './formula-ast';
import type { CellContent, Scalar } from './values';

/** A non-empty cell. */
export interface FilledCell {
  row: number;
  column: number;
  content: CellContent;
}

/** An argument that is an area. */
export interface FilledArea {
  sheet: number;
  range: CellRange;
  /** In any order. */
  cells(): Iterable<FilledCell>;
}

/** What a function may ask of its arguments and of the book. All throw FormulaFault and NotComputable. */
export interface Evaluation {
  scalar(node: FormulaNode): Scalar;
  /** null for any other expression than an area. */
  area(node: FormulaNode): FilledArea | null;
  cell(sheet: number, row: number, column: number): CellContent;
  /** The formula of a cell; null where it is beyond the grammar, undefined where there is none. */
  formulaAt(sheet: number, row: number, column: number): FormulaNode | null | undefined;
  isRowHidden(sheet: number, row: number): boolean;
}

/** A place inside an area, the same for the same place in another area. */
export function offsetIn({ range }: FilledArea, row: number, column: number): number {
  return (row - range.top) * MAX_COLUMNS + column - range.left;
}
