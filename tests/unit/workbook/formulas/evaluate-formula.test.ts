import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from '../../../../lib/model/address';
import { evaluateFormula } from '../../../../lib/workbook/formulas/evaluate-formula';
import { parseFormula } from '../../../../lib/workbook/formulas/parse-formula';
import { type CellContent, FormulaFault } from '../../../../lib/workbook/formulas/values';

/** Of the sheet that formulas are computed in: which cells hold formulas, and which rows (0-based) are hidden. */
interface Sheet {
  formulas?: Record<string, string>;
  hidden?: number[];
}

/** A sheet of these cells; every other one is empty. */
function evaluate(formula: string, cells: Record<string, CellContent> = {}, sheet: Sheet = {}): unknown {
  const formulas = new Map(Object.entries(sheet.formulas ?? {}).map(([cell, text]) => [cell, parseFormula(text)]));
  const { hidden = [] } = sheet;
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
        if (row >= top && row <= bottom && column >= left && column <= right && value !== null)
          yield { row, column, content: value };
      }
    },
    formulaAt: (_, row, column) => formulas.get(formatAddress({ row, column })),
    isRowHidden: (_, row) => hidden.includes(row),
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

/** Towns, and what they scored in two halves of a year. */
const towns = {
  A1: '东街',
  A2: '西街',
  A3: '东街',
  A4: '南街',
  B1: 3,
  B2: 4.5,
  B3: 2,
  B4: '缺',
  C1: 1,
  C2: 2,
  C3: true,
  C4: 4,
  D2: '',
};

describe('what totals and rankings are made of', () => {
  it.each([
    ['SUMIF(A1:A4,"东街",B1:B4)', 5],
    ['SUMIF(A1:A4,A2,B1:B4)', 4.5],
    ['SUMIF(B1:B4,">2",C1:C4)', 3],
    ['SUMIFS(C1:C4,A1:A4,"东街",B1:B4,">2")', 1],
    ['COUNTIFS(A1:A4,"东街",B1:B4,"<=3")', 2],
    ['AVERAGEIF(A1:A4,"东街",B1:B4)', 2.5],
    ['AVERAGEIFS(B1:B4,A1:A4,"东街",C1:C4,1)', 3],
    ['AVERAGEIF(A1:A4,"北街",B1:B4)', '#DIV/0!'],
    ['COUNTBLANK(D1:D4)', 4],
    ['SUMPRODUCT(B1:B4,C1:C4)', 12],
    ['SUMPRODUCT(B1:B4)', 9.5],
    ['SUMPRODUCT(B1:B4,C1:C3)', '#VALUE!'],
    ['VLOOKUP("东街",A1:C4,2,FALSE)', 3],
    ['VLOOKUP("南街",A1:C4,3,0)', 4],
    ['VLOOKUP(4.5,B1:C4,2,0)', 2],
    ['VLOOKUP("西街",A1:D4,4,0)&"x"', 'x'],
    ['VLOOKUP("北街",A1:C4,2,0)', '#N/A'],
    ['IFERROR(VLOOKUP("北街",A1:C4,2,0),"无此单位")', '无此单位'],
    ['VLOOKUP("东街",A1:C4,4,0)', '#REF!'],
    ['RANK(B1,B1:B4)', 2],
    ['RANK(B1,B$1:B$4,1)', 2],
    ['_xlfn.RANK.EQ(B2,B1:B4,0)', 1],
    ['RANK(9,B1:B4)', '#N/A'],
    ['SUBTOTAL(9,B1:B4)', 9.5],
    ['SUBTOTAL(109,B1:B2,B4,B3)', 9.5],
    ['SUBTOTAL(1,B1:B3)', 9.5 / 3],
    ['SUBTOTAL(2,B1:B4)', 3],
    ['SUBTOTAL(3,A1:B4)', 8],
    ['SUBTOTAL(4,B1:B4)', 4.5],
    ['SUBTOTAL(5,B4)', 0],
    ['SUBTOTAL(101,D1:D9)', '#DIV/0!'],
    ['TEXT(4.5,"0.00")', '4.50'],
    ['TEXT(1234.5,"#,##0.0")&"元"', '1,234.5元'],
    ['TEXT(0.256,"0%")', '26%'],
  ])('%s', (formula, value) => {
    expect(evaluate(formula, towns)).toBe(value);
  });

  it('leaves out of a subtotal what other subtotals have added up', () => {
    const formulas = { B3: 'SUBTOTAL(9,B1:B2)', B4: 'B1*2' };
    expect(evaluate('SUBTOTAL(9,B1:B4)', { B1: 1, B2: 2, B3: 3, B4: 2 }, { formulas })).toBe(5);
    const inside = { B3: 'SUBTOTAL(9,B1:B2)*2' };
    expect(evaluate('SUBTOTAL(9,B1:B4)', { B1: 1, B3: 2 }, { formulas: inside })).toBeUndefined();
  });

  it('leaves hidden rows out of a subtotal of visible ones', () => {
    expect(evaluate('SUBTOTAL(109,B1:B3)', { B1: 1, B2: 2, B3: 4 }, { hidden: [1] })).toBe(5);
    expect(evaluate('SUBTOTAL(9,B1:B3)', { B1: 1, B2: 2, B3: 4 }, { hidden: [1] })).toBeUndefined();
  });
});

describe('what is left to Excel', () => {
  it.each([
    ['VLOOKUP(A1,A:B,2)'],
    ['VLOOKUP("缺*",A:B,2,0)'],
    ['VLOOKUP(C9,A:B,2,0)'],
    ['RANK(0.3,F1:F2)'],
    ['SUMIF(A1:A4,4,B1:B2)'],
    ['SUMPRODUCT((A1:A4=4)*1)'],
    ['SUBTOTAL(7,A1:A4)'],
    ['TEXT(45000,"yyyy年m月d日")'],
    ['TEXT(-0.001,"0.00")'],
    ['HLOOKUP(A1,A:B,2,0)'],
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
    expect(evaluate(formula, { ...scores, E1: undefined, F1: 0.1 + 0.2 })).toBeUndefined();
  });

  it('is not needed for the branch not taken', () => {
    expect(evaluate('IF(A1=4,1,MEDIAN(A1:A3))', scores)).toBe(1);
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
