import { type CellPosition, type CellRange, formatAddress, formatRange, parseRange } from '../../model/address';
import { isTrue } from '../xml/xml-boolean';
import { XmlScanner } from '../xml/xml-scanner';
import type { EncodedValue } from './encoded-value';
import { inFileOrder, type Replacement, replacement } from './replacements';
import { type CellPlace, cellsOfRow, firstRowFrom, rowScanner, rowsNumbered } from './row-cells';
import { childPlace, childScanner } from './sheet-children';
import type { ElementPlace, SheetMap } from './sheet-map';
import { changedStartTag, changedTag } from './start-tag';

interface CellWrite {
  value: EncodedValue;
  /** undefined keeps the cell's own style. */
  style?: number;
  /** The value is what the cell's formula gives; the formula stays. */
  cached: boolean;
}

const LESS_THAN = 0x3c;

type RowAttributes = Record<string, string | null>;

/** Collects what is to change in one sheet and turns it into replacements on its bytes. */
export class SheetWriter {
  private readonly cells = new Map<number, Map<number, CellWrite>>();
  private readonly rows = new Map<number, RowAttributes>();
  private readonly others: Replacement[] = [];

  constructor(readonly map: SheetMap) {}

  setCell({ row, column }: CellPosition, value: EncodedValue, style?: number): void {
    this.write(row, column, { value, cached: false, ...(style === undefined ? {} : { style }) });
  }

  /** A formula's cached value; EMPTY where it is not known any more. */
  setCached({ row, column }: CellPosition, value: EncodedValue): void {
    this.write(row, column, { value, cached: true });
  }

  setRow(row: number, attributes: RowAttributes): void {
    this.rows.set(row, { ...this.rows.get(row), ...attributes });
  }

  /** For elements other than rows and cells. */
  replace(change: Replacement): void {
    this.others.push(change);
  }

  get changed(): boolean {
    return this.cells.size + this.rows.size + this.others.length > 0;
  }

  /** In file order, not overlapping. */
  replacements(): Replacement[] {
    const { map } = this;
    const numbers = [...new Set([...this.cells.keys(), ...this.rows.keys()])].sort((a, b) => a - b);
    const changes = [...this.others];
    let newRows = '';
    for (const number of numbers) {
      const existing = rowsNumbered(map, number);
      if (existing.length > 0) {
        changes.push(...this.changeRows(number, existing));
        continue;
      }
      const source = this.newRow(number);
      const at = firstRowFrom(map, number);
      if (map.sheetData.empty) newRows += source;
      else if (source)
        changes.push(
          replacement(
            map.rowStarts[at] ?? map.sheetData.closeStart,
            map.rowStarts[at] ?? map.sheetData.closeStart,
            source,
          ),
        );
    }
    if (newRows) changes.push(expandedElement(map, map.sheetData, newRows));
    const dimension = this.widenedDimension();
    if (dimension) changes.push(dimension);
    return inFileOrder(changes);
  }

  private write(row: number, column: number, write: CellWrite): void {
    const cells = this.cells.get(row) ?? new Map<number, CellWrite>();
    this.cells.set(row, cells.set(column, write));
  }

  private changeRows(number: number, indexes: readonly number[]): Replacement[] {
    const { map } = this;
    const writes = new Map([...(this.cells.get(number) ?? [])].sort(([a], [b]) => a - b));
    const changes: Replacement[] = [];
    // Of two cells at one place the later one counts, here as for readers; new cells go into the first of two rows.
    for (const index of [...indexes].reverse()) {
      const cells = cellsOfRow(map, index);
      for (const cell of [...cells].reverse()) {
        const write = writes.get(cell.column);
        if (!write) continue;
        changes.push(this.changedCell(cell, write));
        writes.delete(cell.column);
      }
      if (index === indexes[0]) changes.push(...this.newCells(number, index, cells, writes));
    }
    return changes;
  }

  private newCells(
    number: number,
    index: number,
    cells: readonly CellPlace[],
    writes: ReadonlyMap<number, CellWrite>,
  ): Replacement[] {
    const { map } = this;
    const scanner = rowScanner(map, index);
    const offset = map.rowStarts[index]!;
    const isEmpty = scanner.kind === 'empty';
    const tagEnd = offset + scanner.end;
    const attributes = { ...this.rows.get(number), ...widenedSpans(scanner, cells, writes) };
    const tag = changedStartTag(scanner, attributes);
    const source = new TextDecoder().decode(map.bytes.subarray(offset + scanner.nameStart, offset + scanner.nameEnd));
    const closeStart = map.bytes.lastIndexOf(LESS_THAN, map.rowEnds[index]! - 1);

    const changes: Replacement[] = [];
    let inside = '';
    for (const [column, write] of writes) {
      const added = this.newCell({ row: number, column }, write);
      const next = cells.find(cell => cell.column > column);
      const at = next?.start ?? closeStart;
      if (isEmpty) inside += added;
      else if (added) changes.push(replacement(at, at, added));
    }
    if (inside) return [replacement(offset, tagEnd, `${tag}>${inside}</${source}>`)];
    if (Object.keys(attributes).length > 0) changes.push(replacement(offset, tagEnd, `${tag}${isEmpty ? '/>' : '>'}`));
    return changes;
  }

  private newRow(number: number): string {
    const { prefix } = this.map;
    const cells = [...(this.cells.get(number) ?? [])]
      .sort(([a], [b]) => a - b)
      .map(([column, write]) => this.newCell({ row: number, column }, write))
      .join('');
    const attributes = Object.entries(this.rows.get(number) ?? {});
    if (!cells && attributes.length === 0) return '';
    // Where rows are hidden unless the file has them, a new one must not come to light.
    if (isTrue(childScanner(this.map, 'sheetFormatPr')?.attribute('zeroHeight'))) attributes.push(['hidden', '1']);
    const stated = attributes.map(([name, value]) => (value === null ? '' : ` ${name}="${value}"`)).join('');
    const tag = `<${prefix}row r="${number + 1}"${stated}`;
    return cells ? `${tag}>${cells}</${prefix}row>` : `${tag}/>`;
  }

  private newCell(position: CellPosition, write: CellWrite): string {
    if (leavesNothing(write)) return '';
    const { value, style } = write;
    const { prefix } = this.map;
    const s = style ? ` s="${style}"` : '';
    return closed(`<${prefix}c r="${formatAddress(position)}"${s}`, value, `${prefix}c`);
  }

  /** Every attribute but t, cm and vm stays; cm and vm point to metadata of the old value. */
  private changedCell(cell: CellPlace, { value, style, cached }: CellWrite): Replacement {
    const scanner = new XmlScanner(this.map.bytes.subarray(cell.start, cell.end), this.map.part);
    scanner.next();
    const name = sourceOf(scanner, scanner.nameStart, scanner.nameEnd);
    const tag = changedStartTag(scanner, {
      ...(style === undefined ? {} : { s: String(style) }),
      ...(cached ? {} : { cm: null, vm: null }),
      t: null,
    });
    const { before, after } = keptChildren(scanner, cached);
    const source = closed(tag, { type: value.type, xml: before + value.xml + after }, name);
    return replacement(cell.start, cell.end, source);
  }

  /** The stated used area, widened by what was filled outside of it. Never narrowed. */
  private widenedDimension(): Replacement | null {
    const { map } = this;
    const place = childPlace(map, 'dimension');
    const scanner = childScanner(map, 'dimension');
    const filled = this.filledArea();
    const stated = parseRange(scanner?.attribute('ref') ?? '');
    if (!place || !scanner || !filled || !stated) return null;
    const wider: CellRange = {
      top: Math.min(stated.top, filled.top),
      left: Math.min(stated.left, filled.left),
      bottom: Math.max(stated.bottom, filled.bottom),
      right: Math.max(stated.right, filled.right),
    };
    if (formatRange(wider) === formatRange(stated)) return null;
    return replacement(place.start, place.openEnd, changedTag(scanner, { ref: formatRange(wider) }));
  }

  private filledArea(): CellRange | null {
    const rows: number[] = [];
    const columns: number[] = [];
    for (const [row, cells] of this.cells) {
      for (const [column, write] of cells) {
        if (leavesNothing(write)) continue;
        rows.push(row);
        columns.push(column);
      }
    }
    if (rows.length === 0) return null;
    const least = (a: number, b: number) => Math.min(a, b);
    const most = (a: number, b: number) => Math.max(a, b);
    return {
      top: rows.reduce(least),
      left: columns.reduce(least),
      bottom: rows.reduce(most),
      right: columns.reduce(most),
    };
  }
}

/** An empty cell that looks like its row or column need not be written. */
function leavesNothing({ value, style }: CellWrite): boolean {
  return value.xml === '' && style === undefined;
}

/** `<x …` with its type and content, closed either way. */
function closed(tag: string, { type, xml }: EncodedValue, name: string): string {
  const typed = type === null ? tag : `${tag} t="${type}"`;
  return xml === '' ? `${typed}/>` : `${typed}>${xml}</${name}>`;
}

/** A formula stays before its value; what extensions added stays behind it. */
function keptChildren(scanner: XmlScanner, cached: boolean): { before: string; after: string } {
  let before = '';
  let after = '';
  while (scanner.next()) {
    if (scanner.kind === 'close' || scanner.depth !== 1) continue;
    const isFormula = scanner.isNamed('f');
    const isValue = scanner.isNamed('v') || scanner.isNamed('is');
    const { start } = scanner;
    scanner.skipElement();
    if (isFormula && cached) before += sourceOf(scanner, start, scanner.end);
    else if (!isFormula && !isValue) after += sourceOf(scanner, start, scanner.end);
  }
  return { before, after };
}

function sourceOf(scanner: XmlScanner, start: number, end: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(scanner.bytes.subarray(start, end));
}

/** `spans` is a reader's hint of the columns in use, 1-based; where stated, it must cover the new cells. */
function widenedSpans(
  row: XmlScanner,
  cells: readonly CellPlace[],
  writes: ReadonlyMap<number, CellWrite>,
): RowAttributes {
  const stated = row.attribute('spans');
  const columns = [...writes].filter(([, write]) => !leavesNothing(write)).map(([column]) => column + 1);
  if (!stated || columns.length === 0) return {};
  const spans = stated
    .trim()
    .split(/\s+/)
    .map(span => span.split(':').map(Number));
  if (columns.every(column => spans.some(([first, last]) => column >= first! && column <= last!))) return {};
  const all = [...columns, ...cells.map(cell => cell.column + 1), ...spans.flat().filter(Number.isInteger)];
  return { spans: `${Math.min(...all)}:${Math.max(...all)}` };
}

/** An empty element, opened to take `content`. */
export function expandedElement(map: SheetMap, place: ElementPlace, content: string): Replacement {
  const scanner = new XmlScanner(map.bytes.subarray(place.start, place.end), map.part);
  scanner.next();
  const name = sourceOf(scanner, scanner.nameStart, scanner.nameEnd);
  return replacement(place.start, place.end, `${changedStartTag(scanner, {})}>${content}</${name}>`);
}
