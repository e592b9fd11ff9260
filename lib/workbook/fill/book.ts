import { AppError } from '../../model/app-error';
import { toUtf8 } from '../xml/xml-encoding';
import { inflateEntry } from '../zip/inflate-entry';
import type { ZipEntry } from '../zip/zip-archive';
import type { BookParts } from './book-parts';
import { SharedStrings } from './shared-strings';
import { SheetLayout } from './sheet-layout';
import { mapSheet, type SheetMap } from './sheet-map';
import { SheetWriter } from './sheet-writer';
import { StyleTable } from './style-table';

const [LETTER_F, LESS_THAN, GREATER_THAN, COLON, SLASH, SPACE] = [0x66, 0x3c, 0x3e, 0x3a, 0x2f, 0x20];

/** A package being filled: its parts are inflated when first needed, each once. */
export class Book {
  private readonly sheetBytes = new Map<number, Uint8Array>();
  private readonly maps = new Map<number, SheetMap>();
  private readonly writers = new Map<number, SheetWriter>();

  private readonly layouts = new Map<number, SheetLayout>();

  private constructor(
    readonly parts: BookParts,
    readonly strings: SharedStrings | null,
    readonly styles: StyleTable,
    private readonly signal: AbortSignal | undefined,
  ) {}

  static async open(parts: BookParts, signal?: AbortSignal): Promise<Book> {
    const { sharedStrings, styles } = parts;
    return new Book(
      parts,
      sharedStrings ? new SharedStrings(await inflated(parts, sharedStrings), sharedStrings.name) : null,
      new StyleTable(styles ? await inflated(parts, styles) : null, styles?.name ?? ''),
      signal,
    );
  }

  /** The sheet's place in the book's order. As in Excel, case does not matter. */
  sheetIndex(name: string): number | null {
    const { sheets } = this.parts;
    const exact = sheets.findIndex(sheet => sheet.name === name);
    if (exact >= 0) return exact;
    const key = name.toLowerCase();
    const found = sheets.findIndex(sheet => sheet.name.toLowerCase() === key);
    return found < 0 ? null : found;
  }

  sheetName(index: number): string {
    return this.parts.sheets[index]!.name;
  }

  /** @throws AppError not-a-worksheet */
  async map(index: number): Promise<SheetMap> {
    const known = this.maps.get(index);
    if (known) return known;
    const { entry, name } = this.parts.sheets[index]!;
    if (!entry) throw new AppError('not-a-worksheet', { sheet: name });
    const map = mapSheet(await this.inflateSheet(index, entry), entry.name);
    this.maps.set(index, map);
    return map;
  }

  async writer(index: number): Promise<SheetWriter> {
    const writer = this.writers.get(index) ?? new SheetWriter(await this.map(index));
    this.writers.set(index, writer);
    return writer;
  }

  async layout(index: number): Promise<SheetLayout> {
    const layout = this.layouts.get(index) ?? new SheetLayout(await this.map(index), this.styles.normalFont.size);
    this.layouts.set(index, layout);
    return layout;
  }

  /** Sheets with changes, by index. */
  changedSheets(): [number, SheetWriter][] {
    return [...this.writers].filter(([, writer]) => writer.changed);
  }

  /** A quick look at the bytes: false is certain. */
  async mayHoldFormulas(index: number): Promise<boolean> {
    const known = this.maps.get(index);
    if (known) return known.formulas.length > 0;
    const { entry } = this.parts.sheets[index]!;
    return entry !== null && hasFormulaTag(await this.inflateSheet(index, entry));
  }

  private async inflateSheet(index: number, entry: ZipEntry): Promise<Uint8Array> {
    this.signal?.throwIfAborted();
    const bytes = this.sheetBytes.get(index) ?? (await inflated(this.parts, entry));
    this.sheetBytes.set(index, bytes);
    return bytes;
  }
}

/** "<f" or ":f" before what can end a tag's name. */
function hasFormulaTag(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(LETTER_F); at >= 0; at = bytes.indexOf(LETTER_F, at + 1)) {
    const before = bytes[at - 1];
    const after = bytes[at + 1]!;
    if ((before === LESS_THAN || before === COLON) && (after === GREATER_THAN || after === SLASH || after <= SPACE)) {
      return true;
    }
  }
  return false;
}

async function inflated({ archive }: BookParts, entry: ZipEntry): Promise<Uint8Array> {
  return toUtf8(await inflateEntry(archive, entry.name), entry.name);
}
