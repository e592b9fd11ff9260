import { grown } from './growing-array';

/** Texts of a sheet as UTF-8, one after the other. */
export class TextTable {
  private bytes = new Uint8Array(4096);
  private starts = new Uint32Array(256);
  private length = 0;
  private count = 0;
  private readonly encoder = new TextEncoder();

  add(text: string): number {
    this.append(text);
    return this.close();
  }

  /** A text that already lies somewhere as plain UTF-8. */
  addBytes(source: Uint8Array, start: number, end: number): number {
    this.appendBytes(source, start, end);
    return this.close();
  }

  /** Adds to the text being put together; `close` ends it. */
  append(text: string): void {
    this.bytes = grown(this.bytes, this.length + text.length * 3);
    this.length += this.encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  appendBytes(source: Uint8Array, start: number, end: number): void {
    const length = end - start;
    this.bytes = grown(this.bytes, this.length + length);
    if (length > 32) this.bytes.set(source.subarray(start, end), this.length);
    else for (let index = 0; index < length; index++) this.bytes[this.length + index] = source[start + index]!;
    this.length += length;
  }

  /** Ends the text being put together and gives its place. */
  close(): number {
    this.starts = grown(this.starts, this.count + 2);
    this.starts[++this.count] = this.length;
    return this.count - 1;
  }

  isEmpty(index: number): boolean {
    return this.starts[index] === this.starts[index + 1];
  }

  finish(): { textBytes: Uint8Array; textStart: Uint32Array } {
    return { textBytes: this.bytes.slice(0, this.length), textStart: this.starts.slice(0, this.count + 1) };
  }
}
