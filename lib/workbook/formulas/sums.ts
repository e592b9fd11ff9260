import { required, requiredArea } from './arguments';
import { matches, matchesOfAll, sameSize } from './criteria';
import { type Evaluation, type FilledArea, offsetIn } from './evaluation';
import type { FormulaNode } from './formula-ast';
import { checked, FormulaFault, known, NotComputable } from './values';

/** SUMIF, with or without an area of its own to add up. */
export function sumIf(args: readonly FormulaNode[], e: Evaluation): number {
  return total(chosenNumbers(args, e));
}

export function averageIf(args: readonly FormulaNode[], e: Evaluation): number {
  return mean(chosenNumbers(args, e));
}

export function sumIfs(args: readonly FormulaNode[], e: Evaluation): number {
  const summed = requiredArea(args, 0, e);
  return total(numbersAt(summed, matchesOfAll(args, 1, summed, e)));
}

export function averageIfs(args: readonly FormulaNode[], e: Evaluation): number {
  const summed = requiredArea(args, 0, e);
  return mean(numbersAt(summed, matchesOfAll(args, 1, summed, e)));
}

export function countIf(args: readonly FormulaNode[], e: Evaluation): number {
  if (args.length !== 2) throw new NotComputable();
  return matches(args, 0, e).size;
}

export function countIfs(args: readonly FormulaNode[], e: Evaluation): number {
  return matchesOfAll(args, 0, requiredArea(args, 0, e), e).size;
}

/** Of plain areas; with an expression among them it would have to be computed cell by cell. */
export function sumProduct(args: readonly FormulaNode[], e: Evaluation): number {
  required(args, 0);
  const areas = args.map((_, index) => requiredArea(args, index, e));
  if (areas.some(area => !sameSize(area, areas[0]!))) throw new FormulaFault('#VALUE!');
  const [first, ...others] = areas.map(numbersByOffset);
  let sum = 0;
  for (const [offset, number] of first!) {
    sum += others.reduce((product, numbers) => product * (numbers.get(offset) ?? 0), number);
  }
  return checked(sum);
}

/** The numbers that SUMIF and AVERAGEIF choose. An area of another size to take them from is another matter. */
function chosenNumbers(args: readonly FormulaNode[], e: Evaluation): number[] {
  if (args.length < 2 || args.length > 3) throw new NotComputable();
  const searched = requiredArea(args, 0, e);
  const taken = args.length === 3 ? requiredArea(args, 2, e) : searched;
  if (!sameSize(searched, taken)) throw new NotComputable();
  return numbersAt(taken, matches(args, 0, e));
}

function numbersAt(area: FilledArea, offsets: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (const { row, column, content } of area.cells()) {
    if (!offsets.has(offsetIn(area, row, column))) continue;
    const value = known(content);
    if (typeof value === 'number') found.push(value);
  }
  return found;
}

function numbersByOffset(area: FilledArea): Map<number, number> {
  const numbers = new Map<number, number>();
  for (const { row, column, content } of area.cells()) {
    const value = known(content);
    if (typeof value === 'number') numbers.set(offsetIn(area, row, column), value);
  }
  return numbers;
}

function total(numbers: readonly number[]): number {
  return checked(numbers.reduce((sum, n) => sum + n, 0));
}

function mean(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new FormulaFault('#DIV/0!');
  return checked(total(numbers) / numbers.length);
}
