import type { CellLook } from '../../lib/model/looks';
import { fontPixels, LINE_HEIGHT } from './cell-look-css';

const PADDING = 6;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/**
 * The height a text needs in a cell of this width: a wide letter takes the font's size, a narrow one a little over half of it,
 * which is what the offices' fonts have. An estimate on the safe side that never touches the page, so that 10,000 rows cost nothing.
 */
export function textHeight(text: string, look: CellLook, width: number, zoom: number): number {
  const size = fontPixels(look.font, zoom);
  const room = Math.max(size, width - PADDING - look.indent * size);
  const wraps = look.wrap || look.horizontal === 'justify' || look.horizontal === 'distributed';
  let lines = 0;
  for (const line of text.split('\n')) lines += wraps ? wrappedLines(line, size, room) : 1;
  return Math.ceil(lines * size * LINE_HEIGHT) + 3;
}

function wrappedLines(line: string, size: number, room: number): number {
  let lines = 1;
  let used = 0;
  for (const letter of line) {
    const width = letter.length > 1 || WIDE.test(letter) ? size : size * 0.56;
    if (used + width > room) {
      lines++;
      used = 0;
    }
    used += width;
  }
  return lines;
}

/** An upper guess of one line's width, to know whether a text runs over into the empty cells beside it. */
export function lineWidth(text: string, look: CellLook, zoom: number): number {
  const size = fontPixels(look.font, zoom);
  let width = PADDING;
  for (const letter of text) width += letter.length > 1 || WIDE.test(letter) ? size : size * 0.6;
  return width;
}
