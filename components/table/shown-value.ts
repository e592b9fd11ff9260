import type { CellKind, CellValue } from '../../lib/model/cells';
import { formatNumber, isDateFormat } from '../../lib/model/number-format/format-number';

export interface ShownCell {
  text: string;
  kind: CellKind | undefined;
  changed: boolean;
}

/** A value just put into a cell, as the cell will show it. */
export function shownText(value: CellValue, numberFormat: string, date1904: boolean): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value : formatNumber(value, numberFormat, date1904);
}

export function valueKind(value: CellValue, numberFormat: string): CellKind | undefined {
  if (value === null) return undefined;
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'text';
  return isDateFormat(numberFormat) ? 'date' : 'number';
}
