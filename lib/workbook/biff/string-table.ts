import { appendSharedStrings, sharedStringIndex } from './append-shared-strings';
import { RECORD, RecordCursor, recordAt } from './records';
import { readSharedStrings, type SharedStrings, sharedText } from './shared-strings';
import type { StreamPatch } from './stream-patch';
import type { WorkbookGlobals } from './workbook-globals';

/** The book's table of strings, read by number and appended to. What is there already keeps its number. */
export class StringTable {
  private readonly old: SharedStrings | null;
  private readonly added = new Map<string, number>();
  private references: number;

  constructor(
    private readonly stream: Uint8Array,
    private readonly globals: WorkbookGlobals,
  ) {
    this.old = globals.sharedStrings === null ? null : readSharedStrings(stream, globals.sharedStrings);
    this.references = this.old?.references ?? 0;
  }

  text(index: number): string {
    return this.old ? sharedText(this.stream, this.old, index) : '';
  }

  /** The number of a new string for one cell; equal new strings share one. */
  add(text: string): number {
    const index = this.added.get(text) ?? (this.old?.offsets.length ?? 0) + this.added.size;
    this.added.set(text, index);
    this.references++;
    return index;
  }

  /** A cell no longer refers to its string. The string stays, as others may. */
  release(): void {
    this.references = Math.max(0, this.references - 1);
  }

  patch(patch: StreamPatch): void {
    if (this.added.size === 0) return;
    const { old, globals, stream } = this;
    const place = old?.start ?? globals.sharedStringsPlace;
    const table = appendSharedStrings(stream, old, [...this.added.keys()], this.references, place);
    patch.replace(place, old?.end ?? place, table.bytes);
    if (globals.sharedStringIndex === null) return;
    const index = recordAt(stream, globals.sharedStringIndex);
    const perBucket = index.size >= 2 ? index.u16(0) : 0;
    patch.replace(index.start, endWithContinues(index), sharedStringIndex(table.offsets, table.holders, perBucket));
  }
}

function endWithContinues(record: RecordCursor): number {
  const ahead = new RecordCursor(record.stream, record.end);
  let { end } = record;
  while (ahead.next() && ahead.type === RECORD.CONTINUE) end = ahead.end;
  return end;
}
