import { AppError } from '../../lib/model/app-error';
import { parseRulesFile } from '../../lib/model/rules-file';
import { SnapshotGrid } from '../../lib/model/sheet-snapshot';
import type { RecognisedTable } from '../../lib/model/table';
import { type RulesRead, readRulesTemplate, readRulesWorkbook } from '../../lib/tasks/rule-import/read-rules';
import { WORKBOOK_LIMITS } from '../../lib/workbook/limits';
import type { WorkbookClient } from './workbook-client';

/** A superior's workbook, or a template that somebody handed on. */
export async function readRulesFile(
  file: File,
  tables: readonly RecognisedTable[],
  workbooks: WorkbookClient,
  signal: AbortSignal,
): Promise<RulesRead> {
  // Refused before it is read into memory.
  if (file.size > WORKBOOK_LIMITS.fileBytes) throw new AppError('file-too-large', { file: file.name });
  if (/\.json$/i.test(file.name)) return readRulesTemplate(parseRulesFile(await file.text(), file.name), tables);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { recognition, snapshots } = await workbooks.ask({ do: 'workspace:worker:open', bytes, answers: {} }, signal);
  const grids = snapshots.map(snapshot => new SnapshotGrid(snapshot));
  return readRulesWorkbook(grids, recognition.tables, tables);
}
