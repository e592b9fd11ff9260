import type { EditedSheet } from './edited-sheet';
import { recordAt } from './records';
import { columnOfKey, rowOfKey } from './sheet-change';
import { findIndex, pointIndex, resizedIndex } from './sheet-index';
import { StreamPatch } from './stream-patch';
import type { StringTable } from './string-table';
import type { WorkbookStream } from './workbook-stream';
import { writeTable } from './write-table';

/** Calculation engine 0: older than any, so that programs compute all formulas when they open the book. */
const NO_ENGINE = 0;

/** The workbook stream with the sheets' changes, and every number that says where a record stands corrected. */
export function patchWorkbookStream(
  { stream, globals }: WorkbookStream,
  edited: readonly EditedSheet[],
  strings: StringTable,
  recalculate: boolean,
): Uint8Array {
  const patch = new StreamPatch(stream);
  strings.patch(patch);
  const tables = new Map(edited.map(sheet => [sheet.sheet, patchSheet(stream, patch, sheet)]));
  const { stream: patched, moved } = patch.build();
  const view = new DataView(patched.buffer);
  for (const sheet of globals.sheets) {
    view.setUint32(moved(sheet.record) + 4, moved(sheet.position), true);
    const index = findIndex(stream, sheet.position);
    const table = tables.get(sheet);
    const dbCells = table?.dbCells.map(offset => moved(table.end) - table.length + offset) ?? null;
    if (index !== null) pointIndex(view, moved(index), moved, dbCells);
  }
  if (recalculate && globals.recalcId !== null) view.setUint32(moved(globals.recalcId) + 8, NO_ENGINE, true);
  return patched;
}

function patchSheet(
  stream: Uint8Array,
  patch: StreamPatch,
  sheet: EditedSheet,
): { end: number; length: number; dbCells: readonly number[] } {
  const { map, change } = sheet;
  const plan = sheet.plan();
  const { bytes, dbCells } = writeTable(stream, map, change, plan);
  const { start, end } = map.table;
  patch.replace(start, end, bytes);
  const added = [...plan.blocks, ...[...plan.newBlocks.values()].flat()].flatMap(block => block.newCells);
  if (map.dimensions !== null) patchDimensions(stream, patch, map.dimensions, added);
  if (map.index !== null) {
    const index = recordAt(stream, map.index);
    patch.replace(index.start, index.end, resizedIndex(index, dbCells.length, added.map(rowOfKey)));
  }
  return { end, length: bytes.length, dbCells };
}

/** DIMENSIONS: first row, row behind the last, first column, column behind the last. */
function patchDimensions(stream: Uint8Array, patch: StreamPatch, offset: number, added: readonly number[]): void {
  if (added.length === 0) return;
  const record = recordAt(stream, offset);
  const rows = { first: record.u32(0), end: record.u32(4) };
  const columns = { first: record.u16(8), end: record.u16(10) };
  const bytes = stream.slice(record.start, record.end);
  const view = new DataView(bytes.buffer);
  const isEmpty = rows.end <= rows.first || columns.end <= columns.first;
  const spans = added.map(key => ({ row: rowOfKey(key), column: columnOfKey(key) }));
  const least = (known: number, values: number[]) =>
    values.reduce((a, b) => Math.min(a, b), isEmpty ? Infinity : known);
  const most = (known: number, values: number[]) => values.reduce((a, b) => Math.max(a, b + 1), isEmpty ? 0 : known);
  view.setUint32(
    4,
    least(
      rows.first,
      spans.map(({ row }) => row),
    ),
    true,
  );
  view.setUint32(
    8,
    most(
      rows.end,
      spans.map(({ row }) => row),
    ),
    true,
  );
  view.setUint16(
    12,
    least(
      columns.first,
      spans.map(({ column }) => column),
    ),
    true,
  );
  view.setUint16(
    14,
    most(
      columns.end,
      spans.map(({ column }) => column),
    ),
    true,
  );
  patch.replace(record.start, record.end, bytes);
}
