import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawIcon } from '../../../scripts/make-icons/icon';
import { encodePng } from '../../../scripts/make-icons/png';

describe.each([16, 32, 48, 128])('the icon of %d pixels', size => {
  const path = fileURLToPath(new URL(`../../../public/icon/${size}.png`, import.meta.url));

  it('is what the script draws', () => {
    expect(Buffer.compare(encodePng(drawIcon(size), size), readFileSync(path))).toBe(0);
  });

  it('says its own size and holds that many pixels', () => {
    const png = readFileSync(path);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    const data = png.subarray(41, 41 + png.readUInt32BE(33));
    expect(inflateSync(data)).toHaveLength(size * (size * 4 + 1));
  });

  it('has transparent corners and a solid middle', () => {
    const pixels = drawIcon(size);
    expect(pixels[3]).toBeLessThan(128);
    expect(pixels[(Math.floor(size / 2) * size + Math.floor(size / 2)) * 4 + 3]).toBe(255);
  });
});
