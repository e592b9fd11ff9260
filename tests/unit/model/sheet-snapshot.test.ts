import { describe, expect, it, vi } from 'vitest';
import { SnapshotGrid, snapshotLayout, snapshotTransfer } from '../../../lib/model/sheet-snapshot';
import { SnapshotBuilder } from '../../../lib/workbook/snapshot-builder';
import { plainCell } from '../../fixtures/read-package';

const BOOK = {
  date1904: false,
  formats: ['General', 'yyyy/m/d'],
  formatOfStyle: new Uint16Array([0, 1]),
  dateStyles: new Uint8Array([0, 1]),
};
const FRAME = {
  merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  columnLooks: [{ first: 0, last: 3, width: 12, hidden: true, style: 1 }],
  sheetLook: {
    defaultColumnWidth: 9,
    defaultRowHeight: 15,
    freeze: { rows: 1, columns: 0 },
    rightToLeft: false,
    protected: true,
  },
};

function snapshot() {
  const builder = new SnapshotBuilder({ name: '表', hidden: false }, BOOK);
  builder.addText(0, 0, 0, builder.texts.add('标题'));
  builder.addNumber(2, 1, 1, 45291);
  builder.addNumber(2, 3, 0, 4.5);
  builder.addFormula('A1*2');
  builder.addBlank(4, 0, 1);
  builder.addRow(2, 30, false, 1);
  builder.addRow(1, Number.NaN, true, 0);
  return builder.finish(FRAME);
}

describe('a grid over a snapshot', () => {
  it('answers for cells, formulas, looks and sizes', () => {
    const grid = new SnapshotGrid(snapshot());
    expect([grid.name, grid.hidden, grid.rowCount, grid.columnCount, grid.merges]).toEqual([
      '表',
      false,
      3,
      4,
      FRAME.merges,
    ]);
    expect(plainCell(grid.cell(0, 0))).toEqual({ kind: 'text', text: '标题', value: '标题' });
    expect(plainCell(grid.cell(2, 1))).toEqual({ kind: 'date', text: '2023/12/31', value: 45291, iso: '2023-12-31' });
    expect(plainCell(grid.cell(2, 3))).toEqual({ kind: 'number', text: '4.5', value: 4.5, formula: 'A1*2' });
    expect([grid.filledColumns(0), grid.filledColumns(1), grid.filledColumns(2), grid.filledColumns(4)]).toEqual([
      [0],
      [],
      [1, 3],
      [],
    ]);
    expect([grid.style(0, 0), grid.style(2, 0), grid.style(1, 2), grid.style(1, 9), grid.style(4, 0)]).toEqual([
      0, 1, 1, 0, 1,
    ]);
  });

  it('decodes a text that many cells share once, and all texts of a sheet that has more than it keeps', () => {
    const builder = new SnapshotBuilder({ name: '表', hidden: false }, BOOK);
    const long = (row: number) => `${row}`.repeat(30_000);
    const shared = builder.texts.add('东街街道');
    for (let row = 0; row < 200; row++) {
      builder.addText(row, 0, 0, builder.texts.add(long(row)));
      builder.addText(row, 1, 0, shared);
    }
    const grid = new SnapshotGrid(builder.finish({ ...FRAME, merges: [] }));
    const decode = vi.spyOn(TextDecoder.prototype, 'decode');
    for (let row = 0; row < 100; row++) grid.cell(row, 1);
    expect(decode).toHaveBeenCalledTimes(1);
    decode.mockRestore();
    for (const row of [...Array(200).keys(), 0, 1, 199]) {
      expect(grid.cell(row, 0)?.text === long(row)).toBe(true);
      expect(grid.cell(row, 1)?.text).toBe('东街街道');
    }
  });

  it('has nothing outside of the sheet', () => {
    const grid = new SnapshotGrid(snapshot());
    for (const [row, column] of [
      [-1, 0],
      [0, -1],
      [99, 0],
      [0, 99],
    ] as const)
      expect(grid.cell(row, column)).toBeUndefined();
    expect(grid.filledColumns(99)).toEqual([]);
  });

  it('gives the layout of rows and columns', () => {
    const layout = snapshotLayout(snapshot());
    expect([...layout.rows]).toEqual([
      [1, { height: null, hidden: true }],
      [2, { height: 30, hidden: false }],
    ]);
    expect(layout).toMatchObject({
      columns: [{ first: 0, last: 3, width: 12, hidden: true }],
      protected: true,
      freeze: { rows: 1, columns: 0 },
    });
  });

  it('lists each buffer to transfer once', () => {
    const transfer = snapshotTransfer(snapshot());
    expect(new Set(transfer).size).toBe(transfer.length);
    expect(transfer.length).toBeGreaterThan(10);
  });
});
