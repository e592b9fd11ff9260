/** Writes bits, lowest first, as deflate wants them; copies runs of bits from another place at 32 a step. */
export class BitWriter {
  #bytes: Uint8Array;
  #view: DataView;
  #length = 0;
  /** The bits not yet in `#bytes`: fewer than 8 between two calls. */
  #held = 0;
  #heldCount = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity + 8);
    this.#view = new DataView(this.#bytes.buffer);
  }

  get bitLength(): number {
    return this.#length * 8 + this.#heldCount;
  }

  /** At most 24 bits. */
  write(value: number, count: number): void {
    this.#held |= value << this.#heldCount;
    this.#heldCount += count;
    if (this.#heldCount < 8) return;
    this.#reserve(4);
    while (this.#heldCount >= 8) {
      this.#bytes[this.#length++] = this.#held;
      this.#held >>>= 8;
      this.#heldCount -= 8;
    }
  }

  clear(bit: number): void {
    const at = Math.floor(bit / 8);
    if (at < this.#length) this.#bytes[at]! &= ~(1 << (bit & 7));
    else this.#held &= ~(1 << (bit & 7));
  }

  /** Zeros up to the next byte. */
  align(): void {
    if (this.#heldCount) this.write(0, 8 - this.#heldCount);
  }

  copy(source: Uint8Array, fromBit: number, toBit: number): void {
    let bit = fromBit;
    while (bit < toBit && (bit & 7) !== 0) this.write((source[Math.floor(bit / 8)]! >>> (bit++ & 7)) & 1, 1);
    const start = bit / 8;
    const end = Math.floor(toBit / 8);
    if (start < end) this.#copyBytes(source, start, end);
    bit = Math.max(bit, end * 8);
    if (bit < toBit) this.write(source[end]! & ((1 << (toBit - bit)) - 1), toBit - bit);
  }

  finish(): Uint8Array {
    this.align();
    return this.#bytes.subarray(0, this.#length);
  }

  #copyBytes(source: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start + 8);
    const shift = this.#heldCount;
    if (shift === 0) {
      this.#bytes.set(source.subarray(start, end), this.#length);
      this.#length += end - start;
      return;
    }
    const from = new DataView(source.buffer, source.byteOffset, source.byteLength);
    const to = this.#view;
    const carry = 32 - shift;
    let held = this.#held;
    let at = this.#length;
    let next = start;
    for (const wordEnd = end - 3; next < wordEnd; next += 4, at += 4) {
      const word = from.getUint32(next, true);
      to.setUint32(at, held | (word << shift), true);
      held = word >>> carry;
    }
    this.#held = held;
    this.#length = at;
    while (next < end) this.write(source[next++]!, 8);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#length + more, Math.ceil(this.#bytes.length * 1.25)));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}
