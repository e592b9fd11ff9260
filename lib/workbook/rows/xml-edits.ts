import { escapeXml } from '../fill/cell-text';
import { applyReplacements, inFileOrder, type Replacement, replacement } from '../fill/replacements';
import { changedTag } from '../fill/start-tag';
import type { XmlScanner } from '../xml/xml-scanner';

/** Collects changes of one part; what is not named keeps its bytes. */
export class XmlEdits {
  private replacements: Replacement[] = [];

  constructor(private readonly bytes: Uint8Array) {}

  /** Of the tag that the scanner stands on; null takes an attribute away. */
  setAttributes(scanner: XmlScanner, changes: Readonly<Record<string, string | null>>): void {
    const same = Object.entries(changes).every(([name, value]) => (scanner.attribute(name) ?? null) === value);
    if (!same) this.replacements.push(replacement(scanner.start, scanner.end, changedTag(scanner, changes)));
  }

  setText(start: number, end: number, text: string): void {
    this.replacements.push(replacement(start, end, escapeXml(text)));
  }

  setSource(start: number, end: number, bytes: Uint8Array): void {
    this.replacements.push({ start, end, bytes });
  }

  replace(change: Replacement): void {
    this.replacements.push(change);
  }

  insert(at: number, source: string): void {
    this.replacements.push(replacement(at, at, source));
  }

  /** With all that was to change inside. */
  remove(start: number, end: number): void {
    this.replacements = this.replacements.filter(change => change.start < start || change.end > end);
    this.replacements.push(replacement(start, end, ''));
  }

  get changed(): boolean {
    return this.replacements.length > 0;
  }

  applied(): Uint8Array {
    return applyReplacements(this.bytes, inFileOrder(this.replacements));
  }
}
