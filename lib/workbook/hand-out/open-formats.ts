import { AppError } from '../../model/app-error';
import { applyReplacements, type Replacement, replacement } from '../fill/replacements';
import { changedStartTag, changedTag } from '../fill/start-tag';
import { XmlScanner } from '../xml/xml-scanner';

/** Light yellow: what offices mark cells to be filled in with, legible in print and on a projector. */
const TINT = 'FFFFF8D6';

interface ListPlace {
  start: number;
  openEnd: number;
  closeStart: number;
  count: number;
}

/** Cell formats like given ones, but open for typing and tinted; nothing else of the look changes. */
export class OpenFormats {
  private readonly xfs: { start: number; end: number }[] = [];
  private fills: ListPlace | null = null;
  private cellXfs: ListPlace | null = null;
  private readonly made = new Map<number, number>();
  private readonly sources: string[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly part: string,
  ) {
    const scanner = new XmlScanner(bytes, part);
    while (scanner.next()) {
      if (scanner.kind !== 'open' || scanner.depth !== 1) continue;
      if (scanner.is('fills')) this.fills = readList(scanner, () => {});
      else if (scanner.is('cellXfs')) this.cellXfs = readList(scanner, place => this.xfs.push(place));
      else scanner.skipElement();
    }
    if (!this.fills || !this.cellXfs) throw new AppError('damaged-part', { part });
  }

  /** The number of the opened format; formats that were opened once are shared. */
  opened(style: number): number {
    const known = this.made.get(style);
    if (known !== undefined) return known;
    const added = this.cellXfs!.count + this.sources.length;
    this.sources.push(this.openedSource(this.xfs[style] ?? this.xfs[0]!));
    this.made.set(style, added);
    return added;
  }

  patched(): Uint8Array {
    const fills = this.fills!;
    const prefix = this.prefixAt(fills);
    const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${TINT}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
    return applyReplacements(
      this.bytes,
      [...this.grown(fills, 1, fill), ...this.grown(this.cellXfs!, this.sources.length, this.sources.join(''))].sort(
        (a, b) => a.start - b.start,
      ),
    );
  }

  private grown({ start, openEnd, closeStart, count }: ListPlace, more: number, source: string): Replacement[] {
    const scanner = new XmlScanner(this.bytes.subarray(start), this.part);
    scanner.next();
    const stated = scanner.attribute('count') === undefined ? {} : { count: String(count + more) };
    return [
      replacement(start, openEnd, `${changedStartTag(scanner, stated)}>`),
      replacement(closeStart, closeStart, source),
    ];
  }

  private openedSource({ start, end }: { start: number; end: number }): string {
    const xf = new XmlScanner(this.bytes.subarray(start, end), this.part);
    xf.next();
    const prefix = xf.prefix();
    const name = this.source(start + xf.nameStart, start + xf.nameEnd);
    const tag = changedStartTag(xf, { fillId: String(this.fills!.count), applyFill: '1', applyProtection: '1' });
    if (xf.kind === 'empty') return `${tag}><${prefix}protection locked="0"/></${name}>`;
    const inner = start + xf.end;
    let closeAt = end;
    let after = inner;
    while (xf.next()) {
      if (xf.depth === 0) closeAt = start + xf.start;
      else if (xf.kind !== 'close' && xf.isNamed('protection')) {
        const protection = changedTag(xf, { locked: '0' });
        return `${tag}>${this.source(inner, start + xf.start)}${protection}${this.source(start + xf.end, end)}`;
      } else if (xf.isNamed('alignment')) after = start + xf.end;
    }
    // After alignment, before extensions (ECMA-376 part 1, 18.8.45).
    const own = `<${prefix}protection locked="0"/>`;
    return `${tag}>${this.source(inner, after)}${own}${this.source(after, closeAt)}</${name}>`;
  }

  private prefixAt({ start }: ListPlace): string {
    const scanner = new XmlScanner(this.bytes.subarray(start), this.part);
    scanner.next();
    return scanner.prefix();
  }

  private source(start: number, end: number): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes.subarray(start, end));
  }
}

/** From a list's start tag to its end. */
function readList(scanner: XmlScanner, visit: (place: { start: number; end: number }) => void): ListPlace {
  const { depth, start, end: openEnd } = scanner;
  let count = 0;
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.kind === 'close' || scanner.depth !== depth + 1) continue;
    const from = scanner.start;
    count++;
    scanner.skipElement();
    visit({ start: from, end: scanner.end });
  }
  return { start, openEnd, closeStart: scanner.start, count };
}
