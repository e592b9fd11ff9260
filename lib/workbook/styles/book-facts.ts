import type { CellLook } from '../../model/looks';
import { isDateFormat } from '../../model/number-format/format-number';
import type { BookFacts } from '../snapshot-builder';

/** What snapshots need of a book's looks. There is always a style 0. */
export function bookFacts(looks: readonly CellLook[], date1904: boolean): BookFacts {
  const places = new Map<string, number>();
  const formatOfStyle = new Uint16Array(Math.max(1, looks.length));
  const dateStyles = new Uint8Array(formatOfStyle.length);
  for (let style = 0; style < formatOfStyle.length; style++) {
    const format = looks[style]?.numberFormat ?? 'General';
    if (!places.has(format)) places.set(format, places.size);
    formatOfStyle[style] = places.get(format)!;
    dateStyles[style] = isDateFormat(format) ? 1 : 0;
  }
  return { date1904, formats: [...places.keys()], formatOfStyle, dateStyles };
}
