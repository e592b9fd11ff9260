import { type CellPosition, formatAddress, MAX_COLUMNS, parseAddress } from '../model/address';
import type { CellGrid, CellValue } from '../model/cells';
import type { AnswerPlaces } from './answer-places';
import type { CampaignFilling } from './campaign-filling';
import { splitFieldKey } from './journal-keys';

/** One sheet with what has been filled in on top, read cell by cell. */
export class FilledSheet {
  /** Cells that were ever filled: most never were, and are told apart without looking into the journal. */
  private readonly touched = new Set<number>();

  constructor(
    readonly grid: CellGrid,
    readonly places: AnswerPlaces,
    readonly filling: CampaignFilling,
  ) {
    const touch = (position: CellPosition) => this.touched.add(cellNumber(position.row, position.column));
    for (const key of filling.keys()) this.cellOf(key, touch);
    filling.subscribe(changed => {
      for (const key of changed ?? []) this.cellOf(key, touch);
    });
  }

  /** What a person put here; undefined where the workbook's own cell stands. */
  entered(row: number, column: number): CellValue | undefined {
    if (!this.touched.has(cellNumber(row, column))) return undefined;
    return this.filling.value(this.places.atCell(this.grid.name, formatAddress({ row, column })));
  }

  /** Putting back what the workbook itself holds leaves no change behind. */
  fill(inputs: readonly { position: CellPosition; value: CellValue }[]): Promise<void> {
    return this.filling.set(
      inputs.map(({ position, value }) => {
        const place = this.places.atCell(this.grid.name, formatAddress(position));
        const original = this.grid.cell(position.row, position.column)?.value ?? null;
        return { ...place, value: value === original ? undefined : value };
      }),
    );
  }

  /** `changed` are keys of the journal; those of other sheets are left out. null: everything. */
  subscribe(listener: (changed: readonly CellPosition[]) => void): () => void {
    return this.filling.subscribe(changed => {
      if (changed === null) return;
      const cells: CellPosition[] = [];
      for (const key of changed) this.cellOf(key, position => cells.push(position));
      if (cells.length > 0) listener(cells);
    });
  }

  private cellOf(key: string, visit: (position: CellPosition) => void): void {
    const { entity, field } = splitFieldKey(key);
    const cell = this.places.cellOf(entity, field);
    const position = cell?.sheet === this.grid.name ? parseAddress(cell.address) : null;
    if (position) visit(position);
  }
}

const cellNumber = (row: number, column: number): number => row * MAX_COLUMNS + column;
