import { formatAddress, parseAddress } from '../model/address';
import { ANSWER_ROLES, type ColumnRole } from '../model/columns';
import type { DraftedRows } from '../model/drafted-rows';
import { cellEntity, entityOf, newRowCellEntity, parseEntity } from '../model/entity';
import type { RecognisedTable } from '../model/table';
import { CellMoves } from './drafting/cell-moves';

export interface Place {
  entity: string;
  field: string;
}

export interface SheetCell {
  sheet: string;
  address: string;
}

/** All that is written of a new row is kept with its indicator, its wording too. */
const NEW_ROW_ROLES: readonly ColumnRole[] = [...ANSWER_ROLES, 'content', 'deadline', 'weight'];

/**
 * One answer, two ways to it: typed into its cell in the table, or into its field in the item view. Both must be the same
 * entity and field in the journal, or each would hide the other. The journal names what the workbook as received holds as it
 * stood there, wherever drafting put it.
 */
export class AnswerPlaces {
  private readonly byCell = new Map<string, Place>();
  private readonly byField = new Map<string, SheetCell>();
  private readonly moves: ReadonlyMap<string, CellMoves>;
  private readonly newRows: AnswerPlaces | null;
  private readonly codes = new Map<string, string>();

  /** `tables` as they are shown. */
  constructor(
    tables: readonly RecognisedTable[],
    drafted: DraftedRows | null = null,
    roles: readonly ColumnRole[] = ANSWER_ROLES,
  ) {
    this.moves = new Map(drafted?.moved.map(moved => [moved.sheet, new CellMoves(moved)]));
    this.newRows = drafted && new AnswerPlaces(onlyNewRows(tables), null, NEW_ROW_ROLES);
    for (const table of tables) {
      for (const indicator of table.sections.flatMap(section => section.indicators)) {
        this.codes.set(entityOf(table, indicator), indicator.code);
      }
    }
    for (const table of drafted?.received ?? tables) {
      const { sheet, sections } = table;
      for (const indicator of sections.flatMap(section => section.indicators)) {
        const entity = entityOf(table, indicator);
        for (const role of roles) {
          const address = indicator.cells[role];
          // Two indicators that share one merged cell: the first owns it.
          if (address === undefined || this.byCell.has(cellKey(sheet, address))) continue;
          this.byCell.set(cellKey(sheet, address), { entity, field: role });
          this.byField.set(fieldKey(entity, role), { sheet, address });
        }
      }
    }
  }

  /** `address` is a merge's anchor. */
  atCell(sheet: string, address: string): Place {
    const received = this.moves.get(sheet)?.received(address) ?? { address };
    if ('address' in received) {
      const known = this.byCell.get(cellKey(sheet, received.address));
      return known ?? { entity: cellEntity(sheet, received.address), field: 'value' };
    }
    const own = this.newRows?.byCell.get(cellKey(sheet, address));
    return own ?? { entity: newRowCellEntity(sheet, received.column, received.row), field: 'value' };
  }

  /** The number that an indicator has now; undefined for one that was removed. */
  codeOf(entity: string): string | undefined {
    return this.codes.get(entity);
  }

  /** null for what has no cell: a column the table lacks, a tick, a note, a row that was removed. */
  cellOf(entity: string, field: string): SheetCell | null {
    const own = this.byField.get(fieldKey(entity, field));
    if (own) return this.now(own.sheet, own.address);
    const added = this.newRows?.byField.get(fieldKey(entity, field));
    // A cell that it shares with rows above or below belongs to the first of those.
    if (added && this.atCell(added.sheet, added.address).entity === entity) return added;
    const parsed = field === 'value' ? parseEntity(entity) : null;
    if (parsed?.kind === 'new-cell') {
      const address = this.moves.get(parsed.sheet)?.nowOfNew(parsed) ?? null;
      return address === null ? null : { sheet: parsed.sheet, address };
    }
    if (parsed?.kind !== 'cell') return null;
    const position = parseAddress(parsed.address);
    return position && this.now(parsed.sheet, formatAddress(position));
  }

  private now(sheet: string, received: string): SheetCell | null {
    const moves = this.moves.get(sheet);
    const address = moves ? moves.now(received) : received;
    return address === null ? null : { sheet, address };
  }
}

function onlyNewRows(tables: readonly RecognisedTable[]): RecognisedTable[] {
  return tables.map(table => ({
    ...table,
    sections: table.sections.map(section => ({
      ...section,
      indicators: section.indicators.filter(({ id }) => id?.startsWith('+')),
    })),
  }));
}

const cellKey = (sheet: string, address: string): string => `${address}!${sheet}`;
const fieldKey = (entity: string, field: string): string => `${field}@${entity}`;
