import { ENTRY_LISTS, type EntryList } from './entry';

/** Names of what an op changes. Strings, because they are stored and exchanged. */

/** A cell that belongs to no answer of an indicator: title, header, totals, notes, other sheets. Its field is "value". */
export const cellEntity = (sheet: string, address: string): string => `cell:${sheet}!${address}`;

/** A cell of a row that a unit drafted itself: it has no address in the workbook as received. `column` as in "F". */
export const newRowCellEntity = (sheet: string, column: string, row: string): string => `cell:${sheet}!${column}${row}`;

/** An indicator of one table; its fields are column roles ("completion") and "measure:<n>", "note". */
export const indicatorEntity = (sheet: string, ordinal: number, code: string): string =>
  `indicator:${sheet}#${ordinal}:${code}`;

/** A row of a table as such: whether it is there, and where. `id` is the indicator's. */
export const rowEntity = (sheet: string, ordinal: number, id: string): string => `row:${sheet}#${ordinal}:${id}`;

/** One entry of an indicator's list. `entry` is random, so that two people's adds are two entries, whatever stands in them. */
export const entryEntity = (
  sheet: string,
  ordinal: number,
  { code, list, entry }: { code: string; list: EntryList; entry: string },
): string => `entry:${sheet}#${ordinal}:${code}:${list}:${entry}`;

/**
 * The entity of a recognised indicator. Once rows were drafted, its number may have changed: the journal goes on knowing it by
 * the code it had in the workbook as received.
 */
export const entityOf = (
  table: { sheet: string; ordinal: number },
  indicator: { code: string; id?: string | undefined },
): string => indicatorEntity(table.sheet, table.ordinal, indicator.id ?? indicator.code);

export type Entity =
  | { kind: 'cell'; sheet: string; address: string }
  | { kind: 'new-cell'; sheet: string; column: string; row: string }
  | { kind: 'row'; sheet: string; ordinal: number; id: string }
  | { kind: 'indicator'; sheet: string; ordinal: number; code: string }
  | { kind: 'entry'; sheet: string; ordinal: number; code: string; list: EntryList; entry: string };

/** null for entities of other kinds, which newer versions may write and which are kept as they are. */
export function parseEntity(entity: string): Entity | null {
  const cell = /^cell:(.*)!([A-Z]{1,3}[1-9]\d*)$/s.exec(entity);
  if (cell) return { kind: 'cell', sheet: cell[1]!, address: cell[2]! };
  const drafted = /^cell:(.*)!([A-Z]{1,3})(\+[0-9a-f]+)$/s.exec(entity);
  if (drafted) return { kind: 'new-cell', sheet: drafted[1]!, column: drafted[2]!, row: drafted[3]! };
  const row = /^row:(.*)#(\d+):([^:]+)$/s.exec(entity);
  if (row) return { kind: 'row', sheet: row[1]!, ordinal: Number(row[2]), id: row[3]! };
  const indicator = /^indicator:(.*)#(\d+):([^:]+)$/s.exec(entity);
  if (indicator) return { kind: 'indicator', sheet: indicator[1]!, ordinal: Number(indicator[2]), code: indicator[3]! };
  const entry = ENTRY.exec(entity);
  if (!entry) return null;
  const [, sheet, ordinal, code, list, id] = entry;
  return { kind: 'entry', sheet: sheet!, ordinal: Number(ordinal), code: code!, list: list as EntryList, entry: id! };
}

const ENTRY = new RegExp(`^entry:(.*)#(\\d+):([^:]+):(${ENTRY_LISTS.join('|')}):([0-9a-f]+)$`, 's');
