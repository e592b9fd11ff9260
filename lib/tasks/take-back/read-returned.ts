import { formatAddress } from '../../model/address';
import type { ReadReturned, ReturnedFacts } from '../../model/returned-workbook';
import type { SnapshotGrid } from '../../model/sheet-snapshot';
import { readDocument } from '../../workbook/document/read-document';
import { openWorkbook } from '../../workbook/open-workbook';
import { AnswerPlaces } from '../answer-places';
import { readIdentity, returnedMarks } from '../hand-out/hand-out-identity';
import { type HandOutGround, handOutBase } from '../hand-out/write-hand-outs';
import { inspectWorkbook } from '../inspect-workbook';
import { readGrids } from '../merge-workbooks';
import { compareReturned } from '../returned/compare-returned';
import { type MergeBase, mergeBase } from '../returned/merge-base';

export interface TakeBackBase {
  base: MergeBase;
  places: AnswerPlaces;
}

/** @throws AppError why the file cannot be read at all */
export async function returnedFacts(bytes: Uint8Array): Promise<ReturnedFacts> {
  await openWorkbook(bytes);
  const facts = await readDocument(bytes);
  return { identity: readIdentity(facts), lastModifiedBy: facts.lastModifiedBy, modified: facts.modified };
}

/** What was handed out, made anew from the workbook as received and what stood in the journal then. */
export async function takeBackBase(ground: HandOutGround): Promise<TakeBackBase> {
  const { grids, recognition } = await inspectWorkbook(await handOutBase(ground), { problems: false });
  return { base: mergeBase(grids, recognition.tables), places: new AnswerPlaces(recognition.tables) };
}

/** A returned copy as answers: which field of which indicator says what. */
export async function readReturned({ base, places }: TakeBackBase, bytes: Uint8Array): Promise<ReadReturned> {
  const grids: SnapshotGrid[] = await readGrids(bytes);
  const marks = returnedMarks(
    await readDocument(bytes),
    base.sheets.map(sheet => sheet.grid.grid.name),
  );
  const { changes, outside, found, expected } = compareReturned(base, grids, marks);
  return {
    answers: changes.map(({ sheet, row, column, before, value }) => {
      const cell = formatAddress({ row, column });
      return { ...places.atCell(sheet, cell), sheet, cell, before, value };
    }),
    outside,
    found,
    expected,
  };
}
