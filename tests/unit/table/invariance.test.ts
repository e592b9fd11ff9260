import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from '../../../lib/model/address';
import type { CellGrid, GridCell } from '../../../lib/model/cells';
import type { RecognisedTable } from '../../../lib/model/table';
import { foldWidth, withoutTags } from '../../../lib/model/text';
import { recogniseTables } from '../../../lib/table/recognise-tables';
import { CITY_LAYOUTS } from '../../fixtures/layouts/city-layouts';
import { HARD_LAYOUTS } from '../../fixtures/layouts/hard-layouts';
import { KNOWN_LAYOUTS } from '../../fixtures/layouts/known-layouts';
import { seedGrid } from '../../fixtures/layouts/seed';

const LAYOUTS = [
  { name: 'the 2023 table', grid: seedGrid() },
  ...[...KNOWN_LAYOUTS, ...CITY_LAYOUTS, ...HARD_LAYOUTS]
    .filter(layout => layout.tables.length > 0)
    .flatMap(layout => layout.grids.map(grid => ({ name: layout.name, grid })))
    .filter(({ grid }) => recogniseTables([grid]).tables.length > 0),
];

/** What was read, without the places it was read from and the width and spaces it was written in. */
function reading(grid: CellGrid) {
  return recogniseTables([grid]).tables.map(table => ({
    year: table.year,
    total: table.total,
    columns: table.columns.map(column => [column.role, column.level]),
    notes: table.notes.map(note => fold(note.text)),
    totals: table.totals.map(total => [fold(total.label), total.value, total.section]),
    signatures: table.signatures.map(signature => fold(signature.text)),
    sections: table.sections.map(section => ({
      code: section.code,
      name: fold(section.name),
      weight: section.weight,
      indicators: section.indicators.map(indicator => ({
        code: indicator.code,
        content: fold(indicator.content),
        measures: indicator.measures.map(measure => [measure.number, measure.numbered, fold(measure.clean)]),
        deadline: indicator.deadline && [indicator.deadline.date, indicator.deadline.precision],
        weight: indicator.weight && [indicator.weight.points, indicator.weight.unit],
      })),
    })),
  }));
}

const fold = (text: string) => foldWidth(withoutTags(text)).replace(/[\s“”]/g, '');

/** The same sheet with every cell and merge moved; `rowOf` may leave rows free in between. */
function moved(grid: CellGrid, rowOf: (row: number) => number, left: number): CellGrid {
  const rows = new Map(Array.from({ length: grid.rowCount }, (_, row) => [rowOf(row), row]));
  return {
    ...grid,
    rowCount: grid.rowCount === 0 ? 0 : rowOf(grid.rowCount - 1) + 1,
    columnCount: grid.columnCount + left,
    merges: grid.merges.map(merge => ({
      top: rowOf(merge.top),
      left: merge.left + left,
      bottom: rowOf(merge.bottom),
      right: merge.right + left,
    })),
    cell: (row, column) => {
      const original = rows.get(row);
      return original === undefined || column < left ? undefined : grid.cell(original, column - left);
    },
    filledColumns: row => {
      const original = rows.get(row);
      return original === undefined ? [] : grid.filledColumns(original).map(column => column + left);
    },
  };
}

function rewritten(grid: CellGrid, rewrite: (text: string) => string): CellGrid {
  const change = (cell: GridCell | undefined) =>
    cell?.kind === 'text' ? { ...cell, text: rewrite(cell.text), value: rewrite(cell.text) } : cell;
  return { ...grid, cell: (row, column) => change(grid.cell(row, column)) };
}

/** Tags stay what they are: no office types them. */
const outsideTags = (text: string, rewrite: (part: string) => string) =>
  text
    .split(/(<[^<>]*>)/)
    .map((part, i) => (i % 2 ? part : rewrite(part).replace(/、/g, '，')))
    .join('');
const fullWidth = (text: string) =>
  outsideTags(text, part => part.replace(/[!-~]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0)));
const halfWidth = (text: string) =>
  outsideTags(text, part => part.replace(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)));
const asItIs = (text: string) => outsideTags(text, part => part);

function addresses(table: RecognisedTable): string[] {
  const ofIndicators = table.sections.flatMap(section => [
    section.cell,
    ...section.indicators.flatMap(indicator => Object.values(indicator.cells)),
  ]);
  return [...ofIndicators, ...table.notes.map(note => note.cell), ...(table.title?.cells ?? [])];
}

describe('what is read does not depend on', () => {
  it.each(LAYOUTS)('where the table stands: $name', ({ grid }) => {
    const before = recogniseTables([grid]).tables;
    fc.assert(
      fc.property(fc.nat(30), fc.nat(12), (down, right) => {
        const after = moved(grid, row => row + down, right);
        expect(reading(after)).toEqual(reading(grid));
        const shift = (address: string) => {
          const place = parseAddress(address)!;
          return formatAddress({ row: place.row + down, column: place.column + right });
        };
        expect(recogniseTables([after]).tables.map(addresses)).toEqual(before.map(t => addresses(t).map(shift)));
      }),
      { numRuns: 8 },
    );
  });

  it.each(LAYOUTS)('blank rows in the body: $name', ({ grid }) => {
    const tables = recogniseTables([grid]).tables;
    const bodyTop = Math.max(...tables.flatMap(table => table.headerRows));
    fc.assert(
      fc.property(
        fc.integer({ min: bodyTop, max: Math.max(bodyTop, grid.rowCount) }),
        fc.integer({ min: 1, max: 3 }),
        (at, n) => {
          expect(reading(moved(grid, row => (row >= at ? row + n : row), 0))).toEqual(reading(grid));
        },
      ),
      { numRuns: 8 },
    );
  });

  it.each(LAYOUTS)('<p> around every text: $name', ({ grid }) => {
    expect(reading(rewritten(grid, text => `<p style="text-align: center;">${text}</p>`))).toEqual(reading(grid));
  });

  it.each(LAYOUTS)('full width of everything: $name', ({ grid }) => {
    expect(reading(rewritten(grid, fullWidth))).toEqual(reading(rewritten(grid, asItIs)));
  });

  it.each(LAYOUTS)('half width of everything: $name', ({ grid }) => {
    expect(reading(rewritten(grid, halfWidth))).toEqual(reading(rewritten(grid, asItIs)));
  });
});
