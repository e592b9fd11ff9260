import type { CellFormat } from '../fill/style-table';
import { textLineHeight, textWidth } from './text-width';
import { countLines } from './wrap-text';

/** Room that Excel and LibreOffice leave free inside a cell, in points: left and right together, top and bottom together. */
const SIDE_MARGINS = 5;
const VERTICAL_MARGINS = 3;
/** One step of indentation is three spaces of the normal font. */
const INDENT_WIDTH = 9;
/** Printers set text a little wider than the screen. */
const PRINT_TOLERANCE = 0.97;

/**
 * The height in points that a text needs in a cell of this width; 0 where height is no matter (turned text, or one that
 * runs on in a single line).
 */
export function textHeight(text: string, width: number, format: CellFormat): number {
  const { font, wrap, rotation, indent } = format;
  if (rotation !== 0) return 0;
  const breaks = /[\r\n]/.test(text);
  if (!wrap && !breaks) return 0;
  const available = Math.max(font.size, (width - SIDE_MARGINS - indent * INDENT_WIDTH) * PRINT_TOLERANCE);
  const lines = wrap ? countLines(text, available, piece => textWidth(piece, font)) : text.split(/\r\n|\r|\n/).length;
  return lines * textLineHeight(text, font) + VERTICAL_MARGINS;
}

/** Columns are measured in digits of the book's normal font, plus 5 pixels of padding, at 96 pixels an inch. */
export function columnWidthInPoints(characters: number, normalSize: number): number {
  // Rounded down: a column taken for narrower than it is costs a line at most, one taken for wider cuts text.
  const digit = Math.max(4, Math.floor((normalSize * 96 * 0.507) / 72));
  return Math.floor(characters * digit) * 0.75;
}
