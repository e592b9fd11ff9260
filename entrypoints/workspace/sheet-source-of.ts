import type { SheetSource } from '../../components/table/sheet-source';
import { shownText, valueKind } from '../../components/table/shown-value';
import type { ReadWorkbook } from '../../lib/messages/workbook-messages';
import { type SheetSnapshot, SnapshotGrid, snapshotLayout } from '../../lib/model/sheet-snapshot';
import type { FilledSheet } from '../../lib/tasks/filled-sheet';

/** A sheet as it came, for looking at. */
export function plainSheetSource(workbook: ReadWorkbook, snapshot: SheetSnapshot): SheetSource {
  return sheetSource(workbook, new SnapshotGrid(snapshot), null);
}

/** A sheet with what has been filled in on top. */
export function filledSheetSource(workbook: ReadWorkbook, grid: SnapshotGrid, sheet: FilledSheet): SheetSource {
  return sheetSource(workbook, grid, sheet);
}

function sheetSource({ looks, date1904 }: ReadWorkbook, grid: SnapshotGrid, filled: FilledSheet | null): SheetSource {
  const layout = snapshotLayout(grid.snapshot);
  const lookAt = (row: number, column: number) => looks[grid.style(row, column)];
  return {
    grid,
    layout,
    looks,
    date1904,
    shown(row, column) {
      const entered = filled?.entered(row, column);
      if (entered === undefined) {
        const cell = grid.cell(row, column);
        return cell && { text: cell.text, kind: cell.kind, changed: false };
      }
      const format = lookAt(row, column)?.numberFormat ?? 'General';
      return { text: shownText(entered, format, date1904), kind: valueKind(entered, format), changed: true };
    },
    readOnly: (row, column) => (grid.cell(row, column)?.formula === undefined ? null : 'formula'),
    locked: (row, column) => layout.protected && (lookAt(row, column)?.locked ?? true),
    subscribe: listener => filled?.subscribe(listener) ?? (() => {}),
  };
}
