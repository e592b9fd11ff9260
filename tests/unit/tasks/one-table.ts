import type { CellGrid, GridCell } from '../../../lib/model/cells';
import type { RecognisedTable } from '../../../lib/model/table';

/** A table of two indicators with a 完成情况 and a 自评分 column; both share one evidence cell. */
export function oneTable(): RecognisedTable {
  const indicator = (code: string, number: number, row: number): RecognisedTable['sections'][0]['indicators'][0] => ({
    code,
    number,
    content: `内容${number}`,
    contentText: `${number}.内容${number}`,
    measures: [
      { number: 1, numbered: true, text: '1.甲；', clean: '甲' },
      { number: 2, numbered: true, text: '2.乙', clean: '乙' },
    ],
    deadline: null,
    weight: { text: '4分', points: 4, unit: 'points' },
    rows: { first: row, last: row },
    cells: { content: `B${row}`, measures: `C${row}`, completion: `E${row}`, selfScore: `F${row}`, evidence: 'G3' },
    confidence: 1,
  });
  return {
    sheet: '表',
    ordinal: 0,
    range: { top: 1, left: 0, bottom: 3, right: 6 },
    title: null,
    year: 2026,
    unit: null,
    total: 8,
    headerRows: [2],
    repeatedHeaderRows: [],
    columns: [
      { role: 'completion', header: '完成情况', column: 4, confidence: 1 },
      { role: 'selfScore', header: '自评分', column: 5, confidence: 1 },
      { role: 'evidence', header: '佐证材料', column: 6, confidence: 1 },
    ],
    sections: [
      {
        code: '1',
        number: '一',
        name: '领导责任',
        text: '一、领导责任',
        weight: 8,
        cell: 'A3',
        confidence: 1,
        indicators: [indicator('1.1', 1, 3), indicator('1.2', 2, 4)],
      },
    ],
    notes: [],
    totals: [],
    signatures: [],
  };
}

/** A sheet with just these cells, by address position "row,column". */
export function gridOf(name: string, cells: Record<string, GridCell>): CellGrid {
  return {
    name,
    hidden: false,
    rowCount: 10,
    columnCount: 10,
    merges: [],
    cell: (row, column) => cells[`${row},${column}`],
    filledColumns: () => [],
    style: () => 0,
  };
}

export const text = (value: string): GridCell => ({ kind: 'text', text: value, value });
