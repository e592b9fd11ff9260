import type { CellPosition, CellRange } from './address';
import type { CellGrid, GridCell } from './cells';
import { serialToIso } from './date-serial';
import type { ColumnLook, SheetLayout } from './looks';
import { formatNumber, isDateFormat } from './number-format/format-number';

/** What `kinds` of a snapshot holds. A blank cell has a look and no content. */
export const STORED_KIND = { blank: 0, text: 1, number: 2, date: 3, boolean: 4, error: 5 } as const;

const KIND_NAMES = ['text', 'text', 'number', 'date', 'boolean', 'error'] as const;

/**
 * One sheet as typed arrays, so that a worker hands it over without copying and two million cells take about 26 MB.
 * Cells lie row by row: those of row r at rowStart[r] up to rowStart[r + 1], columns ascending.
 */
export interface SheetSnapshot {
  name: string;
  hidden: boolean;
  date1904: boolean;
  /** The used area; rows and columns with nothing but looks are beyond it. */
  rowCount: number;
  columnCount: number;
  rowStart: Uint32Array;
  columns: Uint16Array;
  kinds: Uint8Array;
  /** The number, the date's serial, 0 or 1 for a boolean; for text and errors the place in the text table. */
  numbers: Float64Array;
  styles: Uint16Array;
  /** UTF-8 of all texts; text t lies at textStart[t] up to textStart[t + 1]. */
  textBytes: Uint8Array;
  textStart: Uint32Array;
  /** Cells (by place in `columns`, ascending) with a formula, and the formula's place in the text table. */
  formulaCells: Uint32Array;
  formulaTexts: Uint32Array;
  /** Four edges a merge: top, left, bottom, right. */
  mergeEdges: Uint32Array;
  /** Rows, ascending, that state a look, height or hiddenness. Height NaN: none stated; style 0: none. */
  rows: { index: Uint32Array; height: Float32Array; hidden: Uint8Array; style: Uint16Array };
  columnLooks: readonly (ColumnLook & { style: number })[];
  sheetLook: Omit<SheetLayout, 'columns' | 'rows'>;
  /** Number formats, and which of them each style has. */
  formats: readonly string[];
  formatOfStyle: Uint16Array;
}

/** What to hand to postMessage as the transfer list. */
export function snapshotTransfer(snapshot: SheetSnapshot): ArrayBuffer[] {
  const { rows } = snapshot;
  const arrays = [...Object.values(snapshot), ...Object.values(rows)].filter(value => ArrayBuffer.isView(value));
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}

export function snapshotLayout({ columnLooks, rows, sheetLook }: SheetSnapshot): SheetLayout {
  const stated = new Map<number, { height: number | null; hidden: boolean }>();
  rows.index.forEach((row, at) => {
    const height = rows.height[at]!;
    if (!Number.isNaN(height) || rows.hidden[at]) {
      stated.set(row, { height: Number.isNaN(height) ? null : height, hidden: rows.hidden[at] === 1 });
    }
  });
  const columns = columnLooks.map(({ first, last, width, hidden }) => ({ first, last, width, hidden }));
  return { ...sheetLook, columns, rows: stated };
}

/** Decoded texts are kept up to this; then it begins anew. */
const MOST_KEPT_CHARACTERS = 4_000_000;

/** The grid that every other room reads, over a snapshot. Texts are decoded when first asked for. */
export class SnapshotGrid implements CellGrid {
  readonly merges: readonly CellRange[];
  /** By place in the text table: recognising a table reads most cells several times, and cells share texts. */
  private readonly texts = new Map<number, string>();
  private keptCharacters = 0;
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(readonly snapshot: SheetSnapshot) {
    const { mergeEdges } = snapshot;
    const merges: CellRange[] = [];
    for (let at = 0; at < mergeEdges.length; at += 4) {
      const [top, left, bottom, right] = mergeEdges.subarray(at, at + 4) as unknown as [number, number, number, number];
      merges.push({ top, left, bottom, right });
    }
    this.merges = merges;
  }

  get name(): string {
    return this.snapshot.name;
  }

  get hidden(): boolean {
    return this.snapshot.hidden;
  }

  get rowCount(): number {
    return this.snapshot.rowCount;
  }

  get columnCount(): number {
    return this.snapshot.columnCount;
  }

  cell(row: number, column: number): GridCell | undefined {
    const { kinds, numbers, styles, formats, formatOfStyle, date1904 } = this.snapshot;
    const at = this.find({ row, column });
    if (at < 0 || kinds[at] === STORED_KIND.blank) return undefined;
    const kind = KIND_NAMES[kinds[at]!]!;
    const cell: GridCell = { kind, text: '', value: '' };
    const formula = this.formula(at);
    if (formula !== undefined) cell.formula = formula;
    const number = numbers[at]!;
    if (kind === 'text' || kind === 'error') {
      cell.text = this.text(number);
      cell.value = cell.text;
    } else if (kind === 'boolean') {
      cell.text = number ? 'TRUE' : 'FALSE';
      cell.value = number === 1;
    } else {
      const format = formats[formatOfStyle[styles[at]!] ?? 0] ?? 'General';
      const iso = kind === 'date' ? serialToIso(number, date1904) : null;
      cell.value = number;
      cell.text = iso === null || isDateFormat(format) ? formatNumber(number, format, date1904) : iso;
      if (iso !== null) cell.iso = iso;
    }
    return cell;
  }

  filledColumns(row: number): readonly number[] {
    const { rowStart, columns, kinds } = this.snapshot;
    const filled: number[] = [];
    const end = rowStart[row + 1] ?? 0;
    for (let at = rowStart[row] ?? end; at < end; at++) {
      if (kinds[at] !== STORED_KIND.blank) filled.push(columns[at]!);
    }
    return filled;
  }

  style(row: number, column: number): number {
    const { rows, styles, columnLooks } = this.snapshot;
    const at = this.find({ row, column });
    if (at >= 0) return styles[at]!;
    const rowAt = search(rows.index, row, 0, rows.index.length);
    if (rowAt >= 0 && rows.style[rowAt]) return rows.style[rowAt]!;
    return columnLooks.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
  }

  mayContain(text: string): boolean {
    const { textBytes } = this.snapshot;
    const wanted = new TextEncoder().encode(text);
    const last = textBytes.length - wanted.length;
    for (let at = 0; at <= last; at++) {
      let same = 0;
      while (same < wanted.length && textBytes[at + same] === wanted[same]) same++;
      if (same === wanted.length) return true;
    }
    return false;
  }

  private find({ row, column }: CellPosition): number {
    const { rowStart, columns } = this.snapshot;
    if (row < 0 || row + 1 >= rowStart.length) return -1;
    return search(columns, column, rowStart[row]!, rowStart[row + 1]!);
  }

  private formula(at: number): string | undefined {
    const { formulaCells, formulaTexts } = this.snapshot;
    const place = search(formulaCells, at, 0, formulaCells.length);
    return place < 0 ? undefined : this.text(formulaTexts[place]!);
  }

  private text(index: number): string {
    const known = this.texts.get(index);
    if (known !== undefined) return known;
    const { textBytes, textStart } = this.snapshot;
    const text = this.decoder.decode(textBytes.subarray(textStart[index], textStart[index + 1]));
    this.keptCharacters += text.length;
    if (this.keptCharacters > MOST_KEPT_CHARACTERS) {
      this.texts.clear();
      this.keptCharacters = text.length;
    }
    this.texts.set(index, text);
    return text;
  }
}

/** The place of `value` in an ascending stretch; -1 where it is not there. */
function search(values: Uint16Array | Uint32Array, value: number, start: number, end: number): number {
  let low = start;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = values[middle]!;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
