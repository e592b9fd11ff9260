import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { parseAddress } from '../../lib/model/address';
import { inspectWorkbook } from '../../lib/tasks/inspect-workbook';
import { fillWorkbook } from '../../lib/workbook/fill-workbook';
import { indexWorkbook, type WorkbookIndex } from '../../lib/workbook/index-workbook';
import type { Contender } from './contenders';
import { SHEET } from './make-workbook';

/** @param indexFile where import left the workbook's index; null where nothing was kept */
export function loadOurs(indexFile: string | null): Contender {
  const index: WorkbookIndex | null = indexFile === null ? null : deserialize(readFileSync(indexFile));
  return {
    open: bytes => inspectWorkbook(bytes),
    async fill(bytes, edits) {
      const cells = edits.map(({ address, value }) => ({ sheet: SHEET, ...parseAddress(address)!, value }));
      return (await fillWorkbook(bytes, cells, index ? { index } : {})).bytes;
    },
  };
}

/** What import leaves behind for `loadOurs`. */
export async function packedIndex(bytes: Uint8Array): Promise<Uint8Array> {
  return serialize(await indexWorkbook(bytes));
}
