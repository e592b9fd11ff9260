import type { ChangeLine } from '../../components/submit/change-table';
import type { Texts } from '../../components/texts/zh-cn';
import type { CellValue } from '../../lib/model/cells';
import type { ColumnRole } from '../../lib/model/columns';
import type { ListedChange } from '../../lib/tasks/change-list';
import { cellPlace } from './cell-place';
import type { ItemCell } from './items-by-cell';

/** The change list with words for what each cell is: "2.3 完成情况". */
export function changeLines(
  changes: readonly ListedChange[],
  byCell: ReadonlyMap<string, ItemCell>,
  texts: Texts,
): ChangeLine[] {
  return changes.map(({ sheet, cell, indicator, field, before, after, who, when }) => {
    const found = cell === null ? undefined : byCell.get(cellPlace(sheet, cell));
    const code = indicator ?? found?.item.indicator.code;
    const row = field.startsWith('row:') ? (field.slice('row:'.length) as keyof Texts['drafting']['listed']) : null;
    const role = field in texts.roles ? (field as ColumnRole) : found?.role;
    return {
      key: `${sheet}!${cell}/${indicator}.${field}`,
      sheet,
      cell,
      what: [code, row ? texts.drafting.listed[row] : role && texts.roles[role]].filter(Boolean).join(' '),
      before,
      after,
      who,
      when,
    };
  });
}

const WIDTHS = [16, 10, 18, 40, 40, 18, 20];

/** The same lines as a plain sheet: title, headings, rows. */
export function changeRows(
  lines: readonly ChangeLine[],
  fileName: string,
  texts: Texts,
): { rows: CellValue[][]; widths: number[] } {
  const rows: CellValue[][] = lines.map(line => [
    line.sheet,
    line.cell ?? texts.export.noCell,
    line.what,
    line.before,
    line.after,
    line.who || texts.item.anonymous,
    localTime(new Date(line.when)),
  ]);
  return { rows: [[texts.export.changesTitle(fileName)], [...texts.export.changeHeadings], ...rows], widths: WIDTHS };
}

function localTime(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
