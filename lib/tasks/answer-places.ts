import { formatAddress, parseAddress } from '../model/address';
import { ANSWER_ROLES } from '../model/columns';
import { cellEntity, indicatorEntity, parseEntity } from '../model/entity';
import type { RecognisedTable } from '../model/table';

export interface Place {
  entity: string;
  field: string;
}

export interface SheetCell {
  sheet: string;
  address: string;
}

/**
 * One answer, two ways to it: typed into its cell in the table, or into its field in the item view. Both must be the same
 * entity and field in the journal, or each would hide the other.
 */
export class AnswerPlaces {
  private readonly byCell = new Map<string, Place>();
  private readonly byField = new Map<string, SheetCell>();

  constructor(tables: readonly RecognisedTable[]) {
    for (const { sheet, ordinal, sections } of tables) {
      for (const indicator of sections.flatMap(section => section.indicators)) {
        const entity = indicatorEntity(sheet, ordinal, indicator.code);
        for (const role of ANSWER_ROLES) {
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
    return this.byCell.get(cellKey(sheet, address)) ?? { entity: cellEntity(sheet, address), field: 'value' };
  }

  /** null for what has no cell: a column the table lacks, a tick, a note. */
  cellOf(entity: string, field: string): SheetCell | null {
    const own = this.byField.get(fieldKey(entity, field));
    if (own) return own;
    const parsed = parseEntity(entity);
    if (parsed?.kind !== 'cell' || field !== 'value') return null;
    const position = parseAddress(parsed.address);
    return position && { sheet: parsed.sheet, address: formatAddress(position) };
  }
}

const cellKey = (sheet: string, address: string): string => `${address}!${sheet}`;
const fieldKey = (entity: string, field: string): string => `${field}@${entity}`;
