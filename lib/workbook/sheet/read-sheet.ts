import { type CellRange, MAX_COLUMNS, MAX_ROWS, parseRange } from '../../model/address';
import { AppError } from '../../model/app-error';
import { isoToSerial } from '../../model/date-serial';
import type { SheetSnapshot } from '../../model/sheet-snapshot';
import { WORKBOOK_LIMITS } from '../limits';
import { type BookFacts, SnapshotBuilder } from '../snapshot-builder';
import { isTrue } from '../xml/xml-boolean';
import { XmlScanner } from '../xml/xml-scanner';
import { columnOf, readReference, readRowNumber, rowOf } from './cell-reference';
import { readNumber } from './read-number';
import { emptyFrame, readColumns, readSheetFormat, readSheetViews } from './read-sheet-frame';
import type { SharedTexts } from './shared-texts';
import { appendRichText, appendText, unescapeText } from './spreadsheet-text';

export interface SheetSource {
  bytes: Uint8Array;
  part: string;
  name: string;
  hidden: boolean;
}

/** A worksheet part → its snapshot. One walk over the bytes; nothing is built for a cell but its place in the columns. */
export function readSheet(source: SheetSource, book: BookFacts, shared: SharedTexts): SheetSnapshot {
  return new SheetReader(source, book, shared).read();
}

/** t="…" of a cell, by its first letters. */
type CellType = 'number' | 'shared' | 'text' | 'inline' | 'boolean' | 'error' | 'date';

class SheetReader {
  private readonly scanner: XmlScanner;
  private readonly builder: SnapshotBuilder;
  /** Shared strings that this sheet has used, by their index; places in the builder's texts plus one. */
  private readonly usedTexts: Uint32Array;
  private readonly frame = emptyFrame();
  private readonly merges: CellRange[] = [];
  private readonly arrays: CellRange[] = [];
  private row = -1;
  private column = -1;

  constructor(
    private readonly source: SheetSource,
    private readonly book: BookFacts,
    private readonly shared: SharedTexts,
  ) {
    this.scanner = new XmlScanner(source.bytes, source.part);
    this.builder = new SnapshotBuilder(source, book);
    this.usedTexts = new Uint32Array(shared.count);
  }

  read(): SheetSnapshot {
    const { scanner, frame } = this;
    scanner.next();
    while (scanner.nextInside(0)) {
      switch (scanner.localName()) {
        case 'dimension':
          this.checkClaim(scanner.attribute('ref') ?? '');
          break;
        case 'sheetFormatPr':
          readSheetFormat(scanner, frame);
          break;
        case 'sheetViews':
          readSheetViews(scanner, frame);
          break;
        case 'cols':
          readColumns(scanner, frame);
          break;
        case 'sheetData':
          this.readRows();
          break;
        case 'sheetProtection':
          frame.sheetLook = { ...frame.sheetLook, protected: isTrue(scanner.attribute('sheet')) };
          break;
        case 'mergeCells':
          this.readMerges();
          break;
        default:
          scanner.skipElement();
      }
    }
    return this.builder.finish({ ...frame, merges: this.merges, arrays: this.arrays });
  }

  private readRows(): void {
    const { scanner } = this;
    if (scanner.kind !== 'open') return;
    while (scanner.nextInside(1)) {
      if (scanner.depth === 2 && scanner.is('row')) this.startRow();
      else if (scanner.depth === 3 && scanner.is('c')) this.readCell();
      else scanner.skipElement();
    }
  }

  private startRow(): void {
    const { scanner } = this;
    const { bytes, attributeOffsets } = scanner;
    this.row++;
    this.column = -1;
    let height = Number.NaN;
    let hidden = false;
    let style = 0;
    for (let index = 0; index < scanner.attributeCount; index++) {
      const nameStart = attributeOffsets[index * 4]!;
      const length = attributeOffsets[index * 4 + 1]! - nameStart;
      const letter = bytes[nameStart];
      if (length === 1 && letter === 0x72) {
        const stated = readRowNumber(bytes, attributeOffsets[index * 4 + 2]!, attributeOffsets[index * 4 + 3]!);
        if (stated === 0) throw new AppError('broken-xml', { part: this.source.part, reason: 'row r' });
        this.row = stated - 1;
      } else if (length === 1 && letter === 0x73) {
        style = readNumber(bytes, attributeOffsets[index * 4 + 2]!, attributeOffsets[index * 4 + 3]!) || 0;
      } else if (length === 2 && letter === 0x68) {
        height = readNumber(bytes, attributeOffsets[index * 4 + 2]!, attributeOffsets[index * 4 + 3]!);
      } else if (length === 6 && letter === 0x68) hidden = isTrue(scanner.attributeValue(index));
    }
    if (this.row >= MAX_ROWS) this.refuse(`${this.row + 1}`);
    const styled = style > 0 && style < this.book.formatOfStyle.length;
    if (hidden || styled || !Number.isNaN(height)) this.builder.addRow(this.row, height, hidden, styled ? style : 0);
  }

  private readCell(): void {
    const { scanner } = this;
    const { bytes, attributeOffsets, kind } = scanner;
    this.column++;
    let style = 0;
    let type: CellType = 'number';
    for (let index = 0; index < scanner.attributeCount; index++) {
      const nameStart = attributeOffsets[index * 4]!;
      if (attributeOffsets[index * 4 + 1]! - nameStart !== 1) continue;
      const start = attributeOffsets[index * 4 + 2]!;
      const end = attributeOffsets[index * 4 + 3]!;
      const letter = bytes[nameStart];
      if (letter === 0x72) this.moveTo(readReference(bytes, start, end));
      else if (letter === 0x73) style = readRowNumber(bytes, start, end);
      else if (letter === 0x74) type = this.cellType(start, end);
    }
    if (this.column >= MAX_COLUMNS || this.row >= MAX_ROWS) this.refuse(`${this.row + 1}:${this.column + 1}`);
    if (kind === 'open') this.readContent(type, style);
    else this.builder.addBlank(this.row, this.column, style);
  }

  private moveTo(reference: number): void {
    if (reference < 0) throw new AppError('broken-xml', { part: this.source.part, reason: 'c r' });
    this.row = rowOf(reference);
    this.column = columnOf(reference);
  }

  private cellType(start: number, end: number): CellType {
    const { bytes } = this.scanner;
    switch (bytes[start]) {
      case 0x73:
        return end - start === 1 ? 'shared' : 'text';
      case 0x69:
        return 'inline';
      case 0x62:
        return 'boolean';
      case 0x65:
        return 'error';
      case 0x64:
        return 'date';
      default:
        return 'number';
    }
  }

  private readContent(type: CellType, style: number): void {
    const { scanner } = this;
    const { depth } = scanner;
    let formula: string | null = null;
    let added = false;
    while (scanner.nextInside(depth)) {
      if (scanner.isNamed('v') && !added) {
        if (scanner.kind !== 'open') continue;
        if (!scanner.next() || scanner.depth !== depth + 1)
          throw new AppError('broken-xml', { part: this.source.part, reason: 'v' });
        this.addValue(type, style);
        added = true;
      } else if (scanner.isNamed('f')) formula = this.readFormula();
      else if (scanner.isNamed('is') && type === 'inline' && !added) {
        appendRichText(this.builder.texts, scanner);
        this.builder.addText(this.row, this.column, style, this.builder.texts.close());
        added = true;
      } else scanner.skipElement();
    }
    if (!added) this.builder.addBlank(this.row, this.column, style);
    if (formula !== null) this.builder.addFormula(formula);
  }

  /** The scanner stands at </v>, the value before it. */
  private addValue(type: CellType, style: number): void {
    const { scanner, builder, row, column } = this;
    const { bytes, textStart, start } = scanner;
    switch (type) {
      case 'number': {
        const number = readNumber(bytes, textStart, start);
        if (Number.isNaN(number)) this.addTextValue(style);
        else builder.addNumber(row, column, style, number);
        return;
      }
      case 'shared':
        this.addSharedText(readNumber(bytes, textStart, start), style);
        return;
      case 'boolean':
        builder.addBoolean(row, column, style, isTrue(scanner.text().trim()));
        return;
      case 'error':
        builder.addError(row, column, style, scanner.text());
        return;
      case 'date': {
        const serial = isoToSerial(scanner.text(), this.book.date1904);
        if (serial === null) this.addTextValue(style);
        else builder.addDate(row, column, style, serial);
        return;
      }
      default:
        this.addTextValue(style);
    }
  }

  private addTextValue(style: number): void {
    const { texts } = this.builder;
    appendText(texts, this.scanner);
    this.builder.addText(this.row, this.column, style, texts.close());
  }

  /** A string that the table does not have leaves the cell blank. */
  private addSharedText(index: number, style: number): void {
    const { builder, usedTexts } = this;
    if (!(index >= 0 && index < usedTexts.length)) {
      builder.addBlank(this.row, this.column, style);
      return;
    }
    if (usedTexts[index] === 0) usedTexts[index] = this.shared.copyTo(builder.texts, index) + 1;
    builder.addText(this.row, this.column, style, usedTexts[index]! - 1);
  }

  /** '' for a cell that only shares another's formula. */
  private readFormula(): string {
    const { scanner } = this;
    const type = scanner.attribute('t');
    const range = type === 'array' || type === 'dataTable' ? parseRange(scanner.attribute('ref') ?? '') : null;
    if (range && this.arrays.length < WORKBOOK_LIMITS.merges) this.arrays.push(range);
    return unescapeText(scanner.elementText());
  }

  private readMerges(): void {
    const { scanner, merges } = this;
    if (scanner.kind !== 'open') return;
    while (scanner.nextInside(1)) {
      if (!scanner.is('mergeCell') || merges.length >= WORKBOOK_LIMITS.merges) continue;
      const range = parseRange(scanner.attribute('ref') ?? '');
      if (range) merges.push(range);
    }
  }

  /** XFD1048576 is claimed by honest writers; rows that no sheet can have are not. */
  private checkClaim(reference: string): void {
    const rows = [...reference.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    if (rows.some(row => row > MAX_ROWS)) this.refuse(reference.slice(0, 40));
    this.scanner.skipElement();
  }

  private refuse(claim: string): never {
    throw new AppError('too-many-rows', { sheet: this.source.name, claim });
  }
}
