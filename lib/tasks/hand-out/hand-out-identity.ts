import type { HandOutIdentity } from '../../model/returned-workbook';
import { sha256Hex } from '../../model/sha256';
import type { DocumentFacts } from '../../workbook/document/document-facts';
import type { HandOutMarks } from '../../workbook/hand-out/hand-out-marks';
import type { MarksBySheet } from '../returned/compare-returned';
import type { ReturnedMarks } from '../returned/compare-sheet';

/** A row that can be told in a returned copy: its text's cell, 0-based, on a sheet of the workbook handed out. */
export interface MarkedRow {
  /** The sheet's place among the worksheets. */
  sheetIndex: number;
  sheet: string;
  row: number;
  column: number;
  /** The department fills it in. */
  own: boolean;
}

const PROPERTY = {
  id: 'pingan-fill.hand-out',
  department: 'pingan-fill.department',
  campaign: 'pingan-fill.campaign',
  rows: 'pingan-fill.rows',
} as const;
/** Excel cuts longer property texts. */
const LONGEST_PROPERTY = 250;
/** Names slow programs down when there are very many; beyond this only a department's own rows get one. */
const MOST_NAMES = 2_000;
/** "_pa.<id>.m0.3": own row 3 of the first sheet; "o" for a row of others. LibreOffice writes _ for . where it reads an .xls. */
const NAME = /^_pa[._]([0-9a-f]{32})[._]([mo])(\d{1,4})[._](\d{1,7})$/i;
/** "_pa.<id>.c.<mark>": which campaign handed it out. */
const CAMPAIGN_NAME = /^_pa[._][0-9a-f]{32}[._]c[._]([0-9a-f]{32})$/i;

/** What tells a campaign from others in a workbook that leaves the house; its id cannot be read from it. */
export async function campaignMark(campaign: string): Promise<string> {
  return (await sha256Hex(new TextEncoder().encode(`pingan-fill hand-out ${campaign}`))).slice(0, 32);
}

/** The identity in its two carriers. Either is enough: names hold every row, properties the department as well. */
export function identityMarks(
  { id, department, campaign }: { id: string; department: string; campaign: string },
  rows: readonly MarkedRow[],
): Pick<HandOutMarks, 'properties' | 'names'> {
  const own = rows.filter(row => row.own);
  const named = rows.length > MOST_NAMES ? own.slice(0, MOST_NAMES) : rows;
  const list = own.map(({ sheetIndex, row }) => `${sheetIndex}.${row + 1}`).join(' ');
  return {
    properties: new Map([
      [PROPERTY.id, id],
      [PROPERTY.department, department],
      [PROPERTY.campaign, campaign],
      ...(list.length <= LONGEST_PROPERTY ? [[PROPERTY.rows, list] as const] : []),
    ]),
    names: [
      ...named.map(({ sheetIndex, sheet, row, column, own: mine }) => ({
        name: `_pa.${id}.${mine ? 'm' : 'o'}${sheetIndex}.${row + 1}`,
        sheet,
        row,
        column,
      })),
      ...named.slice(0, 1).map(({ sheet, row, column }) => ({ name: `_pa.${id}.c.${campaign}`, sheet, row, column })),
    ],
  };
}

/** null where nothing of the identity is left. */
export function readIdentity({ custom, cellNames }: DocumentFacts): HandOutIdentity | null {
  const stated = custom.get(PROPERTY.id);
  const named = cellNames.flatMap(({ name }) => NAME.exec(name)?.[1] ?? [])[0];
  const id = /^[0-9a-f]{32}$/.test(stated ?? '') ? stated : named?.toLowerCase();
  if (id === undefined) return null;
  const inNames = cellNames.flatMap(({ name }) => CAMPAIGN_NAME.exec(name)?.[1] ?? [])[0];
  const campaign = custom.get(PROPERTY.campaign) || inNames?.toLowerCase() || null;
  return { id, department: custom.get(PROPERTY.department) || null, campaign };
}

/** What the marks of a returned copy say of its rows; `sheets` are the worksheets as handed out, in their order. */
export function returnedMarks({ custom, cellNames }: DocumentFacts, sheets: readonly string[]): MarksBySheet {
  const rows = sheets.map(() => new Map<number, number>());
  const own = sheets.map(() => new Set<number>());
  for (const { name, row } of cellNames) {
    const match = NAME.exec(name);
    const sheet = Number(match?.[3]);
    if (!match || !rows[sheet]) continue;
    const handedOut = Number(match[4]) - 1;
    rows[sheet].set(handedOut, row);
    if (match[2]!.toLowerCase() === 'm') own[sheet]!.add(handedOut);
  }
  for (const place of (custom.get(PROPERTY.rows) ?? '').split(' ')) {
    const [sheet, row] = place.split('.').map(Number);
    if (row !== undefined && own[sheet!]) own[sheet!]!.add(row - 1);
  }
  const any = own.some(set => set.size > 0);
  return new Map(
    sheets.map((name, index): [string, ReturnedMarks] => [
      name,
      { rows: rows[index]!, isOwn: row => !any || own[index]!.has(row) },
    ]),
  );
}
