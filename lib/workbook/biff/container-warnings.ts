import { problem } from '../../model/problem';
import type { Problem } from '../../model/table';
import type { CompoundFile } from './compound-file';

/** Names of streams or storages that show what to warn of. */
const SIGNS = [
  ['signed', /^_(?:xml)?signatures$/i],
  ['macros', /^_VBA_PROJECT_CUR$/i],
] as const;

/** What a user should know before filling this file. */
export function containerWarnings({ streams, storages }: CompoundFile): Problem[] {
  const names = [...streams.map(({ name }) => name), ...storages];
  const signs = SIGNS.filter(([, entry]) => names.some(name => entry.test(name)));
  return signs.map(([code]) => problem(code, { sheet: null, cell: null }));
}
