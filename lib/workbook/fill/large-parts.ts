import { rangeContains } from '../../model/address';
import { AppError } from '../../model/app-error';
import type { CellEdit } from '../../model/cells';
import { MAX_MERGED_ROWS } from '../row-height/share-heights';
import { Excerpt, markOf } from '../splice/excerpt';
import { IndexedPart } from '../splice/indexed-part';
import type { ItemKind, ItemMarks } from '../splice/item-scanner';
import type { LargePart } from '../splice/large-part';
import type { PartIndex } from '../splice/part-index';
import { RecordedPart } from '../splice/recorded-part';
import { compressedBytes, isLarge, type WorkbookIndex } from '../splice/workbook-index';
import { toUtf8 } from '../xml/xml-encoding';
import type { Compressed } from '../zip/gzip-stream';
import { inflateEntry } from '../zip/inflate-entry';
import type { ZipEntry } from '../zip/zip-archive';
import type { BookParts, BookSheet } from './book-parts';
import { hasFormulaTag } from './formula-tag';
import type { Replacement } from './replacements';
import { SharedStrings } from './shared-strings';
import { mapSheet } from './sheet-map';

/** What has to be said again round each stretch of rows: a back-reference's reach. */
const REACH_BYTES = 40 * 1024;

interface OpenPart {
  part: LargePart;
  excerpt: Excerpt;
}

/**
 * Sheets and strings of many megabytes, opened in excerpts: the rows to be filled, the last strings, and all that stands
 * before and behind. What is read and patched in them is put into the part's compressed stream.
 */
export class LargeParts {
  private readonly opened = new Map<string, OpenPart>();

  private constructor(
    private readonly parts: BookParts,
    private readonly index: WorkbookIndex | null,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /**
   * null where no large part is to be filled, or the book has formulas: their values may depend on any cell.
   * @param index the workbook's, where one was kept; without it the large parts are inflated once
   */
  static async open(
    parts: BookParts,
    edits: readonly CellEdit[],
    index: WorkbookIndex | null,
    signal?: AbortSignal,
  ): Promise<LargeParts | null> {
    const names = new Set(edits.map(({ sheet }) => sheet.toLowerCase()));
    const filled = parts.sheets.filter(({ name, entry }) => entry && isLarge(entry) && names.has(name.toLowerCase()));
    if (filled.length === 0 && !(parts.sharedStrings && isLarge(parts.sharedStrings))) return null;
    const others = parts.sheets.filter(
      sheet => !filled.includes(sheet) && !(sheet.entry && index?.has(sheet.entry.name)),
    );
    if (await holdFormulas(parts, others)) return null;
    const large = new LargeParts(parts, index, signal);
    for (const { entry, name } of filled) {
      const own = edits.filter(edit => edit.sheet.toLowerCase() === name.toLowerCase());
      if (!(await large.openSheet(entry!, own))) return null;
    }
    return large;
  }

  /** The excerpt that stands for this part; undefined where the part is read whole. */
  bytes(entry: ZipEntry): Uint8Array | undefined {
    return this.opened.get(entry.name)?.excerpt.bytes;
  }

  /** Known without looking: only sheets without formulas are indexed. */
  isFreeOfFormulas(entry: ZipEntry): boolean {
    return this.index?.has(entry.name) ?? false;
  }

  /** null where the strings are read whole. */
  async strings(): Promise<SharedStrings | null> {
    const entry = this.parts.sharedStrings;
    if (!entry || !isLarge(entry)) return null;
    const index = this.index?.get(entry.name);
    const part = index ? this.indexed(entry, index) : await this.recorded(entry, 'strings');
    if (!part) return null;
    const { marks } = part;
    const stretches = new Map<number, SharedStrings>();
    const stretch = (mark: number): SharedStrings => {
      const known = stretches.get(mark);
      if (known) return known;
      const excerpt = readExcerpt(entry, part, [mark]);
      const strings = new SharedStrings(excerpt.bytes, entry.name, {
        count: marks.numbers[mark]!,
        text: string => stretch(markOf(marks, string)).text(string),
      });
      if (mark === marks.numbers.length - 1) this.opened.set(entry.name, { part, excerpt });
      stretches.set(mark, strings);
      return strings;
    };
    return stretch(marks.numbers.length - 1);
  }

  /** The part with these replacements of its excerpt; null where it is not open as one. */
  spliced(name: string, replacements: readonly Replacement[]): Compressed | null {
    const open = this.opened.get(name);
    if (!open) return null;
    const spliced = open.part.replaced(replacements.map(change => open.excerpt.inPart(change)));
    if (!spliced) throw new AppError('damaged-part', { part: name });
    return spliced;
  }

  private async openSheet(entry: ZipEntry, edits: readonly CellEdit[]): Promise<boolean> {
    const index = this.index?.get(entry.name);
    if (this.index && !index) return false;
    const part = index ? this.indexed(entry, index) : await this.recorded(entry, 'rows');
    if (!part) return false;
    const wanted = marksOfEdits(entry, part, edits);
    const nearlyAll = index && wanted.size * REACH_BYTES > part.size / 2;
    const best = nearlyAll ? await this.recorded(entry, index.marks) : part;
    if (best) this.opened.set(entry.name, { part: best, excerpt: readExcerpt(entry, best, wanted) });
    return best !== null;
  }

  private indexed(entry: ZipEntry, index: PartIndex): LargePart {
    return new IndexedPart(compressedBytes(this.parts.archive, entry), index);
  }

  private recorded(entry: ZipEntry, marks: ItemKind | ItemMarks): Promise<LargePart | null> {
    return RecordedPart.record(compressedBytes(this.parts.archive, entry), entry, marks, this.signal);
  }
}

/** The stretches that hold the rows to be filled, and those of merges that begin or are met there. */
function marksOfEdits(entry: ZipEntry, part: LargePart, edits: readonly CellEdit[]): Set<number> {
  const { mergedCells } = mapSheet(readExcerpt(entry, part, []).bytes, entry.name);
  const wanted = new Set<number>();
  for (const edit of edits) {
    const merge = mergedCells.find(range => rangeContains(range, edit)) ?? { top: edit.row, bottom: edit.row };
    const last = markOf(part.marks, Math.min(merge.bottom, merge.top + MAX_MERGED_ROWS));
    for (let mark = Math.max(0, markOf(part.marks, merge.top)); mark <= last; mark++) wanted.add(mark);
  }
  return wanted;
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

function readExcerpt(entry: ZipEntry, part: LargePart, marks: Iterable<number>): Excerpt {
  const excerpt = Excerpt.read(part, marks);
  if (!excerpt) throw new AppError('damaged-part', { part: entry.name });
  return excerpt;
}
