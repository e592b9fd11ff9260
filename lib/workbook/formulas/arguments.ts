import type { Evaluation, FilledArea } from './evaluation';
import type { FormulaNode } from './formula-ast';
import { type CellContent, known, NotComputable, toNumber } from './values';

/** A value that a function is given. */
export interface Content {
  content: CellContent;
  /** Typed into the formula or computed, as opposed to read from an area. */
  direct: boolean;
}

export function required(args: readonly FormulaNode[], index: number): FormulaNode {
  const arg = args[index];
  if (!arg) throw new NotComputable();
  return arg;
}

export function contents(args: readonly FormulaNode[], e: Evaluation): Content[] {
  return args.flatMap((arg): Content[] => {
    const area = e.area(arg);
    if (area) return Array.from(area.cells(), ({ content }) => ({ content: told(content), direct: false }));
    return [{ content: e.scalar(arg), direct: true }];
  });
}

/** What a function that looks at every cell may know of one. */
export function told(content: CellContent): CellContent {
  if (content === undefined) throw new NotComputable();
  return content;
}

/** Areas count their numbers only; what stands in the formula itself is converted. */
export function numbers(args: readonly FormulaNode[], e: Evaluation): number[] {
  return numbersAmong(contents(args, e));
}

export function numbersAmong(found: readonly Content[]): number[] {
  return found.flatMap(({ content, direct }) => {
    const value = known(content);
    if (direct) return [toNumber(value)];
    return typeof value === 'number' ? [value] : [];
  });
}

export function isNumeric({ content, direct }: Content): boolean {
  if (direct && typeof content === 'string') throw new NotComputable();
  return typeof content === 'number' || (direct && typeof content === 'boolean');
}

export function requiredArea(args: readonly FormulaNode[], index: number, e: Evaluation): FilledArea {
  const area = e.area(required(args, index));
  if (!area) throw new NotComputable();
  return area;
}
