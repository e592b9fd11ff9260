import { rangeContains } from '../../model/address';
import { AppError } from '../../model/app-error';
import type { CellEdit } from '../../model/cells';
import { Excerpt, markOf } from '../splice/excerpt';
import type { PartIndex } from '../splice/part-index';
import { PartReader } from '../splice/part-reader';
import { spliceDeflate } from '../splice/splice-deflate';
import { compressedBytes, indexParts, isLarge, type WorkbookIndex } from '../splice/workbook-index';
import { toUtf8 } from '../xml/xml-encoding';
import type { Compressed } from '../zip/gzip-stream';
import { inflateEntry } from '../zip/inflate-entry';
import type { ZipEntry } from '../zip/zip-archive';
import type { BookParts, BookSheet } from './book-parts';
import { hasFormulaTag } from './formula-tag';
import type { Replacement } from './replacements';
import { SharedStrings } from './shared-strings';
import { mapSheet } from './sheet-map';

/** A merge of more rows has room enough: row heights look at no more of them either. */
const MAX_MERGED_ROWS = 1_000;

interface OpenPart {
  entry: ZipEntry;
  index: PartIndex;
  excerpt: Excerpt;
}

/**
 * Sheets and strings of many megabytes, opened in excerpts: the rows to be filled, the last strings, and all that stands
 * before and behind. What is read and patched in them is put into the part by splicing its compressed stream.
 */
export class LargeParts {
  private readonly open = new Map<string, OpenPart>();
  private constructor(
    private readonly parts: BookParts,
    private readonly index: WorkbookIndex,
  ) {}

  /**
   * null where no large part is to be filled, or the book has formulas: their values may depend on any cell.
   * @param stored the workbook's index, where there is one; without it the large parts are indexed now, which takes a third of the
   *   time of inflating and deflating them
   */
  static async open(
    parts: BookParts,
    edits: readonly CellEdit[],
    stored: WorkbookIndex | null,
    signal?: AbortSignal,
  ): Promise<LargeParts | null> {
    const names = new Set(edits.map(({ sheet }) => sheet.toLowerCase()));
    const filled = parts.sheets.filter(({ name, entry }) => entry && isLarge(entry) && names.has(name.toLowerCase()));
    const strings = parts.sharedStrings && isLarge(parts.sharedStrings) ? parts.sharedStrings : null;
    if (filled.length === 0 && !strings) return null;
    const others = parts.sheets.filter(
      sheet => !filled.includes(sheet) && !(sheet.entry && stored?.has(sheet.entry.name)),
    );
    if (await holdFormulas(parts, others)) return null;
    const index = stored ?? (await indexParts(parts.archive, indexable(filled, strings), signal ? { signal } : {}));
    const large = new LargeParts(parts, index);
    for (const sheet of filled) {
      if (!index.has(sheet.entry!.name)) return null;
      large.openSheet(
        sheet.entry!,
        edits.filter(edit => edit.sheet.toLowerCase() === sheet.name.toLowerCase()),
      );
    }
    return large;
  }

  /** The excerpt that stands for this part; undefined where the part is read whole. */
  bytes(entry: ZipEntry): Uint8Array | undefined {
    return this.open.get(entry.name)?.excerpt.bytes;
  }

  /** Known without looking: only sheets without formulas are indexed. */
  isFreeOfFormulas(entry: ZipEntry): boolean {
    return this.index.has(entry.name);
  }

  /** null where the strings are not large. */
  strings(): SharedStrings | null {
    const entry = this.parts.sharedStrings;
    const index = entry && this.index.get(entry.name);
    if (!index) return null;
    const reader = this.reader(entry, index);
    const { numbers } = index.marks;
    const stretches = new Map<number, SharedStrings>();
    const stretch = (mark: number): SharedStrings => {
      const known = stretches.get(mark);
      if (known) return known;
      const excerpt = readExcerpt(entry, index, reader, [mark]);
      const strings = new SharedStrings(excerpt.bytes, entry.name, {
        count: numbers[mark]!,
        text: string => stretch(markOf(index.marks, string)).text(string),
      });
      if (mark === numbers.length - 1) this.open.set(entry.name, { entry, index, excerpt });
      stretches.set(mark, strings);
      return strings;
    };
    return stretch(numbers.length - 1);
  }

  /** The part with these replacements of its excerpt; null where it is not open as one. */
  spliced(name: string, replacements: readonly Replacement[]): Compressed | null {
    const part = this.open.get(name);
    if (!part) return null;
    const inPart = replacements.map(change => part.excerpt.inPart(change));
    const spliced = spliceDeflate(compressedBytes(this.parts.archive, part.entry), part.index.deflate, inPart);
    if (!spliced) throw new AppError('damaged-part', { part: name });
    return spliced;
  }

  private openSheet(entry: ZipEntry, edits: readonly CellEdit[]): void {
    const index = this.index.get(entry.name)!;
    const reader = this.reader(entry, index);
    const { merges } = mapSheet(readExcerpt(entry, index, reader, []).bytes, entry.name);
    const marks = new Set<number>();
    for (const edit of edits) {
      const merge = merges.find(range => rangeContains(range, edit)) ?? { top: edit.row, bottom: edit.row };
      const last = Math.min(merge.bottom, merge.top + MAX_MERGED_ROWS);
      for (let mark = markOf(index.marks, merge.top); mark <= markOf(index.marks, last); mark++) marks.add(mark);
    }
    marks.delete(-1);
    this.open.set(entry.name, { entry, index, excerpt: readExcerpt(entry, index, reader, marks) });
  }

  private reader(entry: ZipEntry, index: PartIndex): PartReader {
    return new PartReader(compressedBytes(this.parts.archive, entry), index);
  }
}

/** What `indexWorkbook` looks at: every worksheet, and the table of strings. */
export function indexable(sheets: readonly BookSheet[], strings: ZipEntry | null) {
  const rows = sheets.flatMap(({ entry }) => (entry ? [{ entry, kind: 'rows' as const }] : []));
  return strings ? [...rows, { entry: strings, kind: 'strings' as const }] : rows;
}

async function holdFormulas({ archive }: BookParts, sheets: readonly BookSheet[]): Promise<boolean> {
  for (const { entry } of sheets) {
    if (entry && hasFormulaTag(toUtf8(await inflateEntry(archive, entry.name), entry.name))) return true;
  }
  return false;
}

function readExcerpt(entry: ZipEntry, index: PartIndex, reader: PartReader, marks: Iterable<number>): Excerpt {
  const excerpt = Excerpt.read(index, reader, marks);
  if (!excerpt) throw new AppError('damaged-part', { part: entry.name });
  return excerpt;
}
