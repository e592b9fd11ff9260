import { AppError } from '../../model/app-error';
import { WORKBOOK_LIMITS } from '../limits';
import { NamespaceScope } from './namespace-scope';
import type { Namespace } from './namespaces';
import { decodeCharacters, decodeMixed, decodeUtf8 } from './xml-text';

export type TagKind = 'open' | 'empty' | 'close';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const COLON = 0x3a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/**
 * Walks UTF-8 XML from tag to tag without building anything: all positions are byte offsets into `bytes`, valid until
 * the next call of `next()`. Checks that tags nest and match; refuses a DTD. 82 MB of sheet take about half a second.
 */
export class XmlScanner {
  kind: TagKind = 'close';
  /** The tag, from "<" to after ">". */
  start = 0;
  end = 0;
  /** The name with its prefix, and where its local part begins. */
  nameStart = 0;
  nameEnd = 0;
  localStart = 0;
  /** Open elements above this tag: 0 for the root. Equal for an element's open and close tag. */
  depth = 0;
  /** What stands between the tag before and this one; `plainText` when that holds no CDATA, comment or instruction. */
  textStart = 0;
  plainText = true;
  attributeCount = 0;

  /** Four offsets an attribute: name, end of name, value, end of value. */
  private attributes = new Int32Array(64);
  private readonly names = new Int32Array(WORKBOOK_LIMITS.xmlDepth * 2);
  private open = 0;
  private position: number;
  private readonly scope = new NamespaceScope();

  constructor(
    readonly bytes: Uint8Array,
    private readonly part: string,
  ) {
    this.position = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    this.end = this.position;
  }

  /** On to the next tag; false at the end of a complete document. */
  next(): boolean {
    const { bytes } = this;
    if (this.kind !== 'open') this.scope.leave(this.depth);
    this.textStart = this.position;
    this.plainText = true;
    let at = this.position;
    for (;;) {
      while (at < bytes.length && bytes[at] !== LT) at++;
      if (at >= bytes.length) return this.finish();
      const after = bytes[at + 1];
      if (after === SLASH) return this.readClose(at);
      if (after !== 0x21 && after !== 0x3f) return this.readOpen(at);
      at = this.skipMarkup(at);
      this.plainText = false;
    }
  }

  /** Whether the tag's local name is `name`, in any namespace. */
  isNamed(name: string): boolean {
    const { bytes, localStart } = this;
    if (this.nameEnd - localStart !== name.length) return false;
    for (let index = 0; index < name.length; index++) {
      if (bytes[localStart + index] !== name.charCodeAt(index)) return false;
    }
    return true;
  }

  /** Whether the tag is this element of the namespace, the spreadsheet's own unless told. */
  is(name: string, namespace: Namespace = 'main'): boolean {
    return this.isNamed(name) && this.namespace() === namespace;
  }

  namespace(): Namespace {
    if (this.localStart === this.nameStart) return this.scope.unprefixed;
    return this.scope.resolve(this.bytes, this.nameStart, this.localStart - 1);
  }

  localName(): string {
    return decodeUtf8(this.bytes, this.localStart, this.nameEnd);
  }

  /** "x:" for `<x:row>`, "" without: what a new sibling's tag must begin with. */
  prefix(): string {
    return decodeUtf8(this.bytes, this.nameStart, this.localStart);
  }

  /** The value of an attribute without prefix, entities resolved; undefined where there is none. */
  attribute(name: string): string | undefined {
    const index = this.attributeIndex(name);
    return index < 0 ? undefined : this.attributeValue(index);
  }

  /** The value of a prefixed attribute such as r:id. */
  attributeIn(namespace: Namespace, name: string): string | undefined {
    for (let index = 0; index < this.attributeCount; index++) {
      const { nameStart, nameEnd } = this.attributeRange(index);
      const colon = this.bytes.indexOf(COLON, nameStart);
      if (colon < 0 || colon >= nameEnd || nameEnd - colon - 1 !== name.length) continue;
      if (decodeUtf8(this.bytes, colon + 1, nameEnd) !== name) continue;
      if (this.scope.resolve(this.bytes, nameStart, colon) === namespace) return this.attributeValue(index);
    }
    return undefined;
  }

  /** The place of an attribute by its whole name, prefix included; -1 where there is none. */
  attributeIndex(name: string): number {
    const { bytes, attributes } = this;
    for (let index = 0; index < this.attributeCount; index++) {
      const start = attributes[index * 4]!;
      if (attributes[index * 4 + 1]! - start !== name.length) continue;
      let same = 0;
      while (same < name.length && bytes[start + same] === name.charCodeAt(same)) same++;
      if (same === name.length) return index;
    }
    return -1;
  }

  attributeRange(index: number): { nameStart: number; nameEnd: number; valueStart: number; valueEnd: number } {
    const { attributes } = this;
    return {
      nameStart: attributes[index * 4]!,
      nameEnd: attributes[index * 4 + 1]!,
      valueStart: attributes[index * 4 + 2]!,
      valueEnd: attributes[index * 4 + 3]!,
    };
  }

  /** For hot loops, without an object: the four offsets of attribute `index` lie at index * 4. */
  get attributeOffsets(): Int32Array {
    return this.attributes;
  }

  attributeValue(index: number): string {
    return decodeCharacters(this.bytes, this.attributes[index * 4 + 2]!, this.attributes[index * 4 + 3]!);
  }

  /** The text before this tag. */
  text(): string {
    const decode = this.plainText ? decodeCharacters : decodeMixed;
    return decode(this.bytes, this.textStart, this.start);
  }

  /** On to the next start tag below `depth`; false at the close tag that ends that level. Start from an open tag only. */
  nextInside(depth: number): boolean {
    while (this.next() && this.depth > depth) if (this.kind !== 'close') return true;
    return false;
  }

  /** From an element's open tag on to its close tag; does nothing on an empty element. */
  skipElement(): void {
    if (this.kind !== 'open') return;
    const { depth } = this;
    while (this.next()) if (this.depth === depth) return;
  }

  /** From an element's open tag on to its close tag, giving its text; child elements are left out. */
  elementText(): string {
    const { depth, kind } = this;
    if (kind !== 'open') return '';
    let text = '';
    while (this.next()) {
      if (this.depth === depth) break;
      if (this.depth === depth + 1 && this.kind !== 'close') text += this.text();
    }
    return text + this.text();
  }

  private readOpen(at: number): true {
    const { bytes } = this;
    this.start = at;
    this.readName(at + 1);
    this.attributeCount = 0;
    let position = this.nameEnd;
    for (;;) {
      while (isSpace(bytes[position]!)) position++;
      const byte = bytes[position];
      if (byte === GT) {
        this.kind = 'open';
        this.end = position + 1;
        break;
      }
      if (byte === SLASH && bytes[position + 1] === GT) {
        this.kind = 'empty';
        this.end = position + 2;
        break;
      }
      position = this.readAttribute(position);
    }
    this.depth = this.open;
    this.position = this.end;
    if (this.kind === 'open') {
      if (this.open >= WORKBOOK_LIMITS.xmlDepth) this.fail('depth');
      this.names[this.open * 2] = this.nameStart;
      this.names[this.open * 2 + 1] = this.nameEnd;
      this.open++;
    }
    return true;
  }

  private readClose(at: number): true {
    const { bytes, names } = this;
    this.start = at;
    this.readName(at + 2);
    let position = this.nameEnd;
    while (isSpace(bytes[position]!)) position++;
    if (bytes[position] !== GT || this.open === 0) this.fail('close tag');
    this.open--;
    const opened = names[this.open * 2]!;
    const length = this.nameEnd - this.nameStart;
    if (names[this.open * 2 + 1]! - opened !== length) this.fail('close tag');
    for (let index = 0; index < length; index++) {
      if (bytes[opened + index] !== bytes[this.nameStart + index]) this.fail('close tag');
    }
    this.kind = 'close';
    this.attributeCount = 0;
    this.depth = this.open;
    this.end = position + 1;
    this.position = this.end;
    return true;
  }

  private readName(start: number): void {
    const { bytes } = this;
    let end = start;
    this.localStart = start;
    for (;;) {
      const byte = bytes[end]!;
      if (byte === COLON) this.localStart = end + 1;
      else if (!(byte > SLASH && byte < LT) && !(byte > GT) && byte !== 0x2d && byte !== 0x2e) break;
      end++;
    }
    if (end === start) this.fail('name');
    this.nameStart = start;
    this.nameEnd = end;
  }

  private readAttribute(start: number): number {
    const { bytes } = this;
    let at = start;
    while (at < bytes.length && bytes[at] !== EQUALS && !isSpace(bytes[at]!) && bytes[at] !== GT) at++;
    const nameEnd = at;
    while (isSpace(bytes[at]!)) at++;
    if (bytes[at] !== EQUALS || nameEnd === start) this.fail('attribute');
    at++;
    while (isSpace(bytes[at]!)) at++;
    const quote = bytes[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) this.fail('attribute');
    const valueStart = ++at;
    while (at < bytes.length && bytes[at] !== quote) at++;
    if (at >= bytes.length) this.fail('attribute');
    this.addAttribute(start, nameEnd, valueStart, at);
    return at + 1;
  }

  private addAttribute(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    const { bytes } = this;
    if (this.attributeCount >= WORKBOOK_LIMITS.xmlAttributes) this.fail('attributes');
    const offset = this.attributeCount * 4;
    if (offset === this.attributes.length) {
      const wider = new Int32Array(offset * 2);
      wider.set(this.attributes);
      this.attributes = wider;
    }
    this.attributes[offset] = nameStart;
    this.attributes[offset + 1] = nameEnd;
    this.attributes[offset + 2] = valueStart;
    this.attributes[offset + 3] = valueEnd;
    this.attributeCount++;
    if (nameEnd - nameStart >= 5 && bytes[nameStart] === 0x78 && bytes[nameStart + 1] === 0x6d) {
      this.scope.declare(
        this.open,
        decodeUtf8(bytes, nameStart, nameEnd),
        decodeCharacters(bytes, valueStart, valueEnd),
      );
    }
  }

  private skipMarkup(at: number): number {
    const { bytes } = this;
    if (bytes[at + 1] === 0x3f) return this.skipPast(at + 2, 0x3f, GT);
    if (bytes[at + 2] === 0x2d && bytes[at + 3] === 0x2d) return this.skipPast(at + 4, 0x2d, 0x2d, GT);
    if (decodeUtf8(bytes, at, Math.min(at + 9, bytes.length)) === '<![CDATA[') {
      return this.skipPast(at + 9, 0x5d, 0x5d, GT);
    }
    throw new AppError('hostile-xml', { part: this.part, reason: 'DTD' });
  }

  private skipPast(from: number, ...ending: number[]): number {
    const { bytes } = this;
    for (let at = bytes.indexOf(ending[0]!, from); at >= 0; at = bytes.indexOf(ending[0]!, at + 1)) {
      if (ending.every((byte, index) => bytes[at + index] === byte)) return at + ending.length;
    }
    return this.fail('markup');
  }

  private finish(): false {
    if (this.open > 0 || this.nameEnd === 0) this.fail('end');
    this.kind = 'close';
    this.start = this.bytes.length;
    this.position = this.start;
    return false;
  }

  private fail(reason: string): never {
    throw new AppError('broken-xml', { part: this.part, reason: `${reason} @${this.position}` });
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
