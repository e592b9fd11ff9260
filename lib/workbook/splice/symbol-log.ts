/** What a stretch of a deflate stream says, symbol by symbol: a literal is its byte, a match `length << 16 | distance`. */
export class SymbolLog {
  symbols: Uint32Array;
  count = 0;

  constructor(capacity = 4096) {
    this.symbols = new Uint32Array(capacity);
  }

  /** Makes room for so many more symbols. */
  reserve(more: number): void {
    if (this.count + more <= this.symbols.length) return;
    const grown = new Uint32Array(Math.max(this.count + more, this.symbols.length * 2));
    grown.set(this.symbols.subarray(0, this.count));
    this.symbols = grown;
  }

  addLiterals(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.symbols.set(bytes, this.count);
    this.count += bytes.length;
  }
}
