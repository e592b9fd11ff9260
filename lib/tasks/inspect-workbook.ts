import { SnapshotGrid } from '../model/sheet-snapshot';
import type { Recognition, RecognitionAnswers } from '../model/table';
import { recogniseTables } from '../table/recognise-tables';
import { type OpenedWorkbook, openWorkbook } from '../workbook/open-workbook';

export interface InspectedWorkbook {
  workbook: OpenedWorkbook;
  grids: SnapshotGrid[];
  recognition: Recognition;
}

/** Opens a workbook and recognises its tables: bytes → cells → tables. Throws AppError for a file that is refused. */
export async function inspectWorkbook(
  bytes: Uint8Array,
  options: { answers?: RecognitionAnswers; problems?: boolean; signal?: AbortSignal } = {},
): Promise<InspectedWorkbook> {
  const workbook = await openWorkbook(bytes, options.signal ? { signal: options.signal } : {});
  const grids: SnapshotGrid[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.kind === 'worksheet') grids.push(new SnapshotGrid(await workbook.snapshot(sheet.name)));
  }
  return { workbook, grids, recognition: recogniseTables(grids, options.answers, options) };
}
