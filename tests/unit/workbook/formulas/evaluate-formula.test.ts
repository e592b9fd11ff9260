import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../../lib/model/address';
import { evaluateFormula } from '../../../../lib/workbook/formulas/evaluate-formula';
import { parseFormula } from '../../../../lib/workbook/formulas/parse-formula';
import { type CellContent, FormulaFault } from '../../../../lib/workbook/formulas/values';

/** A sheet of these cells; every other one is empty. */
function evaluate(formula: string, cells: Record<string, CellContent> = {}): unknown {
  const node = parseFormula(formula);
  if (!node) return 'not parsed';
  const at = new Map(
    Object.entries(cells).map(([address, content]) => [JSON.stringify(parseAddress(address)), content]),
  );
  const content = (row: number, column: number) => {
    const key = JSON.stringify({ row, column });
    return at.has(key) ? at.get(key) : null;
  };
  const result = evaluateFormula(node, {
    resolve: ({ sheet, top, left, bottom, right }) =>
      sheet === 'gone'
        ? null
        : { sheet: 0, range: { top: top.index, left: left.index, bottom: bottom.index, right: right.index } },
    name: name => (name === '总分' ? parseFormula('Sheet1!$A$1:$A$3') : null),
    cell: (_, row, column) => content(row, column),
    *filledCells(_, { top, left, bottom, right }) {
      for (const [address, value] of Object.entries(cells)) {
        const { row, column } = parseAddress(address)!;
        if (row >= top && row <= bottom && column >= left && column <= right && value !== null) yield value;
      }
    },
  });
  return result instanceof FormulaFault ? result.code : result;
}

const scores = { A1: 4, A2: 3.5, A3: '缺项', A4: true, B1: '4分' };

describe('what score tables are made of', () => {
  it.each([
    ['1+2*3', 7],
    ['(1+2)*3', 9],
    ['-2^2', 4],
    ['2^3^2', 64],
    ['50%*8', 4],
    ['0.3-0.1-0.2', 0],
    ['"满分"&40&"分"', '满分40分'],
    ['1=1.0', true],
    ['0.1+0.2=0.3', true],
    ['"A"="a"', true],
    ['"a"<>"b"', true],
    ['"a">9', true],
    ['SUM(A1:A4)', 7.5],
    ['SUM(A1:A4,10,TRUE)', 18.5],
    ['sum(A:A)', 7.5],
    ['SUM(Sheet1!$A$1:$A$2)', 7.5],
    ["SUM('某 表'!A1:A2)", 7.5],
    ['SUM(个性指标!A1:A2)', 7.5],
    ['SUM(总分)', 7.5],
    ['MAX(A1:A4)', 4],
    ['MIN(A1:A2,3)', 3],
    ['MAX(C1:C9)', 0],
    ['COUNT(A1:A4)', 2],
    ['COUNTA(A1:A9)', 4],
    ['AVERAGE(A1:A2)', 3.75],
    ['IF(A1>=4,"优","良")', '优'],
    ['IF(A2>=4,"优")', false],
    ['IF(A1>=4,,"良")', 0],
    ['AND(A1=4,A2=3.5,TRUE)', true],
    ['OR(A1=5,A2=3.5)', true],
    ['NOT(A1=5)', true],
    ['ROUND(2.345,2)', 2.35],
    ['ROUND(-2.5,0)', -3],
    ['ROUND(1.005,2)', 1.01],
    ['ROUND(1234,-2)', 1200],
    ['ROUNDUP(2.1,0)', 3],
    ['ROUNDDOWN(-2.9,0)', -2],
    ['ABS(-3)', 3],
    ['INT(-0.5)', -1],
    ['SUMIF(A1:A4,">=4")', 4],
    ['COUNTIF(A1:A4,"缺项")', 1],
    ['IFERROR(1/0,"无")', '无'],
    ['C9', 0],
    ['C9=""', true],
    ['C9&"x"', 'x'],
  ])('%s', (formula, value) => {
    expect(evaluate(formula, scores)).toBe(value);
  });

  it.each([
    ['1/0', '#DIV/0!'],
    ['AVERAGE(C1:C9)', '#DIV/0!'],
    ['A3+1', '#VALUE!'],
    ['gone!A1', '#REF!'],
    ['#REF!+1', '#REF!'],
    ['SUM(D1:D2)', '#N/A'],
  ])('%s is an error', (formula, code) => {
    expect(evaluate(formula, { ...scores, D1: 1, D2: new FormulaFault('#N/A') })).toBe(code);
  });
});

describe('what is left to Excel', () => {
  it.each([
    ['VLOOKUP(A1,A:B,2,0)'],
    ['B1+1'],
    ['"2023年"*1'],
    ['"a"<"b"'],
    ['A1:A3'],
    ['[1]Sheet1!A1+1'],
    ['SUM(E1)'],
    ['COUNTIF(A1:A4,"缺*")'],
    ['SUM({1,2})'],
    ['没有这个名称+1'],
  ])('%s', formula => {
    expect(evaluate(formula, { ...scores, E1: undefined })).toBeUndefined();
  });

  it('is not needed for the branch not taken', () => {
    expect(evaluate('IF(A1=4,1,VLOOKUP(A1,A:B,2,0))', scores)).toBe(1);
  });
});

describe("a formula of Excel's greatest length", () => {
  it('is computed, and a longer one is not', () => {
    expect(evaluate(`1${'+1'.repeat(4_095)}`)).toBe(4_096);
    expect(evaluate(`1${'+1'.repeat(4_096)}`)).toBe('not parsed');
  });
});

describe('what is not parsed', () => {
  it.each([
    '表1[得分]',
    'Sheet1:Sheet3!A1',
    'A1:A3 A2',
    'SUM(',
    '1+',
    'A1#',
    '@A1',
    'A1048577',
    '(A1,B1)',
    '((('.repeat(100),
  ])('%s', formula => expect(evaluate(formula)).toBe('not parsed'));
});
