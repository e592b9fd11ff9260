import { type Replacement, replacement } from '../fill/replacements';
import { childPlace, childScanner, insertedChild } from '../fill/sheet-children';
import type { SheetMap } from '../fill/sheet-map';
import { changedStartTag } from '../fill/start-tag';

/** Gives the columns from `first` on these widths. Settings that reach over them are split; others keep their bytes. */
export function setColumnWidths(map: SheetMap, first: number, widths: readonly number[]): Replacement {
  const last = first + widths.length - 1;
  const own = widths.map((width, i) => ({
    first: first + i,
    xml: `<${map.prefix}col min="${first + i + 1}" max="${first + i + 1}" width="${width}" customWidth="1"/>`,
  }));
  const pieces = [...keptPieces(map, first, last), ...own].sort((a, b) => a.first - b.first);
  const content = pieces.map(({ xml }) => xml).join('');
  const place = childPlace(map, 'cols');
  const xml = `<${map.prefix}cols>${content}</${map.prefix}cols>`;
  return place ? replacement(place.start, place.end, xml) : insertedChild(map, 'cols', xml);
}

function keptPieces(map: SheetMap, first: number, last: number): { first: number; xml: string }[] {
  const pieces: { first: number; xml: string }[] = [];
  const scanner = childScanner(map, 'cols');
  while (scanner?.next()) {
    if (scanner.kind === 'close' || !scanner.isNamed('col')) continue;
    const from = Number(scanner.attribute('min')) - 1;
    const to = Number(scanner.attribute('max')) - 1;
    const keep = (start: number, end: number) => {
      if (start > end) return;
      const changes = start === from && end === to ? {} : { min: String(start + 1), max: String(end + 1) };
      pieces.push({ first: start, xml: `${changedStartTag(scanner, changes)}/>` });
    };
    keep(from, Math.min(to, first - 1));
    keep(Math.max(from, last + 1), to);
  }
  return pieces;
}
