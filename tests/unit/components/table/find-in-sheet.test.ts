import { describe, expect, it } from 'vitest';
import { findInSheet } from '../../../../components/table/find-in-sheet';
import type { SheetSource } from '../../../../components/table/sheet-source';

function sheet(rows: string[][]): SheetSource {
  return {
    grid: { rowCount: rows.length, columnCount: Math.max(...rows.map(row => row.length)) },
    shown: (row: number, column: number) => {
      const text = rows[row]?.[column];
      return text === undefined ? undefined : { text, kind: 'text', changed: false };
    },
  } as unknown as SheetSource;
}

const source = sheet([
  ['平安 单位', '甲'],
  ['乙', '“平安”'],
  ['丙', '（ＡＢＣ）'],
]);

describe('finding in a sheet', () => {
  it('goes from match to match and round to the start', () => {
    expect(findInSheet(source, '平安', { row: 0, column: 0 })).toEqual({ row: 1, column: 1 });
    expect(findInSheet(source, '平安', { row: 1, column: 1 })).toEqual({ row: 0, column: 0 });
  });

  it('does not mind width, spaces and quotation marks', () => {
    expect(findInSheet(source, '平安单位', { row: 2, column: 1 })).toEqual({ row: 0, column: 0 });
    expect(findInSheet(source, '(abc)', { row: 0, column: 0 })).toEqual({ row: 2, column: 1 });
  });

  it('finds the only match again from itself, and nothing where nothing is', () => {
    expect(findInSheet(source, '丙', { row: 2, column: 0 })).toEqual({ row: 2, column: 0 });
    expect(findInSheet(source, '没有', { row: 0, column: 0 })).toBeNull();
    expect(findInSheet(source, ' ', { row: 0, column: 0 })).toBeNull();
  });
});
