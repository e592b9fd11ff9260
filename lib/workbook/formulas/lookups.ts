import { required, requiredArea, told } from './arguments';
import type { Evaluation } from './evaluation';
import type { FormulaNode } from './formula-ast';
import { compare, FormulaFault, known, NotComputable, type Scalar, toBoolean, toNumber } from './values';

/** Longer texts are not looked up. */
const MAX_TEXT = 255;

/** VLOOKUP of exactly this value; without FALSE at its end it searches in a sorted column, by rules of its own. */
export function verticalLookup(args: readonly FormulaNode[], e: Evaluation): Scalar {
  if (toBoolean(e.scalar(required(args, 3)))) throw new NotComputable();
  const isWanted = sameAs(e.scalar(required(args, 0)));
  const { sheet, range, cells } = requiredArea(args, 1, e);
  const column = Math.trunc(toNumber(e.scalar(required(args, 2))));
  if (column < 1) throw new FormulaFault('#VALUE!');
  if (column > range.right - range.left + 1) throw new FormulaFault('#REF!');
  let found = Number.POSITIVE_INFINITY;
  for (const cell of cells()) {
    if (cell.column !== range.left || cell.row >= found) continue;
    const content = told(cell.content);
    if (!(content instanceof FormulaFault) && isWanted(content)) found = cell.row;
  }
  if (found === Number.POSITIVE_INFINITY) throw new FormulaFault('#N/A');
  return known(e.cell(sheet, found, range.left + column - 1));
}

/** A number's place among those of an area, the largest first. */
export function rank(args: readonly FormulaNode[], e: Evaluation): number {
  const wanted = toNumber(e.scalar(required(args, 0)));
  const ascending = args[2] !== undefined && toBoolean(e.scalar(args[2]));
  const isWanted = sameAs(wanted);
  let isThere = false;
  let ahead = 0;
  for (const cell of requiredArea(args, 1, e).cells()) {
    const number = known(cell.content);
    if (typeof number !== 'number') continue;
    if (isWanted(number)) isThere = true;
    else if (ascending ? number < wanted : number > wanted) ahead++;
  }
  if (!isThere) throw new FormulaFault('#N/A');
  return ahead + 1;
}

function sameAs(wanted: Scalar | undefined): (content: Scalar | undefined) => boolean {
  // Empty cells and wildcards have rules of their own.
  const isText = typeof wanted === 'string' && wanted !== '' && wanted.length <= MAX_TEXT && !/[*?~]/.test(wanted);
  if (typeof wanted !== 'number' && !isText) throw new NotComputable();
  return content => {
    if (typeof content !== typeof wanted || compare(content!, wanted) !== 0) return false;
    // Alike to 15 digits, but not to the last bit: whether these two are the same differs by how they were computed.
    if (typeof wanted === 'number' && content !== wanted) throw new NotComputable();
    return true;
  };
}
