import type { Drafting } from '../../model/drafted-rows';
import { rowEntity } from '../../model/entity';
import type { JournalState } from '../../model/field-state';
import type { RecognisedTable } from '../../model/table';
import type { ListedChange } from '../change-list';
import { longestRise } from './row-moves';
import { isNewRow, ROW_FIELDS } from './row-order';

/** Both as one list. A cell that was worded anew and bears another number is one line, from the text as received. */
export function withRowLines(rows: readonly ListedChange[], changes: readonly ListedChange[]): ListedChange[] {
  const key = ({ sheet, cell }: ListedChange) => `${sheet}!${cell}`;
  const numbers = new Map(rows.filter(({ field }) => field === 'row:number').map(line => [key(line), line.before]));
  const changed = new Set(changes.map(key));
  return [
    ...rows.filter(line => line.field !== 'row:number' || !changed.has(key(line))),
    ...changes.map(line => ({ ...line, before: numbers.get(key(line)) ?? line.before })),
  ];
}

/** What drafting did to the rows themselves, as lines of the change list: what no single cell tells. */
export function listedRows(
  state: JournalState,
  drafting: Drafting | null,
  tables: readonly RecognisedTable[],
): ListedChange[] {
  if (!drafting) return [];
  return tables.flatMap((table, at) => [
    ...rowLines(state, drafting.received[at]!, table),
    ...drafting.renumbered
      .filter(({ sheet }) => sheet === table.sheet && table.ordinal === 0)
      .map(({ sheet, cell, from, to }) => ({
        ...blame(state, table, null),
        sheet,
        cell,
        indicator: null,
        field: 'row:number',
        before: from,
        after: to,
      })),
  ]);
}

function rowLines(state: JournalState, received: RecognisedTable, table: RecognisedTable): ListedChange[] {
  return received.sections.flatMap(({ indicators }, at) => {
    const now = table.sections[at]!.indicators;
    const index = new Map(indicators.map(({ code }, place) => [code, place]));
    const still = longestRise(now.flatMap(({ id }) => index.get(id ?? '') ?? []));
    const staying = new Set(now.map(({ id }) => id));
    const removed = indicators
      .filter(({ code }) => !staying.has(code))
      .map(({ code, contentText }) => ({
        ...blame(state, table, code),
        sheet: table.sheet,
        cell: null,
        indicator: code,
        field: 'row:removed',
        before: contentText,
        after: '',
      }));
    const others = now.flatMap(indicator => {
      const { id = '', code, cells } = indicator;
      const was = index.get(id);
      const isNew = isNewRow(id);
      if (!isNew && (was === undefined || still.has(was))) return [];
      const line = { ...blame(state, table, id), sheet: table.sheet, cell: cells.content ?? null, indicator: code };
      return [{ ...line, field: isNew ? 'row:added' : 'row:moved', before: isNew ? '' : id, after: code }];
    });
    return [...removed, ...others];
  });
}

/** Who did it last, and when. */
function blame(state: JournalState, table: RecognisedTable, id: string | null): Pick<ListedChange, 'who' | 'when'> {
  const prefix = rowEntity(table.sheet, table.ordinal, id ?? '');
  let last: Pick<ListedChange, 'who' | 'when'> = { who: '', when: 0 };
  for (const field of state.values()) {
    const isOf = id === null ? field.entity.startsWith(prefix) : field.entity === prefix;
    if (!isOf || !(ROW_FIELDS as readonly string[]).includes(field.field)) continue;
    for (const { actor, hlc } of field.heads) if (hlc.time > last.when) last = { who: actor, when: hlc.time };
  }
  return last;
}
