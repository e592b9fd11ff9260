import { AppError } from '../../model/app-error';
import { RESERVED_NAMES, WORKBOOK_LIMITS } from '../limits';
import type { SheetInfo } from '../opened-workbook';
import { isTrue } from '../xml/xml-boolean';
import { toUtf8 } from '../xml/xml-encoding';
import { XmlScanner } from '../xml/xml-scanner';
import { inflateEntry } from '../zip/inflate-entry';
import { findPart, type ZipArchive } from '../zip/zip-archive';
import { readContentTypes } from './content-types';
import { type Relationship, readRelationships } from './relationships';

export interface WorkbookPart {
  partName: string;
  format: 'xlsx' | 'xlsm';
  date1904: boolean;
  sheets: SheetInfo[];
  relationships: readonly Relationship[];
}

const SHEET_KINDS: Record<string, SheetInfo['kind']> = {
  worksheet: 'worksheet',
  chartsheet: 'chartsheet',
  dialogsheet: 'dialogsheet',
  xlMacrosheet: 'macrosheet',
  xlIntlMacrosheet: 'macrosheet',
};

/** Finds the part that lists the sheets, wherever the package keeps it, and reads the list. */
export async function readWorkbookPart(archive: ZipArchive): Promise<WorkbookPart> {
  const types = await readContentTypes(archive);
  const partName = await findWorkbookPart(archive, types);
  const relationships = await readRelationships(archive, partName);
  const scanner = new XmlScanner(toUtf8(await inflateEntry(archive, partName), partName), partName);
  if (!scanner.next() || !scanner.is('workbook')) throw new AppError('no-workbook-part');
  const sheets: SheetInfo[] = [];
  let date1904 = false;
  while (scanner.next()) {
    if (scanner.kind === 'close') continue;
    if (scanner.is('workbookPr')) date1904 = isTrue(scanner.attribute('date1904'));
    else if (scanner.depth === 2 && scanner.is('sheet')) sheets.push(readSheetInfo(scanner, archive, relationships));
    if (sheets.length > WORKBOOK_LIMITS.sheets)
      throw new AppError('too-many-sheets', { limit: WORKBOOK_LIMITS.sheets });
  }
  if (!sheets.some(({ kind }) => kind === 'worksheet')) throw new AppError('no-sheet');
  const macros = /macroEnabled/i.test(types.get(partName.toLowerCase()) ?? '');
  return { partName, format: macros ? 'xlsm' : 'xlsx', date1904, sheets, relationships };
}

async function findWorkbookPart(archive: ZipArchive, types: ReadonlyMap<string, string>): Promise<string> {
  const main = (await readRelationships(archive, '')).find(
    ({ kind, external }) => kind === 'officeDocument' && !external,
  );
  const stated = [...types].find(([, type]) =>
    /(?:spreadsheetml\.(?:sheet|template)|ms-excel\.\w+\.macroEnabled)\.main\+xml$/i.test(type),
  );
  const entry = [main?.target, stated?.[0], 'xl/workbook.xml']
    .map(name => name && findPart(archive, name))
    .find(Boolean);
  if (entry && !entry.partName.endsWith('.bin')) return entry.partName;
  throw new AppError(entry || findPart(archive, 'xl/workbook.bin') ? 'binary-workbook' : 'no-workbook-part');
}

function readSheetInfo(scanner: XmlScanner, archive: ZipArchive, relationships: readonly Relationship[]): SheetInfo {
  const name = scanner.attribute('name') ?? '';
  if (name.length > WORKBOOK_LIMITS.sheetNameLength)
    throw new AppError('name-too-long', { name: `${name.slice(0, 40)}…` });
  if (RESERVED_NAMES.has(name) && name.startsWith('__')) throw new AppError('reserved-name', { name });
  const state = scanner.attribute('state');
  const id = scanner.attributeIn('office-relationships', 'id');
  const relationship = relationships.find(candidate => candidate.id === id && !candidate.external);
  const entry = relationship && findPart(archive, relationship.target);
  return {
    name,
    state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    kind: entry ? (SHEET_KINDS[relationship.kind] ?? 'macrosheet') : 'missing',
    partName: entry?.partName ?? '',
  };
}
