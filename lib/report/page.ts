import { MARGINS } from '../model/sheet-plan';
import { POINTS_PER_WIDTH } from './row-height';

const A4_LONG = 841.9;
const A4_SHORT = 595.3;

/** Points that a page has for columns and for rows. */
export const PRINTABLE_WIDTH = A4_LONG - 72 * (MARGINS.left + MARGINS.right);
export const PRINTABLE_HEIGHT = A4_SHORT - 72 * (MARGINS.top + MARGINS.bottom);

/** How much of a page the rows may fill: the rest is for faces taller than the ones we reckon with. */
const FILL = 0.95;

/** Fit-to-width only ever shrinks; a sheet wider than the page gains height by the same factor. */
export function rowSpace(columnWidths: readonly number[]): number {
  const width = columnWidths.reduce((sum, each) => sum + each * POINTS_PER_WIDTH, 0);
  return FILL * PRINTABLE_HEIGHT * Math.max(1, width / PRINTABLE_WIDTH);
}
