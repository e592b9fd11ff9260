import { AppError } from '../../model/app-error';
import type { CellLook } from '../../model/looks';
import type { SheetSnapshot } from '../../model/sheet-snapshot';
import { type OpenedWorkbook, type OpenOptions, throwIfCancelled } from '../opened-workbook';
import { readSheet } from '../sheet/read-sheet';
import { SharedTexts } from '../sheet/shared-texts';
import { bookFacts } from '../styles/book-facts';
import { DEFAULT_THEME } from '../styles/colors';
import { PLAIN_LOOK, readStyles } from '../styles/read-styles';
import { readThemeColors } from '../styles/read-theme';
import { toUtf8 } from '../xml/xml-encoding';
import { inflateEntry } from '../zip/inflate-entry';
import { readZip } from '../zip/read-zip';
import { findPart, type ZipArchive } from '../zip/zip-archive';
import { packageWarnings } from './package-warnings';
import { readWorkbookPart, type WorkbookPart } from './workbook-part';

/** Opens an .xlsx or .xlsm. Reads the list of sheets and the looks now; strings and sheets when one is asked for. */
export async function openPackage(bytes: Uint8Array, { signal, onProgress }: OpenOptions): Promise<OpenedWorkbook> {
  const archive = readZip(bytes);
  const workbook = await readWorkbookPart(archive);
  const looks = await readLooks(archive, workbook);
  const facts = bookFacts(looks, workbook.date1904);
  const total = workbook.sheets.length;
  let done = 0;
  let shared: Promise<SharedTexts> | null = null;
  return {
    format: workbook.format,
    sheets: workbook.sheets,
    warnings: packageWarnings(archive, workbook),
    date1904: workbook.date1904,
    looks,
    async snapshot(sheetName: string): Promise<SheetSnapshot> {
      throwIfCancelled(signal);
      const sheet = workbook.sheets.find(({ name }) => name === sheetName);
      if (!sheet) throw new AppError('no-such-sheet', { sheet: sheetName });
      const { name, partName: part } = sheet;
      const hidden = sheet.state !== 'visible';
      if (sheet.kind !== 'worksheet') throw new AppError('not-a-worksheet', { sheet: sheetName });
      shared ??= readShared(archive, workbook);
      const texts = await shared;
      const content = toUtf8(await inflateEntry(archive, part), part);
      throwIfCancelled(signal);
      const snapshot = readSheet({ bytes: content, part, name, hidden }, facts, texts);
      onProgress?.(++done, total);
      return snapshot;
    },
  };
}

async function readShared(archive: ZipArchive, workbook: WorkbookPart): Promise<SharedTexts> {
  const part = await readRelated(archive, workbook, 'sharedStrings');
  return part ? SharedTexts.read(part.bytes, part.name) : SharedTexts.none;
}

async function readLooks(archive: ZipArchive, workbook: WorkbookPart): Promise<readonly CellLook[]> {
  const styles = await readRelated(archive, workbook, 'styles');
  if (!styles) return [PLAIN_LOOK];
  const theme = await readRelated(archive, workbook, 'theme');
  const looks = readStyles(styles.bytes, styles.name, theme ? readThemeColors(theme.bytes, theme.name) : DEFAULT_THEME);
  return looks.length > 0 ? looks : [PLAIN_LOOK];
}

/** A part that the workbook names; null where it names none or the file lacks it, as some writers leave it. */
async function readRelated(archive: ZipArchive, { relationships }: WorkbookPart, wanted: string) {
  const relationship = relationships.find(({ kind, external }) => kind === wanted && !external);
  const name = relationship && findPart(archive, relationship.target)?.partName;
  return name ? { name, bytes: toUtf8(await inflateEntry(archive, name), name) } : null;
}
