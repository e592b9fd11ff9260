import { describe, expect, it } from 'vitest';
import { MergeIndex } from '../../../../components/table/merge-index';
import { selectedRange } from '../../../../components/table/selection';

describe('a selection', () => {
  it('spans from the active cell to the moved corner, whichever way', () => {
    const none = new MergeIndex([]);
    const selection = { active: { row: 4, column: 3 }, corner: { row: 1, column: 5 } };
    expect(selectedRange(selection, none)).toEqual({ top: 1, left: 3, bottom: 4, right: 5 });
  });

  it('widens until it cuts no merge, also one that only a wider selection touches', () => {
    const merges = new MergeIndex([
      { top: 1, left: 1, bottom: 3, right: 2 },
      { top: 3, left: 3, bottom: 6, right: 3 },
    ]);
    const selection = { active: { row: 1, column: 1 }, corner: { row: 1, column: 3 } };
    expect(selectedRange(selection, merges)).toEqual({ top: 1, left: 1, bottom: 6, right: 3 });
  });
});
