import type { Evaluation } from './evaluation';
import type { FormulaNode } from './formula-ast';
import {
  type CellContent,
  checked,
  compare,
  FormulaFault,
  known,
  NotComputable,
  type Scalar,
  toBoolean,
  toNumber,
  toText,
} from './values';

type Compute = (args: readonly FormulaNode[], evaluation: Evaluation) => Scalar;

/** What score tables are made of. Anything else leaves the cached value to the program that opens the file. */
export const FORMULA_FUNCTIONS: ReadonlyMap<string, Compute> = new Map<string, Compute>([
  ['SUM', (args, e) => checked(numbers(args, e).reduce((sum, n) => sum + n, 0))],
  ['MAX', (args, e) => extreme(args, e, Math.max)],
  ['MIN', (args, e) => extreme(args, e, Math.min)],
  ['AVERAGE', average],
  ['COUNT', (args, e) => contents(args, e).filter(isNumeric).length],
  ['COUNTA', (args, e) => contents(args, e).filter(({ content }) => content !== null).length],
  ['SUMIF', sumIf],
  ['COUNTIF', (args, e) => matching(args, e).length],
  ['IF', conditional],
  ['IFERROR', ifError],
  ['AND', (args, e) => logicals(args, e).every(Boolean)],
  ['OR', (args, e) => logicals(args, e).some(Boolean)],
  ['NOT', (args, e) => !toBoolean(e.scalar(required(args, 0)))],
  ['ABS', (args, e) => Math.abs(toNumber(e.scalar(required(args, 0))))],
  ['INT', (args, e) => Math.floor(toNumber(e.scalar(required(args, 0))))],
  ['ROUND', (args, e) => rounded(args, e, Math.round)],
  ['ROUNDUP', (args, e) => rounded(args, e, Math.ceil)],
  ['ROUNDDOWN', (args, e) => rounded(args, e, Math.floor)],
]);

interface Content {
  content: CellContent;
  /** Typed into the formula or computed, as opposed to read from an area. */
  direct: boolean;
}

function required(args: readonly FormulaNode[], index: number): FormulaNode {
  const arg = args[index];
  if (!arg) throw new NotComputable();
  return arg;
}

function contents(args: readonly FormulaNode[], e: Evaluation): Content[] {
  return args.flatMap((arg): Content[] => {
    const cells = e.cells(arg);
    if (cells) return Array.from(cells, content => ({ content: told(content), direct: false }));
    return [{ content: e.scalar(arg), direct: true }];
  });
}

function told(content: CellContent): CellContent {
  if (content === undefined) throw new NotComputable();
  return content;
}

/** Areas count their numbers only; what stands in the formula itself is converted. */
function numbers(args: readonly FormulaNode[], e: Evaluation): number[] {
  return contents(args, e).flatMap(({ content, direct }) => {
    const value = known(content);
    if (direct) return [toNumber(value)];
    return typeof value === 'number' ? [value] : [];
  });
}

/** The largest or smallest number; 0 where there is none. */
function extreme(args: readonly FormulaNode[], e: Evaluation, pick: (a: number, b: number) => number): number {
  const found = numbers(args, e);
  return found.length === 0 ? 0 : found.reduce((a, b) => pick(a, b));
}

function isNumeric({ content, direct }: Content): boolean {
  if (direct && typeof content === 'string') throw new NotComputable();
  return typeof content === 'number' || (direct && typeof content === 'boolean');
}

function average(args: readonly FormulaNode[], e: Evaluation): number {
  const found = numbers(args, e);
  if (found.length === 0) throw new FormulaFault('#DIV/0!');
  return checked(found.reduce((sum, n) => sum + n, 0) / found.length);
}

function conditional(args: readonly FormulaNode[], e: Evaluation): Scalar {
  const branch = args[toBoolean(e.scalar(required(args, 0))) ? 1 : 2];
  return branch ? (e.scalar(branch) ?? 0) : false;
}

function ifError(args: readonly FormulaNode[], e: Evaluation): Scalar {
  try {
    return e.scalar(required(args, 0)) ?? 0;
  } catch (thrown) {
    if (thrown instanceof FormulaFault) return e.scalar(required(args, 1)) ?? 0;
    throw thrown;
  }
}

function logicals(args: readonly FormulaNode[], e: Evaluation): boolean[] {
  const found = contents(args, e).flatMap(({ content, direct }) => {
    const value = known(content);
    if (direct) return [toBoolean(value)];
    return typeof value === 'number' || typeof value === 'boolean' ? [Boolean(value)] : [];
  });
  if (found.length === 0) throw new FormulaFault('#VALUE!');
  return found;
}

function rounded(args: readonly FormulaNode[], e: Evaluation, round: (n: number) => number): number {
  const value = toNumber(e.scalar(required(args, 0)));
  const digits = Math.trunc(toNumber(e.scalar(required(args, 1))));
  if (Math.abs(digits) > 15 || Math.abs(value) >= 1e15) throw new NotComputable();
  // Shifting the decimal point in the number's text keeps 1.005 at 1.005, where a multiplication gives 100.49999.
  const shifted = shift(Number(Math.abs(value).toPrecision(15)), digits);
  return Math.sign(value) * shift(round(shifted), -digits) || 0;
}

function shift(value: number, digits: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

/** SUMIF of one column; with a separate area to add up, cells would have to be paired. */
function sumIf(args: readonly FormulaNode[], e: Evaluation): number {
  if (args.length !== 2) throw new NotComputable();
  const found = matching(args, e).filter(content => typeof content === 'number');
  return checked(found.reduce((sum, n) => sum + n, 0));
}

function matching(args: readonly FormulaNode[], e: Evaluation): Scalar[] {
  const cells = e.cells(required(args, 0));
  if (!cells) throw new NotComputable();
  const meets = criterion(e.scalar(required(args, 1)));
  return Array.from(cells, told).flatMap(content => (isScalar(content) && meets(content) ? [content] : []));
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
