import type { FormulaNode } from '../formulas/formula-ast';
import { parseFormula } from '../formulas/parse-formula';

const BY_PLACE = /\b(?:INDIRECT|OFFSET|INDEX)\s*\(/i;
const BY_TEXT = /\b(?:INDIRECT|OFFSET)\s*\(/i;

/**
 * Whether a formula finds cells by a text or a number that stands in it, which no shift of references can follow:
 * INDIRECT("E9"), OFFSET(A1,5,0), and INDEX(B3:B17,5) where its range is no longer the same.
 */
export function findsCellsByPlace(formula: string, reshaped: boolean): boolean {
  if (!BY_PLACE.test(formula)) return false;
  const node = parseFormula(formula);
  return node ? someCall(node, (name, args) => isByPlace(name, args, reshaped)) : reshaped || BY_TEXT.test(formula);
}

function isByPlace(name: string, args: readonly FormulaNode[], reshaped: boolean): boolean {
  const [first, rows, , height] = args;
  if (name === 'INDIRECT') return first?.kind !== 'reference' && first?.kind !== 'name';
  if (name === 'OFFSET') return isNumber(rows, 0) || isNumber(height, 1);
  return name === 'INDEX' && reshaped && isNumber(rows, 0);
}

/** A number written in the formula, other than the one that says "as it is". */
function isNumber(node: FormulaNode | undefined, neutral: number): boolean {
  if (node?.kind === 'negate') return isNumber(node.operand, neutral);
  return node?.kind === 'constant' && Number(node.value) !== neutral;
}

function someCall(node: FormulaNode, test: (name: string, args: readonly FormulaNode[]) => boolean): boolean {
  switch (node.kind) {
    case 'call':
      return test(node.name, node.args) || node.args.some(arg => someCall(arg, test));
    case 'binary':
      return someCall(node.left, test) || someCall(node.right, test);
    case 'negate':
    case 'percent':
      return someCall(node.operand, test);
    default:
      return false;
  }
}
