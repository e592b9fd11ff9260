import { AppError } from '../../model/app-error';
import { isTrue } from '../xml/xml-boolean';
import { XmlScanner } from '../xml/xml-scanner';
import { applyReplacements, replacement } from './replacements';
import { changedStartTag, changedTag } from './start-tag';

export interface CellFont {
  name: string;
  /** Points. */
  size: number;
  bold: boolean;
}

/** What filling has to know of a cell's format. */
export interface CellFormat {
  font: CellFont;
  wrap: boolean;
  /** Text that does not fit is shown smaller. */
  shrink: boolean;
  /** Degrees as the file has them; 0 for ordinary text. */
  rotation: number;
  indent: number;
  locked: boolean;
  /** Whether numbers in it show as dates or times. */
  date: boolean;
}

interface FormatPlace extends Omit<CellFormat, 'font'> {
  fontId: number;
  start: number;
  end: number;
}

const ORDINARY_FONT: CellFont = { name: 'Calibri', size: 11, bold: false };
const ORDINARY: CellFormat = {
  font: ORDINARY_FONT,
  wrap: false,
  shrink: false,
  rotation: 0,
  indent: 0,
  locked: true,
  date: false,
};

/** The cell formats of styles.xml by index, and new ones made from them. */
export class StyleTable {
  private readonly bytes: Uint8Array;
  private readonly fonts: CellFont[] = [];
  private readonly formats: FormatPlace[] = [];
  /** Ids of number formats that the book defines for dates. */
  private readonly dateFormats = new Set<number>();
  private readonly appended = new Map<string, number>();
  private cellXfs: { start: number; openEnd: number; closeStart: number } | null = null;

  /** @param bytes null for a book without styles: every cell is then as ordinary as can be */
  constructor(
    bytes: Uint8Array | null,
    private readonly part: string,
  ) {
    this.bytes = bytes ?? new Uint8Array();
    if (!bytes) return;
    const scanner = new XmlScanner(bytes, part);
    if (!scanner.next() || !scanner.is('styleSheet'))
      throw new AppError('broken-xml', { part, reason: 'no styleSheet' });
    while (scanner.next()) {
      if (scanner.kind !== 'open' || scanner.depth !== 1) continue;
      if (scanner.is('numFmts')) this.readNumberFormats(scanner);
      else if (scanner.is('fonts')) this.readFonts(scanner);
      else if (scanner.is('cellXfs')) this.readFormats(scanner);
      else scanner.skipElement();
    }
  }

  /** The font that column widths are counted in. */
  get normalFont(): CellFont {
    return this.fonts[0] ?? ORDINARY_FONT;
  }

  format(index: number): CellFormat {
    const place = this.formats[index];
    return place ? { ...place, font: this.fonts[place.fontId] ?? this.normalFont } : ORDINARY;
  }

  /** The same format with wrapped text: itself where it wraps already. */
  wrapped(index: number): number {
    const place = this.formats[index];
    if (!place || place.wrap || !this.cellXfs) return index;
    const source = this.wrappedSource(place);
    const known = this.appended.get(source);
    if (known !== undefined) return known;
    const added = this.formats.length + this.appended.size;
    this.appended.set(source, added);
    return added;
  }

  /** null where no format was added. */
  patched(): Uint8Array | null {
    if (!this.cellXfs || this.appended.size === 0) return null;
    const { start, openEnd, closeStart } = this.cellXfs;
    const scanner = new XmlScanner(this.bytes.subarray(start), this.part);
    scanner.next();
    const count = String(this.formats.length + this.appended.size);
    const tag = changedStartTag(scanner, scanner.attribute('count') === undefined ? {} : { count });
    return applyReplacements(this.bytes, [
      replacement(start, openEnd, `${tag}>`),
      replacement(closeStart, closeStart, [...this.appended.keys()].join('')),
    ]);
  }

  private wrappedSource({ start, end }: FormatPlace): string {
    const xf = new XmlScanner(this.bytes.subarray(start, end), this.part);
    xf.next();
    const name = this.source(start + xf.nameStart, start + xf.nameEnd);
    const prefix = xf.prefix();
    const tag = changedStartTag(xf, { applyAlignment: '1' });
    if (xf.kind === 'empty') return `${tag}><${prefix}alignment wrapText="1"/></${name}>`;
    const inner = start + xf.end;
    while (xf.next()) {
      if (xf.kind === 'close' || !xf.isNamed('alignment')) continue;
      const alignment = changedTag(xf, { wrapText: '1', shrinkToFit: null });
      return `${tag}>${this.source(inner, start + xf.start)}${alignment}${this.source(start + xf.end, end)}`;
    }
    return `${tag}><${prefix}alignment wrapText="1"/>${this.source(inner, end)}`;
  }

  private source(start: number, end: number): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes.subarray(start, end));
  }

  private readNumberFormats(scanner: XmlScanner): void {
    const { depth } = scanner;
    while (scanner.next() && scanner.depth > depth) {
      const code = (scanner.attribute('formatCode') ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
      if (/[ymdhs]/i.test(code)) this.dateFormats.add(Number(scanner.attribute('numFmtId')));
    }
  }

  private readFonts(scanner: XmlScanner): void {
    const { depth } = scanner;
    while (scanner.next() && scanner.depth > depth) {
      if (scanner.kind !== 'close' && scanner.is('font')) this.fonts.push(readFont(scanner));
    }
  }

  private readFormats(scanner: XmlScanner): void {
    const { depth, start, end } = scanner;
    while (scanner.next() && scanner.depth > depth) {
      if (scanner.kind !== 'close' && scanner.is('xf')) this.formats.push(readFormat(scanner, this.dateFormats));
    }
    this.cellXfs = { start, openEnd: end, closeStart: scanner.start };
  }
}

function readFont(scanner: XmlScanner): CellFont {
  let font = ORDINARY_FONT;
  if (scanner.kind === 'empty') return font;
  const { depth } = scanner;
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.kind === 'close') continue;
    const value = scanner.attribute('val');
    if (scanner.is('name') && value) font = { ...font, name: value };
    else if (scanner.is('sz') && Number(value) > 0) font = { ...font, size: Number(value) };
    else if (scanner.is('b')) font = { ...font, bold: value === undefined || isTrue(value) };
  }
  return font;
}

function readFormat(scanner: XmlScanner, dateFormats: ReadonlySet<number>): FormatPlace {
  const { start, depth } = scanner;
  const numberFormat = Number(scanner.attribute('numFmtId') ?? 0);
  const format = {
    ...ORDINARY,
    fontId: Number(scanner.attribute('fontId') ?? 0),
    date: dateFormats.has(numberFormat) || isBuiltInDate(numberFormat),
    start,
    end: scanner.end,
  };
  if (scanner.kind === 'empty') return format;
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.kind === 'close') continue;
    if (scanner.is('alignment')) {
      format.wrap = isTrue(scanner.attribute('wrapText')) || breaksByItself(scanner);
      format.shrink = isTrue(scanner.attribute('shrinkToFit'));
      format.rotation = Number(scanner.attribute('textRotation') ?? 0);
      format.indent = Number(scanner.attribute('indent') ?? 0);
    } else if (scanner.is('protection'))
      format.locked = scanner.attribute('locked') === undefined || isTrue(scanner.attribute('locked'));
  }
  return { ...format, end: scanner.end };
}

/** 27–36 and 50–58 are dates in Chinese editions (ECMA-376 part 1, 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Justified and distributed text wraps without being told to. */
function breaksByItself(alignment: XmlScanner): boolean {
  return ['horizontal', 'vertical'].some(name => /^(?:justify|distributed)$/.test(alignment.attribute(name) ?? ''));
}
