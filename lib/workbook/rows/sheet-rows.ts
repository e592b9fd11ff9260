import { formatAddress, formatRange, parseAddress } from '../../model/address';
import { escapeXml } from '../fill/cell-text';
import { rowScanner, rowsNumbered } from '../fill/row-cells';
import { cellColumn, type SheetMap } from '../fill/sheet-map';
import { changedStartTag, changedTag } from '../fill/start-tag';
import { XmlScanner } from '../xml/xml-scanner';
import type { FormulaChange, FormulaChanges } from './formula-changes';
import type { AnchorMove } from './merge-plan';
import { rowsNotShiftable } from './obstacles';
import type { RowPlan } from './row-plan';
import { XmlEdits } from './xml-edits';

const LESS_THAN = 0x3c;

/** A sheet's rows in their new order. */
export class SheetRows {
  /** Cells that take another place than their row: by new row and column. */
  private readonly placed = new Map<number, Map<number, Uint8Array>>();

  constructor(
    private readonly map: SheetMap,
    private readonly plan: RowPlan,
    private readonly formulas: FormulaChanges,
    private readonly sheet: string,
  ) {
    this.checkNumbers();
  }

  /** The content of `<sheetData>`. @param anchors contents of merges whose first row is another now */
  rewritten(anchors: readonly AnchorMove[]): Uint8Array {
    for (const move of anchors) this.moveAnchor(move);
    const { map, plan } = this;
    const rows: { row: number; bytes: Uint8Array }[] = [];
    let before = map.sheetData.openEnd;
    map.rowNumbers.forEach((number, index) => {
      const gap = map.bytes.subarray(before, map.rowStarts[index]);
      before = map.rowEnds[index]!;
      const row = plan.newRow(number);
      if (row !== null) rows.push({ row, bytes: joined([gap, this.shiftedRow(index, number, row)]) });
    });
    for (const { row, like } of plan.inserted) rows.push({ row, bytes: this.insertedRow(row, like) });
    rows.sort((a, b) => a.row - b.row);
    const rest = map.bytes.subarray(before, map.sheetData.closeStart);
    return joined([...rows.map(({ bytes }) => bytes), rest]);
  }

  private checkNumbers(): void {
    const { map } = this;
    map.rowNumbers.forEach((number, index) => {
      if (rowScanner(map, index).attribute('r') === undefined) {
        throw rowsNotShiftable(this.sheet, 'rows-unnumbered', `A${number + 1}`);
      }
    });
    if (!map.rowsInOrder) throw rowsNotShiftable(this.sheet, 'rows-unordered', map.part);
  }

  private shiftedRow(index: number, oldRow: number, row: number): Uint8Array {
    const { map } = this;
    const source = map.bytes.subarray(map.rowStarts[index], map.rowEnds[index]);
    const formulas = this.formulas.get(oldRow);
    const placed = new Map(this.placed.get(row));
    if (row === oldRow && !formulas && placed.size === 0) return source;
    const edits = new XmlEdits(source);
    const scanner = rowScanner(map, index);
    edits.setAttributes(scanner, { r: String(row + 1) });
    const isEmpty = scanner.kind === 'empty';
    let column = -1;
    while (scanner.next()) {
      if (scanner.kind === 'close' || scanner.depth !== 1) continue;
      if (!scanner.isNamed('c')) {
        scanner.skipElement();
        continue;
      }
      column = this.cellColumn(scanner, column, oldRow);
      for (const [other, cell] of placed) {
        if (other >= column) continue;
        edits.setSource(scanner.start, scanner.start, cell);
        placed.delete(other);
      }
      const { start } = scanner;
      const cell = placed.get(column);
      if (cell) {
        scanner.skipElement();
        edits.setSource(start, scanner.end, cell);
        placed.delete(column);
      } else shiftCell(scanner, edits, { row, column }, formulas?.get(column));
    }
    const rest = joined([...placed.values()]);
    if (rest.length === 0) return edits.applied();
    if (!isEmpty) edits.setSource(source.lastIndexOf(LESS_THAN), source.lastIndexOf(LESS_THAN), rest);
    return isEmpty
      ? this.newRow(changedStartTag(rowScanner(map, index), { r: String(row + 1) }), rest)
      : edits.applied();
  }

  /** The row it looks like, without contents. A new row is to be seen, even where its model is hidden. */
  private insertedRow(row: number, like: number): Uint8Array {
    const { map } = this;
    const placed = new Map(this.placed.get(row));
    const [index] = rowsNumbered(map, like);
    if (index === undefined) {
      const cells = joined([...placed.values()]);
      return cells.length > 0 ? this.newRow(`<${map.prefix}row r="${row + 1}"`, cells) : cells;
    }
    const scanner = rowScanner(map, index);
    const tag = changedStartTag(scanner, { r: String(row + 1), hidden: null, collapsed: null });
    const cells = new Map<number, Uint8Array>(placed);
    let column = -1;
    while (scanner.next()) {
      if (scanner.kind === 'close' || scanner.depth !== 1 || !scanner.isNamed('c')) continue;
      column = this.cellColumn(scanner, column, like);
      const style = scanner.attribute('s');
      scanner.skipElement();
      if (!cells.has(column) && style !== undefined) cells.set(column, this.blankCell(row, column, style));
    }
    const inOrder = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
    return this.newRow(tag, joined(inOrder));
  }

  private moveAnchor({ oldRow, column, to }: AnchorMove): void {
    const source = this.cellSource(oldRow, column);
    if (!source) return;
    const scanner = new XmlScanner(source, this.map.part);
    scanner.next();
    const edits = new XmlEdits(source);
    shiftCell(scanner, edits, { row: to, column }, this.formulas.get(oldRow)?.get(column));
    this.place(to, column, edits.applied());
    const left = this.plan.newRow(oldRow);
    if (left !== null) this.place(left, column, this.blankCell(left, column, scannerStyle(source, this.map.part)));
  }

  private cellSource(row: number, column: number): Uint8Array | null {
    const [index] = rowsNumbered(this.map, row);
    if (index === undefined) return null;
    const scanner = rowScanner(this.map, index);
    let at = -1;
    while (scanner.next()) {
      if (scanner.kind === 'close' || scanner.depth !== 1 || !scanner.isNamed('c')) continue;
      at = this.cellColumn(scanner, at, row);
      const { start } = scanner;
      scanner.skipElement();
      if (at === column) return scanner.bytes.subarray(start, scanner.end);
    }
    return null;
  }

  private place(row: number, column: number, cell: Uint8Array): void {
    const inRow = this.placed.get(row) ?? new Map<number, Uint8Array>();
    inRow.set(column, cell);
    this.placed.set(row, new Map([...inRow].sort(([a], [b]) => a - b)));
  }

  private blankCell(row: number, column: number, style: string | undefined): Uint8Array {
    const s = style === undefined ? '' : ` s="${style}"`;
    return encoder.encode(`<${this.map.prefix}c r="${formatAddress({ row, column })}"${s}/>`);
  }

  private newRow(tag: string, cells: Uint8Array): Uint8Array {
    if (cells.length === 0) return encoder.encode(`${tag}/>`);
    return joined([encoder.encode(`${tag}>`), cells, encoder.encode(`</${this.map.prefix}row>`)]);
  }

  private cellColumn(cell: XmlScanner, before: number, row: number): number {
    const stated = parseAddress(cell.attribute('r')?.trim() ?? '');
    if (stated?.row !== row) throw rowsNotShiftable(this.sheet, 'rows-unnumbered', `A${row + 1}`);
    return cellColumn(cell, before, this.map.part);
  }
}

/** From a cell's start tag to its end: its address, and its formula where that changes. */
export function shiftCell(
  scanner: XmlScanner,
  edits: XmlEdits,
  position: { row: number; column: number } | null,
  formula: FormulaChange | undefined,
): void {
  const { depth } = scanner;
  if (position) {
    const { valueStart, valueEnd } = scanner.attributeRange(scanner.attributeIndex('r'));
    edits.setText(valueStart, valueEnd, formatAddress(position));
  }
  if (scanner.kind === 'empty') return;
  if (!formula) {
    scanner.skipElement();
    return;
  }
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.kind === 'close' || !scanner.isNamed('f')) continue;
    writeFormula(scanner, edits, formula);
  }
}

function writeFormula(scanner: XmlScanner, edits: XmlEdits, { text, plain, area }: FormulaChange): void {
  const { start, end, kind } = scanner;
  const changes: Record<string, string | null> = plain ? { t: null, ref: null, si: null } : {};
  if (area) changes.ref = formatRange(area);
  if (kind === 'open') {
    edits.setAttributes(scanner, changes);
    scanner.skipElement();
    edits.setText(end, scanner.start, text);
    return;
  }
  const name = decoder.decode(scanner.bytes.subarray(scanner.nameStart, scanner.nameEnd));
  const tag =
    text === '' ? changedTag(scanner, changes) : `${changedStartTag(scanner, changes)}>${escapeXml(text)}</${name}>`;
  edits.setSource(start, end, encoder.encode(tag));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function scannerStyle(cell: Uint8Array, part: string): string | undefined {
  const scanner = new XmlScanner(cell, part);
  scanner.next();
  return scanner.attribute('s');
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    result.set(chunk, at);
    at += chunk.length;
  }
  return result;
}
