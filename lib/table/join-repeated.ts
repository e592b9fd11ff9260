import type { HeaderBlock } from './find-headers';
import { sumLabel } from './row-kinds';
import type { SheetView } from './sheet-view';
import { readTitle } from './title';

/**
 * A header printed again on the next page belongs to the table above it; the same header under a title of its own, or
 * below a 合计, begins another table.
 */
export function joinRepeated(view: SheetView, blocks: readonly HeaderBlock[]): HeaderBlock[] {
  const kept: HeaderBlock[] = [];
  for (const block of blocks) {
    const previous = kept.at(-1);
    if (!previous || !sameHeadings(previous, block) || startsAnew(view, previous, block)) kept.push(block);
  }
  return kept;
}

function sameHeadings(a: HeaderBlock, b: HeaderBlock): boolean {
  const key = (block: HeaderBlock) =>
    block.columns.map(column => `${column.column}:${column.path.join('/')}`).join('|');
  return key(a).replace(/\s/g, '') === key(b).replace(/\s/g, '');
}

function startsAnew(view: SheetView, previous: HeaderBlock, block: HeaderBlock): boolean {
  const title = readTitle(view, block, previous.bottom + 1);
  const first = readTitle(view, previous, 0);
  const fresh = [...title.keys].some(
    key => !first.keys.has(key) && /表|细则|标准|指标|一览|清单|方案|\d分\)/.test(key),
  );
  return fresh || endsInTotal(view, title.top - 1, previous.bottom);
}

/** The last filled row above is a grand total. */
function endsInTotal(view: SheetView, from: number, floor: number): boolean {
  for (let row = from; row > floor && row > from - 4; row--) {
    const columns = view.filled(row, 0, Number.MAX_SAFE_INTEGER);
    if (columns.length === 0) continue;
    return columns.slice(0, 3).some(column => sumLabel(view.grid.cell(row, column)!.text)?.kind === 'total');
  }
  return false;
}
