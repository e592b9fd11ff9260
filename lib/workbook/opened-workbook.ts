import { AppError } from '../model/app-error';
import type { CellLook } from '../model/looks';
import type { SheetSnapshot } from '../model/sheet-snapshot';
import type { Problem } from '../model/table';

export interface SheetInfo {
  name: string;
  state: 'visible' | 'hidden' | 'veryHidden';
  /** Only worksheets have cells; "missing" is a sheet that the workbook names and the file lacks. */
  kind: 'worksheet' | 'chartsheet' | 'dialogsheet' | 'macrosheet' | 'missing';
  /** The part or stream that holds it; "" for a missing one. */
  partName: string;
}

/** A workbook whose directory has been read. Its sheets are read one by one, when asked for. */
export interface OpenedWorkbook {
  format: 'xlsx' | 'xlsm' | 'xls' | 'et';
  sheets: readonly SheetInfo[];
  /** What a user should know before filling: signed, macros, external links, connections, cell pictures … */
  warnings: readonly Problem[];
  date1904: boolean;
  /** Index = a cell's style. */
  looks: readonly CellLook[];
  /** @throws AppError `no-such-sheet`, `not-a-worksheet`, `cancelled`, and whatever is wrong with that sheet's part */
  snapshot(sheetName: string): Promise<SheetSnapshot>;
}

export interface OpenOptions {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/** @throws AppError `cancelled` */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('cancelled');
}
