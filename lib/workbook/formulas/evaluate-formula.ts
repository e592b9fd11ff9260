import type { CellRange } from '../../model/address';
import type { Evaluation, FilledArea, FilledCell } from './evaluation';
import type { BinaryOperator, FormulaNode, Reference } from './formula-ast';
import { FORMULA_FUNCTIONS } from './formula-functions';
import {
  type CellContent,
  checked,
  compare,
  FormulaFault,
  known,
  NotComputable,
  type Scalar,
  toNumber,
  toText,
} from './values';

/** The book as one formula sees it: references are already resolved against the formula's own place. */
export interface FormulaSurroundings {
  /** null where the sheet does not exist. */
  resolve(reference: Reference): { sheet: number; range: CellRange } | null;
  name(name: string, sheet: string | null): FormulaNode | null;
  cell(sheet: number, row: number, column: number): CellContent;
  /** The non-empty cells of a range, in any order. */
  filledCells(sheet: number, range: CellRange): Iterable<FilledCell>;
  formulaAt: Evaluation['formulaAt'];
  isRowHidden: Evaluation['isRowHidden'];
}

/** What the formula gives; undefined where this evaluator cannot be sure. */
export function evaluateFormula(node: FormulaNode, around: FormulaSurroundings): CellContent {
  try {
    return new NodeEvaluation(around).scalar(node) ?? 0;
  } catch (thrown) {
    if (thrown instanceof FormulaFault) return thrown;
    if (thrown instanceof NotComputable) return undefined;
    throw thrown;
  }
}

class NodeEvaluation implements Evaluation {
  constructor(private readonly around: FormulaSurroundings) {}

  scalar(node: FormulaNode): Scalar {
    switch (node.kind) {
      case 'constant':
        return node.value;
      case 'missing':
        return null;
      case 'error':
        throw new FormulaFault(node.code);
      case 'outside':
        throw new NotComputable();
      case 'negate':
        return -toNumber(this.scalar(node.operand));
      case 'percent':
        return toNumber(this.scalar(node.operand)) / 100;
      case 'binary':
        return binary(node.operator, this.scalar(node.left), this.scalar(node.right));
      case 'call': {
        const compute = FORMULA_FUNCTIONS.get(node.name);
        if (!compute) throw new NotComputable();
        return compute(node.args, this);
      }
      case 'reference':
      case 'name': {
        const named = this.area(node);
        if (!named) return this.scalar(this.named(node));
        const { sheet, range } = named;
        if (range.top !== range.bottom || range.left !== range.right) throw new NotComputable();
        return known(this.around.cell(sheet, range.top, range.left));
      }
    }
  }

  area(node: FormulaNode): FilledArea | null {
    if (node.kind === 'name') return this.area(this.named(node));
    if (node.kind !== 'reference') return null;
    const area = this.around.resolve(node.reference);
    if (!area) throw new FormulaFault('#REF!');
    const { sheet, range } = area;
    return { sheet, range, cells: () => this.around.filledCells(sheet, range) };
  }

  cell(sheet: number, row: number, column: number): CellContent {
    return this.around.cell(sheet, row, column);
  }

  formulaAt(sheet: number, row: number, column: number): FormulaNode | null | undefined {
    return this.around.formulaAt(sheet, row, column);
  }

  isRowHidden(sheet: number, row: number): boolean {
    return this.around.isRowHidden(sheet, row);
  }

  private named(node: FormulaNode): FormulaNode {
    const meant = node.kind === 'name' ? this.around.name(node.name, node.sheet) : null;
    // A name of a name is rare and may be circular.
    if (!meant || meant.kind === 'name') throw new NotComputable();
    return meant;
  }
}

function binary(operator: BinaryOperator, left: Scalar, right: Scalar): Scalar {
  switch (operator) {
    case '&':
      return toText(left) + toText(right);
    case '+':
      return snapped(toNumber(left), toNumber(right));
    case '-':
      return snapped(toNumber(left), -toNumber(right));
    case '*':
      return checked(toNumber(left) * toNumber(right));
    case '/': {
      const [dividend, divisor] = [toNumber(left), toNumber(right)];
      if (divisor === 0) throw new FormulaFault('#DIV/0!');
      return checked(dividend / divisor);
    }
    case '^':
      return checked(toNumber(left) ** toNumber(right));
    default:
      return comparison(operator, compare(left, right));
  }
}

/** Excel turns a sum that is nothing but rounding error into 0, so that 0.3-0.1-0.2 shows as 0. */
function snapped(a: number, b: number): number {
  const sum = checked(a + b);
  return Math.abs(sum) < Math.max(Math.abs(a), Math.abs(b)) * 2 ** -49 ? 0 : sum;
}

function comparison(operator: Exclude<BinaryOperator, '+' | '-' | '*' | '/' | '^' | '&'>, order: number): boolean {
  if (operator === '=') return order === 0;
  if (operator === '<>') return order !== 0;
  if (Number.isNaN(order)) throw new NotComputable();
  if (operator === '<') return order < 0;
  if (operator === '>') return order > 0;
  return operator === '<=' ? order <= 0 : order >= 0;
}
