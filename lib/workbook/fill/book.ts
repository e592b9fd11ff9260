import { AppError } from '../../model/app-error';
import { throwIfCancelled } from '../opened-workbook';
import { toUtf8 } from '../xml/xml-encoding';
import { inflateEntry } from '../zip/inflate-entry';
import type { NewContent } from '../zip/rewrite-zip';
import type { ZipEntry } from '../zip/zip-archive';
import type { BookParts } from './book-parts';
import { hasFormulaTag } from './formula-tag';
import type { LargeParts } from './large-parts';
import { applyReplacements, inFileOrder, type Replacement } from './replacements';
import { SharedStrings } from './shared-strings';
import { SheetLayout } from './sheet-layout';
import { mapSheet, type SheetMap } from './sheet-map';
import { SheetWriter } from './sheet-writer';
import { StyleTable } from './style-table';

/** A package being filled: its parts are inflated when first needed, each once. */
export class Book {
  private readonly sheetBytes = new Map<number, Uint8Array>();
  private readonly maps = new Map<number, SheetMap>();
  private readonly writers = new Map<number, SheetWriter>();

  private readonly settled = new Set<number>();
  private readonly workbookChanges: Replacement[] = [];
  private readonly layouts = new Map<number, SheetLayout>();

  private constructor(
    readonly parts: BookParts,
    readonly strings: SharedStrings | null,
    readonly styles: StyleTable,
    private readonly large: LargeParts | null,
    private readonly signal: AbortSignal | undefined,
  ) {}

  static async open(parts: BookParts, large: LargeParts | null, signal?: AbortSignal): Promise<Book> {
    const { sharedStrings, styles } = parts;
    const strings = sharedStrings
      ? ((await large?.strings()) ?? new SharedStrings(await inflated(parts, sharedStrings), sharedStrings.name))
      : null;
    const formats = new StyleTable(styles ? await inflated(parts, styles) : null, styles?.name ?? '');
    return new Book(parts, strings, formats, large, signal);
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

  /** Makes the changes so far the sheet's content, for what follows to build on. */
  settle(index: number): void {
    const writer = this.writers.get(index);
    if (!writer) return;
    const bytes = applyReplacements(writer.map.bytes, writer.replacements());
    this.sheetBytes.set(index, bytes);
    this.settled.add(index);
    this.maps.delete(index);
    this.layouts.delete(index);
    this.writers.delete(index);
  }

  changeWorkbook(change: Replacement): void {
    this.workbookChanges.push(change);
  }

  /** The parts that differ from the package, with their new content. */
  changedParts(): Map<string, NewContent> {
    const changed = new Map<string, NewContent>();
    const change = (name: string, bytes: Uint8Array, replacements: readonly Replacement[]) =>
      changed.set(name, this.large?.spliced(name, replacements) ?? applyReplacements(bytes, replacements));
    for (const index of this.settled) changed.set(this.parts.sheets[index]!.entry!.name, this.sheetBytes.get(index)!);
    for (const writer of this.writers.values()) {
      if (writer.changed) change(writer.map.part, writer.map.bytes, writer.replacements());
    }
    const { workbook, sharedStrings, styles } = this.parts;
    if (this.workbookChanges.length > 0) {
      changed.set(workbook.entry.name, applyReplacements(workbook.bytes, inFileOrder(this.workbookChanges)));
    }
    const strings = this.strings?.replacements() ?? [];
    if (strings.length > 0) change(sharedStrings!.name, this.strings!.bytes, strings);
    const formats = this.styles.patched();
    if (formats) changed.set(styles!.name, formats);
    return changed;
  }

  /** A quick look at the bytes: false is certain. */
  async mayHoldFormulas(index: number): Promise<boolean> {
    const known = this.maps.get(index);
    if (known) return known.formulas.length > 0;
    const { entry } = this.parts.sheets[index]!;
    if (!entry || this.large?.isFreeOfFormulas(entry)) return false;
    return hasFormulaTag(await this.inflateSheet(index, entry));
  }

  private async inflateSheet(index: number, entry: ZipEntry): Promise<Uint8Array> {
    throwIfCancelled(this.signal);
    const bytes = this.sheetBytes.get(index) ?? this.large?.bytes(entry) ?? (await inflated(this.parts, entry));
    this.sheetBytes.set(index, bytes);
    return bytes;
  }
}

async function inflated({ archive }: BookParts, entry: ZipEntry): Promise<Uint8Array> {
  return toUtf8(await inflateEntry(archive, entry.name), entry.name);
}
