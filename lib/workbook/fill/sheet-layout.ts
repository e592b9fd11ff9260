import type { CellRange } from '../../model/address';
import { columnWidthInPoints } from '../row-height/text-height';
import { isTrue } from '../xml/xml-boolean';
import { rowScanner, rowsNumbered } from './row-cells';
import { childScanner } from './sheet-children';
import type { SheetMap } from './sheet-map';

interface ColumnSettings {
  first: number;
  last: number;
  /** null where the sheet's default applies. */
  width: number | null;
  hidden: boolean;
  style: number;
}

export interface RowSettings {
  /** In points; null where the row has no height of its own. */
  height: number | null;
  hidden: boolean;
  /** null where the row has no style of its own. */
  style: number | null;
}

/** Sizes and styles that a sheet gives to its rows and columns. */
export class SheetLayout {
  readonly columns: readonly ColumnSettings[];
  readonly defaultRowHeight: number;
  private readonly defaultColumnWidth: number;

  constructor(
    private readonly map: SheetMap,
    /** Points of the book's normal font, which column widths are counted in. */
    private readonly normalSize: number,
  ) {
    this.columns = readColumns(map);
    const format = childScanner(map, 'sheetFormatPr');
    this.defaultRowHeight = positive(format?.attribute('defaultRowHeight')) ?? 15;
    this.defaultColumnWidth =
      positive(format?.attribute('defaultColWidth')) ?? (positive(format?.attribute('baseColWidth')) ?? 8) + 0.43;
  }

  column(column: number): ColumnSettings | undefined {
    return this.columns.find(({ first, last }) => column >= first && column <= last);
  }

  /** In characters, as the file states it. */
  columnCharacters(column: number): number {
    return this.column(column)?.width ?? this.defaultColumnWidth;
  }

  /** In points; hidden columns have none. */
  width({ left, right }: Pick<CellRange, 'left' | 'right'>): number {
    let total = 0;
    for (let column = left; column <= right; column++) {
      if (this.column(column)?.hidden) continue;
      total += columnWidthInPoints(this.columnCharacters(column), this.normalSize);
    }
    return total;
  }

  row(row: number): RowSettings {
    const [index] = rowsNumbered(this.map, row);
    if (index === undefined) return { height: null, hidden: false, style: null };
    const scanner = rowScanner(this.map, index);
    return {
      height: positive(scanner.attribute('ht')),
      hidden: isTrue(scanner.attribute('hidden')),
      style: isTrue(scanner.attribute('customFormat')) ? Number(scanner.attribute('s') ?? 0) : null,
    };
  }

  /** What a cell looks like that the file does not have yet. */
  styleOfMissingCell(row: number, column: number): number {
    return this.row(row).style ?? this.column(column)?.style ?? 0;
  }
}

function readColumns(map: SheetMap): ColumnSettings[] {
  const scanner = childScanner(map, 'cols');
  const columns: ColumnSettings[] = [];
  while (scanner?.next()) {
    if (scanner.kind === 'close' || !scanner.isNamed('col')) continue;
    const first = Number(scanner.attribute('min')) - 1;
    const last = Number(scanner.attribute('max')) - 1;
    if (!(first >= 0 && last >= first)) continue;
    columns.push({
      first,
      last,
      width: positive(scanner.attribute('width')),
      hidden: isTrue(scanner.attribute('hidden')),
      style: Number(scanner.attribute('style') ?? 0),
    });
  }
  return columns;
}

function positive(text: string | undefined): number | null {
  const number = Number(text);
  return text !== undefined && number > 0 ? number : null;
}
