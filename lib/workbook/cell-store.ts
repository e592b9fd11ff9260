import { MAX_COLUMNS } from '../model/address';
import { STORED_KIND } from '../model/sheet-snapshot';
import { grown } from './growing-array';

const FIRST_CAPACITY = 1024;

/** Cells of one sheet as parallel columns while they are read: 21 bytes a cell. */
export class CellStore {
  count = 0;
  rows = new Uint32Array(FIRST_CAPACITY);
  columns = new Uint16Array(FIRST_CAPACITY);
  kinds = new Uint8Array(FIRST_CAPACITY);
  numbers = new Float64Array(FIRST_CAPACITY);
  styles = new Uint16Array(FIRST_CAPACITY);
  /** The place of the cell's formula in the text table plus one; 0 for none. */
  formulas = new Uint32Array(FIRST_CAPACITY);
  private ascending = true;

  add(row: number, column: number, kind: number, number: number, style: number): void {
    const at = this.count++;
    if (at === this.rows.length) this.grow();
    this.rows[at] = row;
    this.columns[at] = column;
    this.kinds[at] = kind;
    this.numbers[at] = number;
    this.styles[at] = style;
    if (at > 0 && (this.rows[at - 1]! > row || (this.rows[at - 1] === row && this.columns[at - 1]! >= column))) {
      this.ascending = false;
    }
  }

  /** Row by row, columns ascending; of two cells at one place the later stays. Nothing to do for nearly every file. */
  sortByPlace(): void {
    if (this.ascending) return;
    const key = (at: number) => this.rows[at]! * MAX_COLUMNS + this.columns[at]!;
    const order = new Uint32Array(this.count)
      .map((_, at) => at)
      .sort((a, b) => key(a) - key(b))
      .filter((at, place, all) => place === all.length - 1 || key(at) !== key(all[place + 1]!));
    this.rows = order.map(at => this.rows[at]!);
    this.columns = Uint16Array.from(order, at => this.columns[at]!);
    this.kinds = Uint8Array.from(order, at => this.kinds[at]!);
    this.numbers = Float64Array.from(order, at => this.numbers[at]!);
    this.styles = Uint16Array.from(order, at => this.styles[at]!);
    this.formulas = order.map(at => this.formulas[at]!);
    this.count = order.length;
    this.ascending = true;
  }

  /** Rows and columns up to the last cell with content. */
  usedSize(): { rows: number; columns: number } {
    let rows = 0;
    let columns = 0;
    for (let at = 0; at < this.count; at++) {
      if (this.kinds[at] === STORED_KIND.blank) continue;
      if (this.rows[at]! >= rows) rows = this.rows[at]! + 1;
      if (this.columns[at]! >= columns) columns = this.columns[at]! + 1;
    }
    return { rows, columns };
  }

  /** Where each row's cells begin, for `rowCount` rows and any further row with a look. Sorted cells only. */
  rowStart(rowCount: number): Uint32Array {
    const rows = Math.max(rowCount, this.count > 0 ? this.rows[this.count - 1]! + 1 : 0);
    const starts = new Uint32Array(rows + 1);
    for (let at = 0; at < this.count; at++) starts[this.rows[at]! + 1]!++;
    for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!;
    return starts;
  }

  finish(): { columns: Uint16Array; kinds: Uint8Array; numbers: Float64Array; styles: Uint16Array } {
    const { count } = this;
    return {
      columns: this.columns.slice(0, count),
      kinds: this.kinds.slice(0, count),
      numbers: this.numbers.slice(0, count),
      styles: this.styles.slice(0, count),
    };
  }

  finishFormulas(): { formulaCells: Uint32Array; formulaTexts: Uint32Array } {
    let found = 0;
    for (let at = 0; at < this.count; at++) if (this.formulas[at]) found++;
    const formulaCells = new Uint32Array(found);
    const formulaTexts = new Uint32Array(found);
    found = 0;
    for (let at = 0; at < this.count; at++) {
      if (!this.formulas[at]) continue;
      formulaCells[found] = at;
      formulaTexts[found++] = this.formulas[at]! - 1;
    }
    return { formulaCells, formulaTexts };
  }

  private grow(): void {
    const size = this.count;
    this.rows = grown(this.rows, size);
    this.columns = grown(this.columns, size);
    this.kinds = grown(this.kinds, size);
    this.numbers = grown(this.numbers, size);
    this.styles = grown(this.styles, size);
    this.formulas = grown(this.formulas, size);
  }
}
