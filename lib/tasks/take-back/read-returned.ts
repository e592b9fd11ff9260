import { formatAddress } from '../../model/address';
import { parseEntity } from '../../model/entity';
import type { JournalState } from '../../model/field-state';
import type { ReadReturned, ReturnedFacts } from '../../model/returned-workbook';
import type { SnapshotGrid } from '../../model/sheet-snapshot';
import { readDocument } from '../../workbook/document/read-document';
import { openWorkbook } from '../../workbook/open-workbook';
import { shapesTable } from '../drafting/journal-values';
import { isNewRow } from '../drafting/row-order';
import { type HandOutBase, type HandOutGround, handOutBase } from '../hand-out/hand-out-base';
import { readIdentity, returnedMarks } from '../hand-out/hand-out-identity';
import { readGrids } from '../merge-workbooks';
import { compareReturned } from '../returned/compare-returned';
import { requireSameTable } from '../returned/is-same-table';
import { type MergeBase, mergeBase } from '../returned/merge-base';

export interface TakeBackBase extends Pick<HandOutBase, 'placeAt' | 'codeOf'> {
  base: MergeBase;
}

/** @throws AppError why the file cannot be read at all */
export async function returnedFacts(bytes: Uint8Array): Promise<ReturnedFacts> {
  await openWorkbook(bytes);
  const facts = await readDocument(bytes);
  return { identity: readIdentity(facts), lastModifiedBy: facts.lastModifiedBy, modified: facts.modified };
}

/**
 * What was handed out, made anew from the workbook as received and what stood in the journal *then*: rows that were added, removed
 * or reworded since are no change of a colleague's.
 */
export async function takeBackBase(ground: HandOutGround): Promise<TakeBackBase> {
  const { grids, tables, placeAt, codeOf } = await handOutBase(ground);
  return { base: mergeBase(grids, tables), placeAt, codeOf };
}

/** For a copy of which nothing is known: the rows as they are now, and nothing filled in. */
export function rowsAlone(state: JournalState): JournalState {
  return new Map(
    [...state].filter(([key, { entity }]) => {
      if (shapesTable(key) !== 'wording') return shapesTable(key) === 'rows';
      const parsed = parseEntity(entity);
      return parsed?.kind === 'indicator' && isNewRow(parsed.code);
    }),
  );
}

/**
 * A returned copy as answers: which field of which indicator says what.
 * @throws AppError `other-table`, and why it cannot be read
 */
export async function readReturned(
  { base, placeAt, codeOf }: TakeBackBase,
  file: string,
  bytes: Uint8Array,
): Promise<ReadReturned> {
  const grids: SnapshotGrid[] = await readGrids(bytes);
  const marks = returnedMarks(
    await readDocument(bytes),
    base.sheets.map(sheet => sheet.grid.grid.name),
  );
  const compared = compareReturned(base, grids, marks);
  requireSameTable(compared, file);
  return {
    answers: compared.changes.map(({ sheet, row, column, before, value }) => {
      const cell = formatAddress({ row, column });
      const place = placeAt(sheet, cell);
      return { ...place, code: codeOf(place.entity) ?? null, sheet, cell, before, value };
    }),
    outside: compared.outside,
  };
}
