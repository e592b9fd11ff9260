import { formatAddress } from '../../model/address';
import { problem } from '../../model/problem';
import type { Problem } from '../../model/table';
import { tooTall } from '../row-height/share-heights';
import type { Book } from './book';
import { cellContent } from './cell-content';
import type { GrownRow } from './fill-contract';
import { overrunningTexts } from './overrunning-texts';
import { type FilledText, rowGrowth } from './row-growth';

/** Lets rows grow where a filled text would be cut. @param texts by sheet index */
export async function growRows(
  book: Book,
  texts: ReadonlyMap<number, readonly FilledText[]>,
): Promise<{ grownRows: GrownRow[]; problems: Problem[] }> {
  const grownRows: GrownRow[] = [];
  const problems: Problem[] = [];
  for (const [index, filled] of texts) {
    const writer = await book.writer(index);
    const sheet = book.sheetName(index);
    const layout = await book.layout(index);
    const overrunning = overrunningTexts(writer.map, layout, book.styles, filled);
    problems.push(...overrunning.map(text => problem('text-overruns', { sheet, cell: formatAddress(text) })));
    const heights = rowGrowth(writer.map, layout, book.styles, filled, place => {
      const content = cellContent(place, book.strings);
      return typeof content === 'string' ? content : '';
    });
    for (const { row, from, to, cut } of heights) {
      if (to > from) {
        writer.setRow(row, { ht: String(to), customHeight: '1' });
        grownRows.push({ sheet, row: row + 1, from, to });
      }
      if (cut) problems.push(tooTall(sheet, row + 1));
    }
  }
  return { grownRows, problems };
}
