import { required, requiredArea, told } from './arguments';
import { type Evaluation, type FilledArea, offsetIn } from './evaluation';
import type { FormulaNode } from './formula-ast';
import { type CellContent, compare, FormulaFault, NotComputable, type Scalar, toText } from './values';

/** Where in the area of argument `index` the cells stand that meet the criterion behind it. An empty one never does. */
export function matches(args: readonly FormulaNode[], index: number, e: Evaluation): ReadonlySet<number> {
  const area = requiredArea(args, index, e);
  const meets = criterion(e.scalar(required(args, index + 1)));
  const found = new Set<number>();
  for (const { row, column, content } of area.cells()) {
    const value = told(content);
    if (isScalar(value) && meets(value)) found.add(offsetIn(area, row, column));
  }
  return found;
}

/** What meets all pairs of area and criterion from `first` on; areas of another size than `like` are another matter. */
export function matchesOfAll(
  args: readonly FormulaNode[],
  first: number,
  like: FilledArea,
  e: Evaluation,
): ReadonlySet<number> {
  if (args.length <= first || (args.length - first) % 2 !== 0) throw new NotComputable();
  let all: ReadonlySet<number> | null = null;
  for (let index = first; index < args.length; index += 2) {
    if (!sameSize(requiredArea(args, index, e), like)) throw new NotComputable();
    const found = matches(args, index, e);
    const before: ReadonlySet<number> = all ?? found;
    all = new Set([...found].filter(offset => before.has(offset)));
  }
  return all ?? new Set();
}

export function sameSize({ range: a }: FilledArea, { range: b }: FilledArea): boolean {
  return a.bottom - a.top === b.bottom - b.top && a.right - a.left === b.right - b.left;
}

function isScalar(content: CellContent): content is Scalar {
  return content !== undefined && !(content instanceof FormulaFault);
}

function criterion(wanted: Scalar): (content: Scalar) => boolean {
  if (typeof wanted === 'number') return equalNumber(wanted);
  if (typeof wanted === 'boolean') return content => content === wanted;
  const match = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(toText(wanted))!;
  const operator = match[1] ?? '=';
  const operand = match[2]!;
  const isNumber = /^[-+]?\d{1,15}(?:\.\d{1,15})?$/.test(operand);
  // Wildcards, blanks and texts that may be dates have rules of their own.
  if (operand === '' || /[*?~]/.test(operand) || (!isNumber && /\p{N}/u.test(operand))) throw new NotComputable();
  if (operator === '=') return isNumber ? equalNumber(Number(operand)) : content => compare(content, operand) === 0;
  if (!isNumber || operator === '<>') throw new NotComputable();
  const limit = Number(operand);
  return content => typeof content === 'number' && meetsLimit(operator, content, limit);
}

/** A text that looks like a number meets it too; which ones do is more than is known here. */
function equalNumber(wanted: number): (content: Scalar) => boolean {
  return content => {
    if (typeof content === 'string' && /\p{N}/u.test(content)) throw new NotComputable();
    return typeof content === 'number' && compare(content, wanted) === 0;
  };
}

function meetsLimit(operator: string, content: number, limit: number): boolean {
  if (operator === '<') return content < limit;
  if (operator === '>') return content > limit;
  return operator === '<=' ? content <= limit : content >= limit;
}
