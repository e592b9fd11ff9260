import { formatAddress } from '../model/address';
import type { RecognisedTable } from '../model/table';
import { cleanText, foldWidth } from '../model/text';
import type { SheetView } from './sheet-view';
import type { BodyRow } from './table-body';
import type { TableColumns } from './table-columns';
import { parseWeight } from './weight';

export type TotalRow = RecognisedTable['totals'][number] & { row: number };

/** The 小计 and 合计 rows with their sum of weights, which stands under the weights or in the label itself. */
export function readTotals(view: SheetView, rows: readonly BodyRow[], columns: TableColumns): TotalRow[] {
  const weight = columns.byRole.get('weight') ?? columns.sectionWeight;
  return rows.flatMap(body => {
    if (body.kind !== 'sum') return [];
    const label = view.cell(body.place.row, body.place.column)!;
    const valueColumn = weight && view.cell(body.row, weight.column) ? weight.column : undefined;
    const cell = valueColumn === undefined ? undefined : view.cell(body.row, valueColumn);
    const inLabel = /(\d+(?:\.\d+)?)\s*分/.exec(foldWidth(cleanText(label.text)));
    // A formula that was never calculated shows 0 or nothing; that is no declared total.
    const stale = cell?.formula !== undefined && !(Number(cell.value) > 0);
    const value = stale ? null : (parseWeight(cell)?.value ?? (inLabel ? Number(inLabel[1]) : null));
    return [
      {
        row: body.row,
        cell: formatAddress({ row: body.row, column: valueColumn ?? body.place.column }),
        text: cell?.text ?? label.text,
        label: cleanText(label.text),
        value,
        kind: body.sum,
        section: null,
      },
    ];
  });
}
