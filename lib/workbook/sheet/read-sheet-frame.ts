import { MAX_COLUMNS } from '../../model/address';
import type { SheetFrame } from '../snapshot-builder';
import { isTrue } from '../xml/xml-boolean';
import type { XmlScanner } from '../xml/xml-scanner';

type MutableFrame = { -readonly [Key in keyof SheetFrame]: SheetFrame[Key] };

/** Excel's own, in points. */
const DEFAULT_ROW_HEIGHT = 15;
const DEFAULT_BASE_WIDTH = 8;

export function emptyFrame(): MutableFrame {
  return {
    merges: [],
    columnLooks: [],
    sheetLook: {
      defaultColumnWidth: widthOf(DEFAULT_BASE_WIDTH),
      defaultRowHeight: DEFAULT_ROW_HEIGHT,
      freeze: { rows: 0, columns: 0 },
      rightToLeft: false,
      protected: false,
    },
  };
}

/** A column of so many digits of 7 pixels, 5 pixels of padding, rounded up to 8 pixels as Excel does. */
function widthOf(baseWidth: number): number {
  return (Math.ceil((baseWidth * 7 + 5) / 8) * 8) / 7;
}

export function readSheetFormat(scanner: XmlScanner, frame: MutableFrame): void {
  const height = Number(scanner.attribute('defaultRowHeight'));
  const width = Number(scanner.attribute('defaultColWidth'));
  const base = Number(scanner.attribute('baseColWidth'));
  frame.sheetLook = {
    ...frame.sheetLook,
    defaultRowHeight: height > 0 ? height : DEFAULT_ROW_HEIGHT,
    defaultColumnWidth: width > 0 ? width : widthOf(base > 0 && base < 256 ? base : DEFAULT_BASE_WIDTH),
  };
  scanner.skipElement();
}

/** The first view's frozen rows and columns, and its direction. */
export function readSheetViews(scanner: XmlScanner, frame: MutableFrame): void {
  const { depth, kind } = scanner;
  if (kind !== 'open') return;
  let views = 0;
  while (scanner.nextInside(depth)) {
    if (scanner.isNamed('sheetView') && views++ > 0) scanner.skipElement();
    else if (scanner.isNamed('sheetView')) {
      frame.sheetLook = { ...frame.sheetLook, rightToLeft: isTrue(scanner.attribute('rightToLeft')) };
    } else if (scanner.isNamed('pane') && /^frozen/.test(scanner.attribute('state') ?? '')) {
      const split = (name: string) => Math.max(0, Math.trunc(Number(scanner.attribute(name)) || 0));
      frame.sheetLook = { ...frame.sheetLook, freeze: { rows: split('ySplit'), columns: split('xSplit') } };
    }
  }
}

/** Columns' widths and looks, clamped to the sheet: one real file claims columns up to 2,147,483,647. */
export function readColumns(scanner: XmlScanner, frame: MutableFrame): void {
  const { depth, kind } = scanner;
  if (kind !== 'open') return;
  const columns: SheetFrame['columnLooks'][number][] = [];
  while (scanner.nextInside(depth)) {
    if (!scanner.is('col') || columns.length >= MAX_COLUMNS) continue;
    const first = Number(scanner.attribute('min')) - 1;
    const last = Math.min(Number(scanner.attribute('max')), MAX_COLUMNS) - 1;
    if (!(first >= 0 && last >= first)) continue;
    const width = Number(scanner.attribute('width'));
    columns.push({
      first,
      last,
      width: width > 0 ? width : frame.sheetLook.defaultColumnWidth,
      hidden: isTrue(scanner.attribute('hidden')),
      style: Number(scanner.attribute('style')) || 0,
    });
  }
  frame.columnLooks = columns;
}
