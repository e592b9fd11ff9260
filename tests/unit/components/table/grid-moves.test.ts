import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Axis } from '../../../../components/table/axis';
import type { Move } from '../../../../components/table/grid-keys';
import { type MoveGround, positionAfter } from '../../../../components/table/grid-moves';
import { MergeIndex } from '../../../../components/table/merge-index';
import type { CellPosition, CellRange } from '../../../../lib/model/address';

function ground(merges: CellRange[] = [], hiddenRows: number[] = [], filled: string[] = []): MoveGround {
  return {
    rows: new Axis(20, row => (hiddenRows.includes(row) ? 0 : 20)),
    columns: new Axis(6, () => 60),
    merges: new MergeIndex(merges),
    isFilled: ({ row, column }) => filled.includes(`${row},${column}`),
    pageHeight: 100,
  };
}

const at = (row: number, column: number): CellPosition => ({ row, column });
const merge: CellRange = { top: 2, left: 1, bottom: 5, right: 2 };

describe('moves', () => {
  it('step over a merge as over one cell', () => {
    const place = ground([merge]);
    expect(positionAfter('down', at(1, 1), place)).toEqual(at(2, 1));
    expect(positionAfter('down', at(2, 1), place)).toEqual(at(6, 1));
    expect(positionAfter('right', at(2, 1), place)).toEqual(at(2, 3));
    expect(positionAfter('left', at(4, 3), place)).toEqual(at(2, 1));
  });

  it('skip hidden rows and stop at the edges', () => {
    const place = ground([], [1, 2]);
    expect(positionAfter('down', at(0, 0), place)).toEqual(at(3, 0));
    expect(positionAfter('up', at(0, 0), place)).toEqual(at(0, 0));
    expect(positionAfter('right', at(0, 5), place)).toEqual(at(0, 5));
  });

  it('wrap at the row end by Tab only', () => {
    expect(positionAfter('next', at(0, 5), ground())).toEqual(at(1, 0));
    expect(positionAfter('previous', at(1, 0), ground())).toEqual(at(0, 5));
  });

  it('run to the end of a filled block, or to the next one', () => {
    const place = ground([], [], ['0,0', '1,0', '2,0', '7,0']);
    expect(positionAfter('block-down', at(0, 0), place)).toEqual(at(2, 0));
    expect(positionAfter('block-down', at(2, 0), place)).toEqual(at(7, 0));
    expect(positionAfter('block-down', at(7, 0), place)).toEqual(at(19, 0));
  });

  it('get past a cell that is taller than the page', () => {
    const place = ground([{ top: 2, left: 0, bottom: 15, right: 0 }]);
    expect(positionAfter('page-down', at(2, 0), place)).toEqual(at(16, 0));
    expect(positionAfter('page-down', at(0, 1), place)).toEqual(at(5, 1));
  });

  it('always end on a visible cell that speaks for itself', () => {
    const moves: Move[] = ['up', 'down', 'left', 'right', 'next', 'previous', 'page-up', 'page-down', 'block-left'];
    const place = ground([merge], [7, 8, 19]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 40 }), path => {
        let here = at(0, 0);
        for (const move of path) here = positionAfter(move, here, place);
        expect(place.rows.size(here.row)).toBeGreaterThan(0);
        expect(place.merges.anchor(here)).toEqual(here);
      }),
    );
  });
});
