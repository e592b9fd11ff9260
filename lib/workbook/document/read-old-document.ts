import { parseAddress } from '../../model/address';
import { findStream, readStream } from '../biff/compound-file';
import { readFormulas } from '../biff/read-formulas';
import { openWorkbookStream } from '../biff/workbook-stream';
import { type DocumentFacts, namedCell } from './document-facts';
import { readPropertySet } from './property-set';

/** Numbers in the summary's property set ([MS-OSHARED] 2.3.3.2.1). */
const LAST_AUTHOR = 8;
const LAST_SAVED = 13;

/** The same of an .xls or .et file. */
export function readOldDocument(bytes: Uint8Array): DocumentFacts {
  const { file, stream, globals } = openWorkbookStream(bytes);
  const sections = (name: string) => {
    const entry = findStream(file, name);
    return entry ? readPropertySet(readStream(file, entry)) : [];
  };
  const summary = sections('\u0005SummaryInformation')[0]?.values;
  const own = sections('\u0005DocumentSummaryInformation')[1];
  const custom = [...(own?.names ?? [])].flatMap(([id, name]) => {
    const value = own?.values.get(id);
    return value === undefined ? [] : [[name, value] as const];
  });
  const cellNames = readFormulas({ stream, globals }).names.flatMap(({ name, text }) => {
    const cell = namedCell(text);
    const position = cell && parseAddress(cell.address);
    return position ? [{ name, sheet: cell.sheet, ...position }] : [];
  });
  return {
    lastModifiedBy: summary?.get(LAST_AUTHOR) || null,
    modified: summary?.get(LAST_SAVED) ?? null,
    custom: new Map(custom),
    cellNames,
  };
}
