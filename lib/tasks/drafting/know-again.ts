import type { MovedRows } from '../../model/drafted-rows';
import type { Indicator, RecognisedTable } from '../../model/table';
import type { TableOrder } from './arrange-rows';

/**
 * The tables as they are recognised after drafting, each indicator with the name that the journal knows it by. By the row it stands
 * on, never by its number or words, which drafting changes. null where a row is missing, doubled or read as something else: then
 * an answer might land beside its indicator.
 */
export function knowAgain(
  recognised: readonly RecognisedTable[],
  orders: readonly TableOrder[],
  moved: readonly MovedRows[],
): RecognisedTable[] | null {
  const bySheet = new Map(moved.map(one => [one.sheet, one]));
  const known: RecognisedTable[] = [];
  for (const table of recognised) {
    const order = orders.find(one => one.table.sheet === table.sheet && one.table.ordinal === table.ordinal);
    const named = order && nameIndicators(table, order, bySheet.get(table.sheet));
    if (!named) return null;
    known.push(named);
  }
  return known.length === orders.length ? known : null;
}

function nameIndicators(
  table: RecognisedTable,
  { table: received, rows }: TableOrder,
  moved: MovedRows | undefined,
): RecognisedTable | null {
  if (table.sections.length !== received.sections.length) return null;
  const receivedRow = codesByRow(received);
  const nameOf = ({ rows: { first } }: Indicator): string | undefined => {
    const was = !moved ? first - 1 : first <= moved.order.length ? moved.order[first - 1]! : first - 1;
    return typeof was === 'string' ? was : receivedRow.get(was + 1);
  };
  const sections = table.sections.map((section, at) => ({
    ...section,
    code: received.sections[at]!.code,
    indicators: section.indicators.map(indicator => ({ ...indicator, id: nameOf(indicator) ?? '' })),
  }));
  const isWhole = sections.every(({ code, indicators }) => {
    const expected = (rows.get(code) ?? []).filter(({ removed }) => !removed).map(({ id }) => id);
    return expected.length === indicators.length && indicators.every(({ id }, at) => id === expected[at]);
  });
  return isWhole ? { ...table, sections } : null;
}

function codesByRow({ sections }: RecognisedTable): Map<number, string> {
  const codes = new Map<number, string>();
  for (const { code, rows } of sections.flatMap(({ indicators }) => indicators)) {
    for (let row = rows.first; row <= rows.last; row++) codes.set(row, code);
  }
  return codes;
}
