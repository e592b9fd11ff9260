import { describe, expect, it } from 'vitest';
import { MergeIndex } from '../../../../components/table/merge-index';
import { planPaste } from '../../../../components/table/paste-plan';
import type { CellRange } from '../../../../lib/model/address';

function ground(merges: CellRange[] = [], readOnly: string[] = []) {
  return {
    rowCount: 30,
    columnCount: 8,
    merges: new MergeIndex(merges),
    isReadOnly: ({ row, column }: { row: number; column: number }) => readOnly.includes(`${row},${column}`),
  };
}

const cell = (row: number, column: number): CellRange => ({ top: row, bottom: row, left: column, right: column });
const placed = (plan: ReturnType<typeof planPaste>) =>
  plan.cells.map(({ position, text }) => `${position.row},${position.column}=${text}`);

describe('a pasted block', () => {
  it('lies down from the active cell', () => {
    expect(placed(planPaste([['a', 'b'], ['c']], cell(2, 1), ground()))).toEqual(['2,1=a', '2,2=b', '3,1=c']);
  });

  it('fills the whole selection when it is one text', () => {
    const plan = planPaste([['好']], { top: 1, bottom: 2, left: 0, right: 1 }, ground());
    expect(placed(plan)).toEqual(['1,0=好', '1,1=好', '2,0=好', '2,1=好']);
  });

  it('leaves formulas alone and says how many', () => {
    const plan = planPaste([['1'], ['2']], cell(0, 3), ground([], ['1,3']));
    expect(placed(plan)).toEqual(['0,3=1']);
    expect(plan.readOnly).toBe(1);
  });

  it('puts one line into each merged cell when the source has no such merges', () => {
    const merges = [
      { top: 0, bottom: 1, left: 2, right: 2 },
      { top: 2, bottom: 3, left: 2, right: 2 },
    ];
    const plan = planPaste([['一'], ['二']], { top: 0, bottom: 1, left: 2, right: 2 }, ground(merges));
    expect(placed(plan)).toEqual(['0,2=一', '2,2=二']);
    expect(plan.noPlace).toBe(0);
  });

  it('keeps the places of a block copied from cells merged alike', () => {
    const merges = [
      { top: 0, bottom: 1, left: 2, right: 2 },
      { top: 2, bottom: 3, left: 2, right: 2 },
    ];
    const plan = planPaste([['一'], [''], ['二'], ['']], { top: 0, bottom: 1, left: 2, right: 2 }, ground(merges));
    expect(placed(plan)).toEqual(['0,2=一', '2,2=二']);
  });

  it('counts what falls off the sheet', () => {
    const plan = planPaste([['a'], ['b'], ['']], cell(29, 0), ground());
    expect(placed(plan)).toEqual(['29,0=a']);
    expect(plan.noPlace).toBe(1);
  });
});
