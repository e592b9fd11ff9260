import { openBiff } from './biff/open-biff';
import { containerKind } from './container-kind';
import { type OpenedWorkbook, type OpenOptions, throwIfCancelled } from './opened-workbook';
import { openPackage } from './package/open-package';

export type { OpenedWorkbook, SheetInfo } from './opened-workbook';

/**
 * Opens a workbook by what it is, not by what it is called: an .xlsx that is really .xls opens as one.
 * @throws AppError for every file that cannot be filled and handed back as it came; time is bounded by the file's size
 */
export async function openWorkbook(bytes: Uint8Array, options: OpenOptions = {}): Promise<OpenedWorkbook> {
  throwIfCancelled(options.signal);
  return containerKind(bytes) === 'compound' ? openBiff(bytes, options) : openPackage(bytes, options);
}
