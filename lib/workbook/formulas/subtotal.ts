import { type Content, isNumeric, numbersAmong, required, requiredArea } from './arguments';
import type { Evaluation } from './evaluation';
import type { FormulaNode } from './formula-ast';
import { checked, FormulaFault, NotComputable, type Scalar, toNumber } from './values';

/** From here on rows hidden by hand are left out too, not only filtered ones. */
const VISIBLE_ONLY = 100;

/** Functions by their number; the statistical ones are left to the program that opens the file. */
const COMPUTED: ReadonlyMap<number, (found: readonly Content[]) => number> = new Map([
  [1, average],
  [2, found => found.filter(isNumeric).length],
  [3, found => found.filter(({ content }) => content !== null).length],
  [4, found => numbersAmong(found).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)],
  [5, found => numbersAmong(found).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)],
  [9, found => checked(numbersAmong(found).reduce((sum, n) => sum + n, 0))],
]);

/** SUBTOTAL: what is in the areas, without what other subtotals have added up already. */
export function subtotal(args: readonly FormulaNode[], e: Evaluation): Scalar {
  const code = toNumber(e.scalar(required(args, 0)));
  const compute = COMPUTED.get(code > VISIBLE_ONLY ? code - VISIBLE_ONLY : code);
  if (!compute) throw new NotComputable();
  const found: Content[] = [];
  for (let index = 1; index === 1 || index < args.length; index++) {
    const { sheet, cells } = requiredArea(args, index, e);
    for (const { row, column, content } of cells()) {
      if (isSubtotal(e.formulaAt(sheet, row, column))) continue;
      if (e.isRowHidden(sheet, row)) {
        // Hidden by a filter or by hand: the file does not tell for certain.
        if (code < VISIBLE_ONLY) throw new NotComputable();
        continue;
      }
      if (content === undefined) throw new NotComputable();
      found.push({ content, direct: false });
    }
  }
  const result = compute(found);
  return Number.isFinite(result) ? result : 0;
}

function average(found: readonly Content[]): number {
  const numbers = numbersAmong(found);
  if (numbers.length === 0) throw new FormulaFault('#DIV/0!');
  return checked(numbers.reduce((sum, n) => sum + n, 0) / numbers.length);
}

/** Programs differ about a formula that has a subtotal somewhere inside. */
function isSubtotal(node: FormulaNode | null | undefined): boolean {
  if (node === undefined) return false;
  if (node === null) throw new NotComputable();
  if (node.kind === 'call' && node.name === 'SUBTOTAL') return true;
  if (hasSubtotal(node)) throw new NotComputable();
  return false;
}

function hasSubtotal(node: FormulaNode): boolean {
  switch (node.kind) {
    case 'call':
      return node.name === 'SUBTOTAL' || node.name === 'AGGREGATE' || node.args.some(hasSubtotal);
    case 'binary':
      return hasSubtotal(node.left) || hasSubtotal(node.right);
    case 'negate':
    case 'percent':
      return hasSubtotal(node.operand);
    default:
      return false;
  }
}
