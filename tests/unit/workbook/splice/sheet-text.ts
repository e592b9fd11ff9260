/** Sheet-like XML of about so many bytes, the same for the same seed. */
export function sheetText(seed: number, size: number): Uint8Array {
  const random = generator(seed);
  const parts = ['<worksheet><sheetData>'];
  let length = parts[0]!.length;
  for (let row = 1; length < size; row++) {
    const cells = Array.from({ length: 1 + (random() % 12) }, (_, column) => {
      const address = `${String.fromCharCode(65 + column)}${row}`;
      return random() % 3
        ? `<c r="${address}" s="${random() % 9}"><v>${random() % 100_000}</v></c>`
        : `<c r="${address}" s="3" t="inlineStr"><is><t>综治中心 ${'报'.repeat(random() % 5)}</t></is></c>`;
    });
    const text = `<row r="${row}" spans="1:12">${cells.join('')}</row>`;
    parts.push(text);
    length += text.length;
  }
  return new TextEncoder().encode(parts.join('')).subarray(0, size);
}

/** Text, long runs and noise in turn: what deflate treats in different ways. */
export function mixedBytes(seed: number, size: number): Uint8Array {
  const random = generator(seed);
  const bytes = new Uint8Array(size);
  const text = sheetText(seed, Math.min(size, 60_000));
  for (let at = 0; at < size; ) {
    const end = Math.min(size, at + 1 + (random() % 30_000));
    const kind = random() % 4;
    for (; at < end; at++) {
      if (kind === 0) bytes[at] = 65;
      else if (kind === 1) bytes[at] = random();
      else bytes[at] = text[at % text.length]!;
    }
  }
  return bytes;
}

/** xorshift32 */
export function generator(seed: number): () => number {
  let state = (seed | 0) ^ 0x9e3779b9 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
