import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellRange, formatAddress, formatRange, rangeContains } from '../../../lib/model/address';
import { SnapshotGrid } from '../../../lib/model/sheet-snapshot';
import { disjointMerges } from '../../../lib/workbook/disjoint-merges';
import { fillWorkbook } from '../../../lib/workbook/fill-workbook';
import { openWorkbook } from '../../../lib/workbook/open-workbook';
import { buildBiff, record, u16 } from '../../fixtures/build-biff';
import { buildPackage, workbookParts } from '../../fixtures/build-package';

const SIZE = 6;
const places = Array.from({ length: SIZE }, (_, index) => index);
const edge = fc.nat(SIZE - 1);
const range = fc.tuple(edge, edge, edge, edge).map(([a, b, c, d]) => ({
  top: Math.min(a, b),
  bottom: Math.max(a, b),
  left: Math.min(c, d),
  right: Math.max(c, d),
}));

function packageWith(merges: readonly CellRange[]): Uint8Array {
  const cells = (row: number) => places.map(column => `<c r="${formatAddress({ row, column })}"><v>1</v></c>`).join('');
  const rows = places.map(row => `<row r="${row + 1}">${cells(row)}</row>`).join('');
  const listed = merges.map(merge => `<mergeCell ref="${formatRange(merge)}"/>`).join('');
  const xml = `<sheetData>${rows}</sheetData><mergeCells>${listed}</mergeCells>`;
  return buildPackage(workbookParts({ sheets: [{ name: 'S', xml }] }));
}

function biffWith(merges: readonly CellRange[]): Uint8Array {
  const rows = places.map(row => ({ row, cells: [{ column: 0, kind: 'rks' as const, values: places.map(() => 1) }] }));
  const listed = merges.flatMap(({ top, bottom, left, right }) => u16(top, bottom, left, right));
  return buildBiff([{ name: 'S', rows, extra: [record(0x00e5, [...u16(merges.length), ...listed])] }]);
}

describe('merges that contradict each other', () => {
  it('count by the upper left one, and never as a single cell', () => {
    const all: CellRange = { top: 1, bottom: 3, left: 1, right: 3 };
    const single: CellRange = { top: 0, bottom: 0, left: 0, right: 0 };
    const corner: CellRange = { top: 0, bottom: 1, left: 0, right: 1 };
    expect(disjointMerges([single, all, corner])).toEqual([corner]);
  });

  it.each([
    ['.xlsx', packageWith],
    ['.xls', biffWith],
  ])('send what is filled in to the cell where it is shown, in %s', async (_, build) => {
    await fc.assert(
      fc.asyncProperty(fc.array(range, { maxLength: 8 }), edge, edge, async (merges, row, column) => {
        const bytes = build(merges);
        const workbook = await openWorkbook(bytes);
        const grid = new SnapshotGrid(await workbook.snapshot('S'));
        const merge = grid.merges.find(shown => rangeContains(shown, { row, column }));
        const shownIn = merge ? { row: merge.top, column: merge.left } : { row, column };
        const { written } = await fillWorkbook(bytes, [{ sheet: 'S', row, column, value: '填' }]);
        expect(written.map(({ cell }) => cell)).toEqual([formatAddress(shownIn)]);
      }),
      { numRuns: 60 },
    );
  });
});
