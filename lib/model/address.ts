/** A cell's place on its sheet, 0-based. */
export interface CellPosition {
  row: number;
  column: number;
}

/** A rectangle of cells, 0-based, all four edges included. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Limits of the format itself (ECMA-376 part 1, 18.2 and Excel's specification page). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** "A" → 0, "XFD" → 16383; null for anything else, beyond XFD included. */
export function columnIndex(name: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return null;
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index <= MAX_COLUMNS ? index - 1 : null;
}

export function formatAddress(position: CellPosition): string {
  return columnName(position.column) + (position.row + 1);
}

/** Reads "C5" and "$C$5"; null when it is no address of a sheet's cell. */
export function parseAddress(text: string): CellPosition | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return null;
  const column = columnIndex(match[1]!);
  const row = Number(match[2]) - 1;
  return column === null || row >= MAX_ROWS ? null : { row, column };
}

export function formatRange(range: CellRange): string {
  const start = formatAddress({ row: range.top, column: range.left });
  const end = formatAddress({ row: range.bottom, column: range.right });
  return start === end ? start : `${start}:${end}`;
}

/** Reads "A1:C5" or "A1", with or without $; corners in any order. */
export function parseRange(text: string): CellRange | null {
  const [first = '', second = first] = text.split(':');
  const a = parseAddress(first);
  const b = parseAddress(second);
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export function rangeContains(range: CellRange, { row, column }: CellPosition): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
