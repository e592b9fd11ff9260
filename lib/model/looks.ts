/** Looks of a sheet as far as a person sees them. Sizes as noted, colours as "#rrggbb". */
export interface FontLook {
  name: string;
  /** Points. */
  size: number;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strike: boolean;
  color: string | null;
}

export type BorderStyle = 'none' | 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double' | 'hair';

export interface BorderLook {
  style: BorderStyle;
  color: string | null;
}

/** In the order in which .xls files number them. */
export const HORIZONTAL_ALIGNMENTS = [
  'general',
  'left',
  'center',
  'right',
  'fill',
  'justify',
  'centerContinuous',
  'distributed',
] as const;
export const VERTICAL_ALIGNMENTS = ['top', 'center', 'bottom', 'justify', 'distributed'] as const;

export interface CellLook {
  font: FontLook;
  fill: string | null;
  borders: { top: BorderLook; right: BorderLook; bottom: BorderLook; left: BorderLook };
  horizontal: (typeof HORIZONTAL_ALIGNMENTS)[number];
  vertical: (typeof VERTICAL_ALIGNMENTS)[number];
  wrap: boolean;
  shrink: boolean;
  indent: number;
  /** Degrees as OOXML stores them (0–180), 255 for stacked letters. */
  rotation: number;
  numberFormat: string;
  locked: boolean;
}

export interface ColumnLook {
  first: number;
  last: number;
  /** Characters of the book's normal font, as the file stores it. */
  width: number;
  hidden: boolean;
}

/** Sizes of a sheet. Row heights in points, only rows that state one. */
export interface SheetLayout {
  columns: readonly ColumnLook[];
  defaultColumnWidth: number;
  defaultRowHeight: number;
  rows: ReadonlyMap<number, { height: number | null; hidden: boolean }>;
  freeze: { rows: number; columns: number };
  rightToLeft: boolean;
  protected: boolean;
}
