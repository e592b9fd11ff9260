import { lastOf } from '../model/last';
import type { HeaderBlock } from './find-headers';
import { sumLabel } from './row-kinds';
import type { SheetView } from './sheet-view';
import { readTitle, type TitleArea } from './title';

/**
 * A header printed again on the next page belongs to the table above it; the same header under a title of its own, or
 * below a 合计, begins another table.
 */
export function joinRepeated(view: SheetView, blocks: readonly HeaderBlock[]): HeaderBlock[] {
  const kept: HeaderBlock[] = [];
  let titles: ReadonlySet<string> = new Set();
  blocks.forEach((block, i) => {
    const previous = lastOf(kept);
    const title = readTitle(view, block, (blocks[i - 1]?.bottom ?? -1) + 1);
    if (
      previous &&
      sameHeadings(previous, block) &&
      !isFresh(title, titles) &&
      !belowTotal(view, title, blocks[i - 1]!)
    ) {
      return;
    }
    kept.push(block);
    titles = title.keys;
  });
  return kept;
}

function sameHeadings(a: HeaderBlock, b: HeaderBlock): boolean {
  const key = (block: HeaderBlock) =>
    block.columns.map(column => `${column.column}:${column.path.join('/')}`).join('|');
  return key(a).replace(/\s/g, '') === key(b).replace(/\s/g, '');
}

function isFresh(title: TitleArea, known: ReadonlySet<string>): boolean {
  return [...title.keys].some(key => !known.has(key) && /表|细则|标准|指标|一览|清单|方案|\d分\)/.test(key));
}

/** The last filled row above is a grand total. */
function belowTotal(view: SheetView, { top }: TitleArea, above: HeaderBlock): boolean {
  for (let row = top - 1; row > above.bottom && row > top - 5; row--) {
    const columns = view.filled(row, 0, Number.MAX_SAFE_INTEGER);
    if (columns.length === 0) continue;
    return columns.slice(0, 3).some(column => sumLabel(view.cell(row, column)!.text)?.kind === 'total');
  }
  return false;
}
