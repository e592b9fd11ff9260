import { formatNumber } from '../../model/number-format/format-number';
import { contents, isNumeric, numbers, required, requiredArea } from './arguments';
import type { Evaluation } from './evaluation';
import type { FormulaNode } from './formula-ast';
import { rank, verticalLookup } from './lookups';
import { subtotal } from './subtotal';
import { averageIf, averageIfs, countIf, countIfs, sumIf, sumIfs, sumProduct } from './sums';
import { checked, FormulaFault, known, NotComputable, type Scalar, toBoolean, toNumber } from './values';

type Compute = (args: readonly FormulaNode[], evaluation: Evaluation) => Scalar;

/** What score tables are made of. Anything else leaves the cached value to the program that opens the file. */
export const FORMULA_FUNCTIONS: ReadonlyMap<string, Compute> = new Map<string, Compute>([
  ['SUM', (args, e) => checked(numbers(args, e).reduce((sum, n) => sum + n, 0))],
  ['MAX', (args, e) => extreme(args, e, Math.max)],
  ['MIN', (args, e) => extreme(args, e, Math.min)],
  ['AVERAGE', average],
  ['COUNT', (args, e) => contents(args, e).filter(isNumeric).length],
  ['COUNTA', (args, e) => contents(args, e).filter(({ content }) => content !== null).length],
  ['COUNTBLANK', countBlank],
  ['SUMIF', sumIf],
  ['SUMIFS', sumIfs],
  ['COUNTIF', countIf],
  ['COUNTIFS', countIfs],
  ['AVERAGEIF', averageIf],
  ['AVERAGEIFS', averageIfs],
  ['SUMPRODUCT', sumProduct],
  ['SUBTOTAL', subtotal],
  ['VLOOKUP', verticalLookup],
  ['RANK', rank],
  ['_XLFN.RANK.EQ', rank],
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
  ['TEXT', asText],
]);

/** The largest or smallest number; 0 where there is none. */
function extreme(args: readonly FormulaNode[], e: Evaluation, pick: (a: number, b: number) => number): number {
  const found = numbers(args, e);
  return found.length === 0 ? 0 : found.reduce((a, b) => pick(a, b));
}

function average(args: readonly FormulaNode[], e: Evaluation): number {
  const found = numbers(args, e);
  if (found.length === 0) throw new FormulaFault('#DIV/0!');
  return checked(found.reduce((sum, n) => sum + n, 0) / found.length);
}

function countBlank(args: readonly FormulaNode[], e: Evaluation): number {
  const { range, cells } = requiredArea(args, 0, e);
  let filled = 0;
  for (const { content } of cells()) {
    if (content === undefined) throw new NotComputable();
    if (content !== '') filled++;
  }
  return (range.bottom - range.top + 1) * (range.right - range.left + 1) - filled;
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

const PLAIN_FORMAT = /^(?:0|#,##0)(?:\.0{1,10})?%?$/;

/** Numbers in plain digits; dates and the like are shown by each PC in its own way. */
function asText(args: readonly FormulaNode[], e: Evaluation): string {
  const value = e.scalar(required(args, 0));
  const format = e.scalar(required(args, 1));
  const plain = typeof value === 'number' && typeof format === 'string' && PLAIN_FORMAT.test(format);
  const text = plain ? formatNumber(value, format) : '';
  // Whether a number that rounds to nothing keeps its minus differs among programs.
  if (!plain || (value < 0 && !/[1-9]/.test(text))) throw new NotComputable();
  return text;
}
