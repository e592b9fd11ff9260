import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRange } from '../../../lib/model/address';
import type { CellGrid } from '../../../lib/model/cells';
import { recogniseTables } from '../../../lib/table/recognise-tables';
import { type CellInput, gridOf } from '../../fixtures/layouts/grid';

const WORDS = [
  '项目',
  '考评内容',
  '考核内容',
  '具体措施',
  '分值',
  '分值',
  '得分',
  '自评',
  '考核',
  '序号',
  '姓名',
  '电话',
  '合计',
  '小计',
  '一、组织领导（10分）',
  '（二）履职',
  '1.落实；2.推进',
  '2023年底前',
  '4分',
  '注：',
  '填表人：',
  '说明',
  '单位',
  '<p>',
  '',
  '某局2023年度表（共40分）',
  '1',
  '2',
  '考评办法',
  '扣分说明',
  '工作任务',
  '备注',
  '10%',
  '0.4',
  '１．',
  '①',
];

const cell: fc.Arbitrary<CellInput> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  fc.double(),
  fc.string(),
  fc.constant(''),
);
const grid = fc
  .record({
    rows: fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 14 }),
    merges: fc.array(fc.tuple(fc.nat(12), fc.nat(7), fc.nat(3), fc.nat(3)), { maxLength: 5 }),
  })
  .map(({ rows, merges }) => {
    const taken = new Set<string>();
    const ranges = merges.flatMap(([top, left, height, width]) => {
      const cells = [];
      for (let row = top; row <= top + height; row++)
        for (let c = left; c <= left + width; c++) cells.push(`${row},${c}`);
      if (height + width === 0 || cells.some(key => taken.has(key))) return [];
      for (const key of cells) taken.add(key);
      return [formatRange({ top, left, bottom: top + height, right: left + width })];
    });
    return gridOf({ rows, merges: ranges });
  });

describe('any grid', () => {
  it('is read without throwing, with unique codes, rows inside the sheet and cells that exist', () => {
    fc.assert(
      fc.property(fc.array(grid, { maxLength: 2 }), grids => {
        for (const table of recogniseTables(grids).tables) {
          const codes = table.sections.flatMap(section => section.indicators.map(indicator => indicator.code));
          expect(new Set(codes).size).toBe(codes.length);
          for (const section of table.sections) {
            for (const { rows, cells } of section.indicators) {
              expect(rows.first).toBeLessThanOrEqual(rows.last);
              for (const address of Object.values(cells)) expect(address).toMatch(/^[A-Z]+[1-9]\d*$/);
            }
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** A sheet that makes its cells when asked, so that the time measured is ours. */
function endless(rowCount: number, columnCount: number, text: (row: number, column: number) => string): CellGrid {
  const columns = Array.from({ length: columnCount }, (_, column) => column);
  return {
    name: 'Sheet1',
    hidden: false,
    rowCount,
    columnCount,
    merges: [],
    cell: (row, column) => {
      const value = text(row, column);
      return { kind: 'text', text: value, value };
    },
    filledColumns: () => columns,
    style: () => 0,
  };
}

describe('large sheets', () => {
  const HEADER = ['项目', '考评内容', '具体措施', '完成时限', '权重分值'];
  it.each([
    [
      'a table of 100,000 rows',
      (row: number, column: number) => (row === 0 ? (HEADER[column] ?? '附') : `第${row}行文字`),
    ],
    ['100,000 rows without a header', (row: number, column: number) => `第${row}行第${column}列`],
    ['a header on every row', (_: number, column: number) => HEADER[column] ?? '备注'],
  ])('%s of 20 columns are read in seconds', (_, text) => {
    const before = process.cpuUsage();
    recogniseTables([endless(100_000, 20, text)]);
    const { user } = process.cpuUsage(before);
    // Well under a second on an idle machine; the bound only catches what is not linear.
    expect(user / 1e6).toBeLessThan(6);
  });

  it.each(['\t', '分总分', '，', '总分内容\t', '：', '&amp;', '1.', '（', '_', '12月', '（1）', '意见'])(
    'cells full of “%s” cost no more than others',
    piece => {
      const full = piece.repeat(Math.floor(32_000 / piece.length));
      const rows = [
        ['项目', '考评内容', '具体措施', '完成时限', '权重分值'],
        [full, full, full, full, full],
        [full, '', '', '', ''],
      ];
      const before = process.cpuUsage();
      recogniseTables([gridOf({ rows: [[full, '', '', '', ''], ...rows] })]);
      expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
    },
  );

  it('a merge over the whole sheet costs nothing', () => {
    const merges = [{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }];
    const grid = { ...endless(1_048_576, 16_384, () => ''), merges, filledColumns: () => [], cell: () => undefined };
    expect(recogniseTables([grid])).toEqual({ tables: [], problems: [], questions: [] });
  });
});
