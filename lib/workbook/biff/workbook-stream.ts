import { AppError } from '../../model/app-error';
import { WORKBOOK_LIMITS } from '../limits';
import {
  type CompoundFile,
  findStream,
  isCompoundFile,
  readCompoundFile,
  readStream,
  type StreamEntry,
} from './compound-file';
import { BIFF8, biffVersion, readGlobals, type WorkbookGlobals } from './workbook-globals';

/** An .xls or .et file, opened as far as its records. */
export interface WorkbookStream {
  file: CompoundFile;
  entry: StreamEntry;
  stream: Uint8Array;
  globals: WorkbookGlobals;
}

/** Versions before BIFF8, by the low byte of a bare BOF record's type, for files without a container. */
const BARE_VERSIONS: Record<number, string> = { 0: 'Excel 2', 2: 'Excel 3', 4: 'Excel 4', 8: 'Excel 5/95' };

/** Refuses whatever is no BIFF8 workbook, each kind in its own words. */
export function openWorkbookStream(bytes: Uint8Array): WorkbookStream {
  if (bytes.length === 0) throw new AppError('empty-file');
  if (bytes.length > WORKBOOK_LIMITS.fileBytes) throw new AppError('damaged-xls', { part: `${bytes.length} B` });
  if (!isCompoundFile(bytes)) refuseBareFile(bytes);
  const file = readCompoundFile(bytes);
  const has = (name: string): boolean => findStream(file, name) !== undefined;
  if (has('EncryptedPackage')) throw new AppError('encrypted');
  if (has('\tDRMContent')) throw new AppError('drm');
  const entry = findStream(file, 'Workbook');
  if (!entry) {
    if (has('Book')) throw new AppError('old-excel', { version: 'Excel 5/95' });
    throw new AppError('text-as-workbook', { kind: has('WordDocument') ? 'Word' : 'OLE' });
  }
  const stream = readStream(file, entry);
  const version = biffVersion(stream);
  if (version === null) throw new AppError('damaged-xls', { part: 'BOF' });
  if (version !== BIFF8) throw new AppError('old-excel', { version: 'Excel 5/95' });
  return { file, entry, stream, globals: readGlobals(stream) };
}

function refuseBareFile(bytes: Uint8Array): never {
  const version = bytes[0] === 0x09 ? BARE_VERSIONS[bytes[1] ?? -1] : undefined;
  if (version) throw new AppError('old-excel', { version });
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  if (/^mime-version:|^content-type:|^message-id:/m.test(start)) {
    throw new AppError('text-as-workbook', { kind: 'MHTML' });
  }
  if (start.startsWith('<?xml') || start.startsWith('<workbook'))
    throw new AppError('text-as-workbook', { kind: 'XML' });
  if (start.startsWith('<')) throw new AppError('text-as-workbook', { kind: 'HTML' });
  throw new AppError('damaged-xls', { part: 'D0CF11E0' });
}
