import { parseAddress } from '../../model/address';
import { AppError } from '../../model/app-error';
import { unescapeText } from '../sheet/spreadsheet-text';
import { XmlScanner } from '../xml/xml-scanner';
import type { SheetMap } from './sheet-map';
import { cellColumn } from './sheet-map';

/** A `<c>` as the file has it. Positions count from the start of the sheet's part. */
export interface CellPlace {
  column: number;
  start: number;
  end: number;
  style: number;
  /** The t attribute; "n" where there is none. */
  type: string;
  /** The text of `<v>`, or of `<is>`; null where there is neither. Read when first asked for: few cells of a row are. */
  readonly content: string | null;
  hasFormula: boolean;
}

/** Which `<row>` elements bear this number: usually one, none, or several in a damaged file. Indexes into the map. */
export function rowsNumbered(map: SheetMap, number: number): number[] {
  const { rowNumbers } = map;
  if (!map.rowsInOrder) {
    const found: number[] = [];
    for (let at = rowNumbers.indexOf(number); at >= 0; at = rowNumbers.indexOf(number, at + 1)) found.push(at);
    return found;
  }
  const at = firstRowFrom(map, number);
  return rowNumbers[at] === number ? [at] : [];
}

/** The first `<row>` in file order with at least this number; the count of rows where there is none. */
export function firstRowFrom({ rowNumbers, rowsInOrder }: SheetMap, number: number): number {
  if (!rowsInOrder) {
    const at = rowNumbers.findIndex(existing => existing >= number);
    return at < 0 ? rowNumbers.length : at;
  }
  let low = 0;
  let high = rowNumbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rowNumbers[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A scanner standing on the row's start tag. It knows no namespaces: those are declared above the row. */
export function rowScanner(map: SheetMap, rowIndex: number): XmlScanner {
  const scanner = new XmlScanner(map.bytes.subarray(map.rowStarts[rowIndex]!, map.rowEnds[rowIndex]!), map.part);
  scanner.next();
  return scanner;
}

export function cellsOfRow(map: SheetMap, rowIndex: number): CellPlace[] {
  const scanner = rowScanner(map, rowIndex);
  const offset = map.rowStarts[rowIndex]!;
  const cells: CellPlace[] = [];
  let column = -1;
  while (scanner.next()) {
    if (scanner.kind === 'close' || scanner.depth !== 1) continue;
    if (!scanner.isNamed('c')) {
      scanner.skipElement();
      continue;
    }
    column = cellColumn(scanner, column, map.part);
    checkRow(scanner, map.rowNumbers[rowIndex]!);
    const start = scanner.start + offset;
    const style = Number(scanner.attribute('s') ?? 0);
    const type = scanner.attribute('t') ?? 'n';
    const { hasFormula, value } = findContent(scanner);
    const content = value && map.bytes.subarray(value.start + offset, value.end + offset);
    cells.push(new PlacedCell(column, start, scanner.end + offset, style, type, hasFormula, content, map.part));
  }
  return cells;
}

/** Readers differ about a cell that names another row than the one it stands in: such a row is not touched. */
function checkRow(cell: XmlScanner, row: number): void {
  const stated = cell.attribute('r');
  if (stated !== undefined && parseAddress(stated.trim())?.row !== row) {
    throw new AppError('misplaced-cell', { cell: stated, row: row + 1 });
  }
}

class PlacedCell implements CellPlace {
  private text: string | null | undefined;

  constructor(
    readonly column: number,
    readonly start: number,
    readonly end: number,
    readonly style: number,
    readonly type: string,
    readonly hasFormula: boolean,
    private readonly value: Uint8Array | null,
    private readonly part: string,
  ) {}

  get content(): string | null {
    if (this.text === undefined) this.text = this.value && readContent(this.value, this.part);
    return this.text;
  }
}

/** Where a cell's `<v>` or `<is>` stands; the last one counts. */
function findContent(scanner: XmlScanner): { hasFormula: boolean; value: { start: number; end: number } | null } {
  let value: { start: number; end: number } | null = null;
  let hasFormula = false;
  if (scanner.kind === 'empty') return { hasFormula, value };
  const { depth } = scanner;
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.kind === 'close') continue;
    hasFormula ||= scanner.isNamed('f');
    const holdsValue = scanner.isNamed('v') || scanner.isNamed('is');
    const { start } = scanner;
    scanner.skipElement();
    if (holdsValue) value = { start, end: scanner.end };
  }
  return { hasFormula, value };
}

function readContent(element: Uint8Array, part: string): string {
  const scanner = new XmlScanner(element, part);
  scanner.next();
  return scanner.isNamed('is') ? richText(scanner) : scanner.elementText();
}

/** The text of `<si>` or `<is>`: its `<t>`, or those of its runs; pronunciation (`<rPh>`) is no part of it. */
export function richText(scanner: XmlScanner): string {
  let text = '';
  if (scanner.kind === 'empty') return text;
  const { depth } = scanner;
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.kind === 'close') continue;
    if (scanner.isNamed('t')) text += unescapeText(scanner.elementText());
    else if (!scanner.isNamed('r')) scanner.skipElement();
  }
  return text;
}
