import { AppError } from '../../model/app-error';
import { lastOf } from '../../model/last';
import { XmlScanner } from '../xml/xml-scanner';
import { textElement } from './cell-text';
import { type Replacement, replacement } from './replacements';
import { richText } from './row-cells';
import { changedStartTag } from './start-tag';

/** The first strings of a table of which only the rest is at hand. */
export interface OmittedStrings {
  count: number;
  text(index: number): string | undefined;
}

/** The book's table of strings: read by index, and appended to. What is there already is never touched. */
export class SharedStrings {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly prefix: string;
  /** `<sst …>`; `closeStart` is where its close tag stands. */
  private readonly root: { start: number; end: number; closeStart: number; empty: boolean };
  private readonly appended = new Map<string, number>();
  private referenceChange = 0;

  constructor(
    readonly bytes: Uint8Array,
    private readonly part: string,
    private readonly omitted: OmittedStrings | null = null,
  ) {
    const scanner = new XmlScanner(bytes, part);
    if (!scanner.next() || !scanner.is('sst')) throw new AppError('broken-xml', { part, reason: 'no sst' });
    this.prefix = scanner.prefix();
    const { start, end } = scanner;
    const empty = scanner.kind === 'empty';
    let closeStart = end;
    while (scanner.next()) {
      if (scanner.depth === 0) {
        closeStart = scanner.start;
        break;
      }
      if (!scanner.is('si')) {
        scanner.skipElement();
        continue;
      }
      this.starts.push(scanner.start);
      scanner.skipElement();
      this.ends.push(scanner.end);
    }
    this.root = { start, end, closeStart: lastOf(this.ends) ?? closeStart, empty };
  }

  /** undefined where the table has no such string. */
  text(index: number): string | undefined {
    const first = this.omitted?.count ?? 0;
    if (index < first) return this.omitted!.text(index);
    const start = this.starts[index - first];
    if (start === undefined) return undefined;
    const scanner = new XmlScanner(this.bytes.subarray(start, this.ends[index - first]), this.part);
    scanner.next();
    return richText(scanner);
  }

  /** The index of a new string; equal new strings share one. */
  append(text: string): number {
    const known = this.appended.get(text);
    if (known !== undefined) return known;
    const index = this.count + this.appended.size;
    this.appended.set(text, index);
    return index;
  }

  /** A cell now refers to the table (1), or no longer does (-1). */
  countReference(change: 1 | -1): void {
    this.referenceChange += change;
  }

  /** None where nothing was appended: then the part stays as it is, counts and all. */
  replacements(): Replacement[] {
    if (this.appended.size === 0) return [];
    const { start, end, closeStart, empty } = this.root;
    const items = [...this.appended.keys()].map(text => this.item(text)).join('');
    const tag = `${this.rootTag()}>`;
    return empty
      ? [replacement(start, end, `${tag}${items}</${this.prefix}sst>`)]
      : [replacement(start, end, tag), replacement(closeStart, closeStart, items)];
  }

  /** How many strings the file has. */
  private get count(): number {
    return (this.omitted?.count ?? 0) + this.starts.length;
  }

  private item(text: string): string {
    return `<${this.prefix}si>${textElement(text, this.prefix)}</${this.prefix}si>`;
  }

  /** Both counts are optional and often wrong; where stated, they are brought along. */
  private rootTag(): string {
    const scanner = new XmlScanner(this.bytes, this.part);
    scanner.next();
    const counts: Record<string, string> = {};
    const total = this.count + this.appended.size;
    const stated = Number(scanner.attribute('count') ?? Number.NaN);
    if (Number.isInteger(stated)) counts.count = String(Math.max(stated + this.referenceChange, total));
    if (scanner.attribute('uniqueCount') !== undefined) counts.uniqueCount = String(total);
    return changedStartTag(scanner, counts);
  }
}
