import { AppError } from '../../model/app-error';
import type { Sentence } from '../../model/sentence';
import { containerKind } from '../container-kind';
import { WORKBOOK_LIMITS } from '../limits';
import { type CompoundFile, findStream, readCompoundFile, readStream, type StreamEntry } from './compound-file';
import { BIFF8, biffVersion, readGlobals, type WorkbookGlobals } from './workbook-globals';

const WORD: Sentence = { 'zh-CN': 'Word 文档', en: 'a Word document' };
const OTHER: Sentence = { 'zh-CN': '其他文档', en: 'some other document' };

/** An .xls or .et file, opened as far as its records. */
export interface WorkbookStream {
  file: CompoundFile;
  entry: StreamEntry;
  stream: Uint8Array;
  globals: WorkbookGlobals;
}

/** Refuses whatever is no BIFF8 workbook, each kind in its own words. */
export function openWorkbookStream(bytes: Uint8Array): WorkbookStream {
  if (bytes.length > WORKBOOK_LIMITS.fileBytes) throw new AppError('damaged-xls', { part: `${bytes.length} B` });
  if (containerKind(bytes) !== 'compound') throw new AppError('damaged-xls', { part: 'ZIP' });
  const file = readCompoundFile(bytes);
  const has = (name: string): boolean => findStream(file, name) !== undefined;
  if (has('\tDRMContent')) throw new AppError('drm');
  const entry = findStream(file, 'Workbook');
  if (!entry) {
    if (has('Book')) throw new AppError('old-excel', { version: 'Excel 5.0/95' });
    throw new AppError('text-as-workbook', { kind: has('WordDocument') ? WORD : OTHER });
  }
  const stream = readStream(file, entry);
  const version = biffVersion(stream);
  if (version === null) throw new AppError('damaged-xls', { part: 'BOF' });
  if (version !== BIFF8) throw new AppError('old-excel', { version: 'Excel 5.0/95' });
  return { file, entry, stream, globals: readGlobals(stream) };
}
