import { SheetGeometry } from './sheet-geometry';
import type { SheetSource } from './sheet-source';

export const ZOOMS = [0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2] as const;

const SMALLEST_FIT = 0.6;
const LARGEST_FIT = 1.25;
/** Left for the vertical scroll bar. */
const SCROLL_BAR = 18;

/** The zoom at which the used columns fill the width, within what stays legible. */
export function fittingZoom(source: SheetSource, width: number): number {
  const geometry = new SheetGeometry(source, 1);
  const used = geometry.columns.offset(Math.max(1, source.grid.columnCount));
  if (used === 0) return 1;
  const zoom = (width - geometry.rowHeaderWidth - SCROLL_BAR) / used;
  return Math.min(LARGEST_FIT, Math.max(SMALLEST_FIT, Math.floor(zoom * 50) / 50));
}
