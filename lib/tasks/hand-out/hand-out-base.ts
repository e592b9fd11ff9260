import { formatAddress } from '../../model/address';
import { toAppError } from '../../model/app-error';
import type { AppendableRole } from '../../model/columns';
import type { JournalState } from '../../model/field-state';
import type { SnapshotGrid } from '../../model/sheet-snapshot';
import type { RecognisedTable, RecognitionAnswers } from '../../model/table';
import { fillWorkbook } from '../../workbook/fill-workbook';
import { AnswerPlaces, type Place } from '../answer-places';
import { appendPlan } from '../append-plan';
import { type DraftedWorkbook, draftedWorkbook } from '../drafted-workbook';
import { tableValues } from '../drafting/journal-values';
import { appendedPlaces, exportEdits } from '../export-edits';
import { inspectWorkbook } from '../inspect-workbook';

/** From what a hand-out is made, now or once more when a copy comes back. */
export interface HandOutGround {
  /** The workbook as received. */
  received: Uint8Array;
  /** What its user said of its columns. */
  answers: RecognitionAnswers;
  /** The journal as it stands, or stood then: rows that were drafted and everything that is filled in. */
  state: JournalState;
  /** Columns that the first table gains. */
  append: readonly AppendableRole[];
}

export interface HandOutBase {
  bytes: Uint8Array;
  grids: readonly SnapshotGrid[];
  /** As they stand in it, appended columns included; each indicator with the name that the journal knows it by. */
  tables: readonly RecognisedTable[];
  /** Which field a cell of it is. */
  placeAt(sheet: string, address: string): Place;
  /** The number that an indicator has in it. */
  codeOf(entity: string): string | undefined;
}

/** What all departments get: the workbook with its rows and everything that is known so far. */
export async function handOutBase({ received, answers, state, append }: HandOutGround): Promise<HandOutBase> {
  const drafted = await rowsOf(received, state, answers);
  const { tables } = drafted.recognition;
  const places = new AnswerPlaces(tables, drafted.drafting);
  const [table] = tables;
  const gained = append.length > 0 && table ? { table, roles: append } : null;
  const { edits } = exportEdits(state, places, tables, gained);
  const options = gained ? { append: appendPlan(gained.table, append).request } : {};
  const { bytes } = await fillWorkbook(drafted.bytes, edits, options);
  const { grids, recognition } = await inspectWorkbook(bytes, { answers, problems: false });
  const appended = new Map<string, Place>();
  for (const [place, { sheet, ...cell }] of gained ? appendedPlaces(gained.table, append) : []) {
    appended.set(`${sheet}!${formatAddress(cell)}`, place);
  }
  return {
    bytes,
    grids,
    tables: namedAs(recognition.tables, tables),
    placeAt: (sheet, address) => appended.get(`${sheet}!${address}`) ?? places.atCell(sheet, address),
    codeOf: entity => places.codeOf(entity),
  };
}

/** As the campaign opens: where drafted rows cannot be put in, as received. */
async function rowsOf(
  received: Uint8Array,
  state: JournalState,
  answers: RecognitionAnswers,
): Promise<Pick<DraftedWorkbook, 'bytes' | 'recognition' | 'drafting'>> {
  try {
    return await draftedWorkbook(received, tableValues(state), { answers });
  } catch (thrown) {
    if (toAppError(thrown).code === 'cancelled') throw thrown;
    return { bytes: received, recognition: (await inspectWorkbook(received, { answers })).recognition, drafting: null };
  }
}

/** Numbers change with the rows; which row an indicator stands on does not change by filling in. */
function namedAs(recognised: readonly RecognisedTable[], shown: readonly RecognisedTable[]): RecognisedTable[] {
  return recognised.map(table => {
    const known = shown.find(({ sheet, ordinal }) => sheet === table.sheet && ordinal === table.ordinal);
    const ids = new Map<number, string>();
    for (const { rows, id, code } of known?.sections.flatMap(({ indicators }) => indicators) ?? []) {
      ids.set(rows.first, id ?? code);
    }
    return {
      ...table,
      sections: table.sections.map(section => ({
        ...section,
        indicators: section.indicators.map(indicator => {
          const id = ids.get(indicator.rows.first);
          return id === undefined ? indicator : { ...indicator, id };
        }),
      })),
    };
  });
}
