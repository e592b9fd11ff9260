import { type CellPosition, formatAddress, parseAddress } from '../model/address';
import type { CellGrid, CellValue } from '../model/cells';
import type { AnswerPlaces } from './answer-places';
import type { CampaignFilling } from './campaign-filling';
import { splitFieldKey } from './journal-keys';

/** One sheet with what has been filled in on top, read cell by cell. */
export class FilledSheet {
  constructor(
    readonly grid: CellGrid,
    readonly places: AnswerPlaces,
    readonly filling: CampaignFilling,
  ) {}

  /** What a person put here; undefined where the workbook's own cell stands. */
  entered(row: number, column: number): CellValue | undefined {
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
      const cells = [...changed].flatMap(key => this.cellOf(key) ?? []);
      if (cells.length > 0) listener(cells);
    });
  }

  private cellOf(key: string): CellPosition | null {
    const { entity, field } = splitFieldKey(key);
    const cell = this.places.cellOf(entity, field);
    return cell?.sheet === this.grid.name ? parseAddress(cell.address) : null;
  }
}
