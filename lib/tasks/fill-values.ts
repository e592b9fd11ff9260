import * as z from 'zod';
import { parseAddress } from '../model/address';
import { AppError } from '../model/app-error';
import type { CellEdit } from '../model/cells';
import { APPENDABLE_COLUMNS, type AppendableRole, COLUMN_ROLES, type ColumnRole } from '../model/columns';
import type { RecognisedTable } from '../model/table';
import { type FillResult, fillWorkbook } from '../workbook/fill-workbook';
import { appendPlan } from './append-plan';
import { inspectWorkbook } from './inspect-workbook';

const cellValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What `fill` is given: values by cell, values by indicator and field. */
export const fillValuesSchema = z.object({
  cells: z.array(z.object({ sheet: z.string().optional(), cell: z.string(), value: cellValue })).default([]),
  fields: z
    .array(z.object({ sheet: z.string().optional(), indicator: z.string(), field: z.string(), value: cellValue }))
    .default([]),
});

export type FillValues = z.infer<typeof fillValuesSchema>;

/**
 * Fills a workbook by cells and by indicator fields. Fields go to the first visible table that has the indicator;
 * cells without a sheet to the first sheet with a table, else the first sheet that has cells.
 * @param append roles to append as a working copy where the table lacks them
 * @throws AppError `no-column`, `no-indicator`, `bad-address` and all of `fillWorkbook`'s
 */
export async function fillValues(
  bytes: Uint8Array,
  values: FillValues,
  options: { append?: readonly AppendableRole[]; growRows?: boolean; signal?: AbortSignal } = {},
): Promise<FillResult> {
  const { grids, recognition } = await inspectWorkbook(bytes, options);
  const hidden = new Set(grids.filter(grid => grid.hidden).map(grid => grid.name));
  const tables = [...recognition.tables].sort((a, b) => Number(hidden.has(a.sheet)) - Number(hidden.has(b.sheet)));
  const main = tables[0];
  const defaultSheet = main?.sheet ?? grids[0]!.name;
  const append = main && options.append?.length ? appendPlan(main, options.append) : null;
  if (options.append?.length && !main) throw new AppError('no-table');

  const edits: CellEdit[] = values.cells.map(({ sheet = defaultSheet, cell, value }) => {
    const position = parseAddress(cell);
    if (!position) throw new AppError('bad-address', { cell });
    return { sheet, ...position, value };
  });
  for (const { sheet, indicator: code, field, value } of values.fields) {
    const role = COLUMN_ROLES.find(known => known === field);
    const candidates = tables.filter(table => sheet === undefined || table.sheet === sheet);
    const found = findIndicator(candidates, code, role);
    if (!found) throw new AppError('no-indicator', { indicator: code });
    const { table, indicator } = found;
    const own = role && indicator.cells[role];
    const appended = table === main && role ? append?.columnOf(role) : undefined;
    if (own) edits.push({ sheet: table.sheet, ...parseAddress(own)!, value });
    else if (appended !== undefined) {
      edits.push({ sheet: table.sheet, row: indicator.rows.first - 1, column: appended, value });
    } else throw new AppError('no-column', { indicator: code, field });
  }
  return fillWorkbook(bytes, edits, {
    growRows: options.growRows ?? false,
    ...(append && append.request.columns.length > 0 ? { append: append.request } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  });
}

/** The indicator in the first table that also has the wanted column; else in the first table that has the indicator. */
function findIndicator(tables: readonly RecognisedTable[], code: string, role: ColumnRole | undefined) {
  const all = tables.flatMap(table =>
    table.sections
      .flatMap(section => section.indicators)
      .filter(indicator => indicator.code === code)
      .map(indicator => ({ table, indicator })),
  );
  return all.find(({ indicator }) => role && indicator.cells[role]) ?? all[0];
}

export function isAppendable(role: string): role is AppendableRole {
  return Object.keys(APPENDABLE_COLUMNS).includes(role);
}
