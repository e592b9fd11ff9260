import { parseAddress } from '../../model/address';
import type { AnswerRole } from '../../model/columns';
import { entityOf } from '../../model/entity';
import { markHandOut } from '../../workbook/hand-out/mark-hand-out';
import { mergeBase } from '../returned/merge-base';
import { type HandOutBase, type HandOutGround, handOutBase } from './hand-out-base';
import { identityMarks, type MarkedRow } from './hand-out-identity';

export interface HandOutFile {
  /** 32 hex digits. */
  id: string;
  department: string;
  /** Which campaign hands it out (`campaignMark`). */
  campaign: string;
  /** Entities of its indicators. */
  items: readonly string[];
}

/**
 * One workbook a department: of one content and look, with the cells that it fills in open and tinted, and an identity.
 */
export async function writeHandOuts(
  ground: HandOutGround,
  files: readonly HandOutFile[],
  roles: readonly AnswerRole[],
): Promise<{ id: string; bytes: Uint8Array }[]> {
  const base = await handOutBase(ground);
  const written: { id: string; bytes: Uint8Array }[] = [];
  for (const file of files) {
    const own = new Set(file.items);
    const { open, rows } = marksFor(base, own, roles);
    written.push({ id: file.id, bytes: await markHandOut(base.bytes, { open, ...identityMarks(file, rows) }) });
  }
  return written;
}

function marksFor({ grids, tables }: HandOutBase, own: ReadonlySet<string>, roles: readonly AnswerRole[]) {
  const open = new Map<string, { row: number; column: number }[]>();
  const rows: MarkedRow[] = [];
  const base = mergeBase(grids, tables);
  for (const [sheetIndex, sheet] of base.sheets.entries()) {
    const { name } = sheet.grid.grid;
    const ownCodes = new Set<string>();
    for (const table of tables) {
      if (table.sheet !== name) continue;
      for (const indicator of table.sections.flatMap(section => section.indicators)) {
        if (!own.has(entityOf(table, indicator))) continue;
        ownCodes.add(`${indicator.rows.first}`);
        for (const role of roles) {
          const address = indicator.cells[role];
          const position = address === undefined ? null : parseAddress(address);
          if (!position || sheet.grid.grid.cell(position.row, position.column)?.formula !== undefined) continue;
          open.set(name, [...(open.get(name) ?? []), position]);
        }
        // Measures may have a row each: each of those rows has its own answer cells.
        for (const { cell } of indicator.measures) {
          const position = cell === undefined || !roles.includes('measures') ? null : parseAddress(cell);
          if (position) open.set(name, [...(open.get(name) ?? []), position]);
        }
      }
    }
    for (const block of sheet.tables.flatMap(table => table.blocks)) {
      const mine = ownCodes.has(`${block.top + 1}`);
      rows.push({ sheetIndex, sheet: name, row: block.top, column: block.identityColumn, own: mine });
    }
  }
  for (const [name, cells] of open) open.set(name, unique(cells));
  return { open, rows };
}

function unique<T extends { row: number; column: number }>(cells: readonly T[]): T[] {
  return [...new Map(cells.map(cell => [`${cell.row},${cell.column}`, cell])).values()];
}
