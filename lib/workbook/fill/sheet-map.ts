import { type CellRange, MAX_COLUMNS, MAX_ROWS, parseAddress, parseRange } from '../../model/address';
import { AppError } from '../../model/app-error';
import { disjointMerges } from '../disjoint-merges';
import { XmlScanner } from '../xml/xml-scanner';

/** Where an element stands in its part. For `<cols/>`, `openEnd`, `closeStart` and `end` are the same. */
export interface ElementPlace {
  name: string;
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
  empty: boolean;
}

/** A `<f>` and the cell it stands in. */
export interface FormulaPlace {
  row: number;
  column: number;
  text: string;
  kind: 'normal' | 'shared' | 'array' | 'dataTable';
  /** Which shared formula; null for other kinds. */
  group: string | null;
  /** The cells it serves: of an array, a data table, or the first of a shared formula. */
  area: CellRange | null;
}

/** Places in a worksheet's XML, found in one pass. Cells are looked up by row, when needed (row-cells.ts). */
export interface SheetMap {
  part: string;
  bytes: Uint8Array;
  /** "" or "x:": what the tags of new elements begin with. */
  prefix: string;
  /** Where the root's start tag ends. */
  rootEnd: number;
  /** Children of the root that belong to the format itself, in file order. */
  children: readonly ElementPlace[];
  sheetData: ElementPlace;
  /** `<row>` elements in file order: their 0-based number and place. */
  rowNumbers: Int32Array;
  rowStarts: Int32Array;
  rowEnds: Int32Array;
  /** Whether the numbers only ever rise. */
  rowsInOrder: boolean;
  formulas: readonly FormulaPlace[];
  /** As listed, overlapping ones too. */
  merges: readonly CellRange[];
  /** Those of them that count: what is shown as one cell, and filled as one. */
  mergedCells: readonly CellRange[];
}

export function mapSheet(bytes: Uint8Array, part: string): SheetMap {
  const scanner = new XmlScanner(bytes, part);
  if (!scanner.next() || !scanner.is('worksheet')) throw new AppError('broken-xml', { part, reason: 'no sheetData' });
  const prefix = scanner.prefix();
  const rootEnd = scanner.end;
  const children: ElementPlace[] = [];
  const rows = new RowPlaces();
  const formulas: FormulaPlace[] = [];
  const merges: CellRange[] = [];
  while (scanner.next()) {
    if (scanner.kind === 'close') continue;
    const inMain = scanner.namespace() === 'main';
    const place = openedElement(scanner);
    if (inMain && place.name === 'sheetData') readRows(scanner, rows, formulas, part);
    else if (inMain && place.name === 'mergeCells') readMerges(scanner, merges);
    else scanner.skipElement();
    if (inMain) children.push(closedElement(place, scanner));
  }
  const sheetData = children.find(({ name }) => name === 'sheetData');
  if (!sheetData) throw new AppError('broken-xml', { part, reason: 'no sheetData' });
  const mergedCells = disjointMerges(merges);
  return { part, bytes, prefix, rootEnd, children, sheetData, ...rows.finished(), formulas, merges, mergedCells };
}

function openedElement(scanner: XmlScanner): ElementPlace {
  const { start, end } = scanner;
  return { name: scanner.localName(), start, openEnd: end, closeStart: end, end, empty: scanner.kind === 'empty' };
}

function closedElement(place: ElementPlace, scanner: XmlScanner): ElementPlace {
  return place.empty ? place : { ...place, closeStart: scanner.start, end: scanner.end };
}

/** From the open tag of sheetData to its close tag. */
function readRows(scanner: XmlScanner, rows: RowPlaces, formulas: FormulaPlace[], part: string): void {
  if (scanner.kind === 'empty') return;
  const { depth } = scanner;
  let number = -1;
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.kind === 'close' || !scanner.is('row')) {
      scanner.skipElement();
      continue;
    }
    const { start } = scanner;
    number = rowNumber(scanner, number, part);
    if (scanner.kind === 'open') readCells(scanner, number, formulas, part);
    rows.add(number, start, scanner.end);
  }
}

/** A row without r follows the row before it. */
export function rowNumber(scanner: XmlScanner, before: number, part: string): number {
  const stated = scanner.attribute('r');
  const number = stated === undefined ? before + 1 : Number(stated) - 1;
  if (!Number.isInteger(number) || number < 0 || number >= MAX_ROWS)
    throw new AppError('broken-xml', { part, reason: 'cell address' });
  return number;
}

/** A cell without r follows the cell before it. */
export function cellColumn(scanner: XmlScanner, before: number, part: string): number {
  const stated = scanner.attribute('r');
  const column = stated === undefined ? before + 1 : (parseAddress(stated.trim())?.column ?? -1);
  if (column < 0 || column >= MAX_COLUMNS) throw new AppError('broken-xml', { part, reason: 'cell address' });
  return column;
}

function readCells(scanner: XmlScanner, row: number, formulas: FormulaPlace[], part: string): void {
  const { depth } = scanner;
  let column = -1;
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.kind === 'close') continue;
    if (scanner.depth === depth + 1 && scanner.isNamed('c')) column = cellColumn(scanner, column, part);
    else if (scanner.depth === depth + 2 && scanner.isNamed('f')) formulas.push(readFormula(scanner, row, column));
  }
}

function readFormula(scanner: XmlScanner, row: number, column: number): FormulaPlace {
  const kind = scanner.attribute('t');
  const area = scanner.attribute('ref');
  return {
    row,
    column,
    kind: kind === 'shared' || kind === 'array' || kind === 'dataTable' ? kind : 'normal',
    group: kind === 'shared' ? (scanner.attribute('si') ?? '') : null,
    area: area === undefined ? null : parseRange(area),
    text: scanner.elementText(),
  };
}

function readMerges(scanner: XmlScanner, merges: CellRange[]): void {
  if (scanner.kind === 'empty') return;
  const { depth } = scanner;
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.kind === 'close' || !scanner.is('mergeCell')) continue;
    const range = parseRange(scanner.attribute('ref') ?? '');
    if (range) merges.push(range);
  }
}

class RowPlaces {
  private numbers = new Int32Array(256);
  private starts = new Int32Array(256);
  private ends = new Int32Array(256);
  private count = 0;
  private inOrder = true;

  add(number: number, start: number, end: number): void {
    if (this.count === this.numbers.length) {
      this.numbers = doubled(this.numbers);
      this.starts = doubled(this.starts);
      this.ends = doubled(this.ends);
    }
    if (this.count > 0 && this.numbers[this.count - 1]! >= number) this.inOrder = false;
    this.numbers[this.count] = number;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }

  finished(): Pick<SheetMap, 'rowNumbers' | 'rowStarts' | 'rowEnds' | 'rowsInOrder'> {
    return {
      rowNumbers: this.numbers.subarray(0, this.count),
      rowStarts: this.starts.subarray(0, this.count),
      rowEnds: this.ends.subarray(0, this.count),
      rowsInOrder: this.inOrder,
    };
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2);
  wider.set(array);
  return wider;
}
