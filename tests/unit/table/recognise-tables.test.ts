import { describe, expect, it } from 'vitest';
import type { RecognisedTable } from '../../../lib/model/table';
import { cellOf } from '../../../lib/table/lookup';
import { recogniseTables } from '../../../lib/table/recognise-tables';
import { CITY_LAYOUTS } from '../../fixtures/layouts/city-layouts';
import { DECOYS } from '../../fixtures/layouts/decoys';
import { HARD_LAYOUTS } from '../../fixtures/layouts/hard-layouts';
import { KNOWN_LAYOUTS } from '../../fixtures/layouts/known-layouts';
import type { ExpectedTable, Layout } from '../../fixtures/layouts/layout';

/** The table in the terms of the expectation, and no more than the expectation speaks of. */
function summary(table: RecognisedTable, expected: ExpectedTable): ExpectedTable {
  const depth = Math.max(2, ...expected.sections.flatMap(([, , items]) => items.map(item => item.length)));
  const all: Required<ExpectedTable> = {
    title: table.title?.clean ?? null,
    year: table.year,
    unit: table.unit,
    total: table.total,
    kind: table.kind!,
    roles: table.columns.map(column => column.role),
    sections: table.sections.map(section => [
      section.name,
      section.weight,
      section.indicators.map(indicator => {
        const full = [
          indicator.code,
          indicator.content,
          indicator.weight?.points ?? null,
          indicator.measures.length,
          indicator.deadline?.date ?? null,
        ];
        return full.slice(0, depth) as ExpectedTable['sections'][0][2][0];
      }),
    ]),
    notes: table.notes.length,
    signatures: table.signatures.length,
    totals: table.totals.map(total => [total.label, total.value]),
    headerRows: table.headerRows,
    repeatedHeaderRows: table.repeatedHeaderRows,
    cells: Object.fromEntries(
      Object.entries(expected.cells ?? {}).map(([code, cells]) => [
        code,
        Object.fromEntries(Object.keys(cells).map(role => [role, cellOf(table, code, role as 'content')])),
      ]),
    ),
  };
  return Object.fromEntries(Object.keys(expected).map(key => [key, all[key as keyof ExpectedTable]])) as never;
}

function check(layout: Layout): void {
  const { tables, problems } = recogniseTables(layout.grids);
  expect(tables.map((table, i) => summary(table, layout.tables[i] ?? { roles: [], sections: [] }))).toEqual(
    layout.tables,
  );
  const warnings = problems.filter(problem => problem.severity === 'warning').map(problem => problem.code);
  expect(warnings.sort()).toEqual((layout.warnings ?? []).sort());
}

describe('recognising tables', () => {
  it.each(KNOWN_LAYOUTS)('reads $name', check);
  it.each(CITY_LAYOUTS)('reads $name', check);
  it.each(HARD_LAYOUTS)('reads $name', check);
  it.each(DECOYS)('finds no table in $name', check);
});
