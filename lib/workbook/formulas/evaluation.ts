import type { FormulaNode } from './formula-ast';
import type { CellContent, Scalar } from './values';

/** What a function may ask of its arguments. Both throw FormulaFault and NotComputable. */
export interface Evaluation {
  scalar(node: FormulaNode): Scalar;
  /** The non-empty contents of an argument that is an area; null for any other expression. */
  cells(node: FormulaNode): Iterable<CellContent> | null;
}
