import { AppError } from '../../model/app-error';
import { type OpenedWorkbook, type OpenOptions, throwIfCancelled } from '../opened-workbook';
import { bookFacts } from '../styles/book-facts';
import { containerWarnings } from './container-warnings';
import { type BookFormulas, type FormulaText, readFormulas } from './read-formulas';
import { readLooks } from './read-looks';
import { readSheet } from './read-sheet';
import { readSharedStrings } from './shared-strings';
import { openWorkbookStream } from './workbook-stream';

/**
 * Opens an .xls or .et workbook (BIFF8 in a compound file).
 * @throws AppError empty-file, damaged-xls, encrypted, drm, old-excel, text-as-workbook, no-sheet, too-many-sheets, too-many-styles
 */
export async function openBiff(bytes: Uint8Array, { signal }: OpenOptions = {}): Promise<OpenedWorkbook> {
  const { file, stream, globals } = openWorkbookStream(bytes);
  if (!globals.sheets.some(({ kind }) => kind === 'worksheet')) throw new AppError('no-sheet');
  const looks = readLooks(stream);
  const facts = bookFacts(looks, globals.date1904);
  const strings = globals.sharedStrings === null ? null : readSharedStrings(stream, globals.sharedStrings);
  let formulas: BookFormulas | null = null;
  const formulasOf = (sheet: string) => {
    formulas ??= readFormulas({ stream, globals });
    return formulas.sheets.get(sheet) ?? new Map<number, FormulaText>();
  };
  return {
    format: 'xls',
    sheets: globals.sheets.map(({ name, state, kind }) => ({ name, state, kind, partName: 'Workbook' })),
    warnings: containerWarnings(file),
    date1904: globals.date1904,
    looks,
    async snapshot(name) {
      throwIfCancelled(signal);
      const sheet = globals.sheets.find(sheet => sheet.name === name);
      if (!sheet) throw new AppError('no-such-sheet', { sheet: name });
      if (sheet.kind !== 'worksheet') throw new AppError('not-a-worksheet', { sheet: name });
      return readSheet({ ...facts, stream, strings, formulas: () => formulasOf(name) }, sheet);
    },
  };
}
