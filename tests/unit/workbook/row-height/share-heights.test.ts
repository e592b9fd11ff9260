import { describe, expect, it } from 'vitest';
import { shareHeights } from '../../../../lib/workbook/row-height/share-heights';

const rows = (top: number, bottom: number) => ({ top, bottom, left: 0, right: 0 });
const twenty = () => 20;

describe('rows that must grow', () => {
  it('grow to what the tallest of their texts needs, in quarters of a point', () => {
    const needs = [
      { range: rows(3, 3), height: 40.1 },
      { range: rows(3, 3), height: 33 },
    ];
    expect(shareHeights(needs, twenty)).toEqual([{ row: 3, from: 20, to: 40.25, cut: false }]);
  });

  it('share what a merge lacks, after what its single cells need', () => {
    const needs = [
      { range: rows(0, 2), height: 100 },
      { range: rows(1, 1), height: 50 },
    ];
    expect(shareHeights(needs, twenty).map(({ row, to }) => [row, to])).toEqual([
      [0, 23.5],
      [1, 53.5],
      [2, 23.5],
    ]);
  });

  it('stay where there is room, or where half a point is missing', () => {
    expect(shareHeights([{ range: rows(0, 1), height: 40.4 }], twenty)).toEqual([]);
  });

  it('leave hidden rows hidden', () => {
    const needs = [
      { range: rows(0, 2), height: 90 },
      { range: rows(1, 1), height: 50 },
    ];
    const grown = shareHeights(needs, row => (row === 1 ? 0 : 20));
    expect(grown.map(({ row, to }) => [row, to])).toEqual([
      [0, 45],
      [2, 45],
    ]);
  });

  it('end at what a row can have, and say so', () => {
    expect(shareHeights([{ range: rows(0, 0), height: 500 }], twenty)).toEqual([
      { row: 0, from: 20, to: 409.5, cut: true },
    ]);
    expect(shareHeights([{ range: rows(0, 1), height: 800 }], twenty).map(({ to, cut }) => [to, cut])).toEqual([
      [400, false],
      [400, false],
    ]);
  });
});
