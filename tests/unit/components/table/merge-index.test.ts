import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MergeIndex } from '../../../../components/table/merge-index';

/** One merge a band of ten rows at most, so that none overlap. */
const merges = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 0, max: 8 }), fc.nat(4), fc.nat(3)), { maxLength: 30 })
  .map(all => {
    const bands = new Map(all.map(merge => [merge[0], merge]));
    return [...bands.values()].map(([band, height, left, width]) => ({
      top: band * 10,
      bottom: band * 10 + height,
      left,
      right: left + width,
    }));
  });

describe('the index of merges', () => {
  it('finds just the merges that touch a band of rows', () => {
    fc.assert(
      fc.property(merges, fc.nat(620), fc.nat(40), (all, first, height) => {
        const last = first + height;
        const expected = all.filter(merge => merge.bottom >= first && merge.top <= last);
        expect(new Set(new MergeIndex(all).touching(first, last))).toEqual(new Set(expected));
      }),
    );
  });

  it('lets the top left cell speak for every cell of its merge', () => {
    const index = new MergeIndex([{ top: 2, bottom: 400, left: 0, right: 1 }]);
    expect(index.anchor({ row: 399, column: 1 })).toEqual({ row: 2, column: 0 });
    expect(index.anchor({ row: 399, column: 2 })).toEqual({ row: 399, column: 2 });
  });
});
