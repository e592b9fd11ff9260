import { problem } from '../../model/problem';
import type { Problem } from '../../model/table';
import type { ZipArchive } from '../zip/zip-archive';
import type { WorkbookPart } from './workbook-part';

/** Lower-case part names that show what to warn of. */
const SIGNS = [
  ['signed', /^_xmlsignatures\//],
  ['macros', /(?:^|\/)vbaproject\.bin$/],
  ['external-links', /\/externallinks\/[^/]+\.xml$/],
  ['connections', /(?:^|\/)connections\.xml$/],
  ['cell-pictures', /(?:^|\/)cellimages\.xml$/],
] as const;

/** What a user should know before filling this package. */
export function packageWarnings(archive: ZipArchive, { sheets }: WorkbookPart): Problem[] {
  const names = [...archive.byPartName.keys()];
  const signs = SIGNS.filter(([, part]) => names.some(name => part.test(name)));
  const missing = sheets.filter(({ kind }) => kind === 'missing');
  return [
    ...signs.map(([code]) => problem(code, { sheet: null, cell: null })),
    ...missing.map(({ name }) => problem('missing-sheet', { sheet: name, cell: null })),
  ];
}
