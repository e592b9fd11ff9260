/**
 * A safe estimate: offices lack one face or another, and what stands in for it must still fit. Line height is that of
 * the tallest stand-in seen (Noto CJK, 1.45 em), line length allows for one character pushed down by 禁则.
 */
const LINE_HEIGHT = 1.45;
/** Points between the border and the text, both sides together. */
const SIDE_PADDING = 6;
/** Points above and below the text together. */
const ROW_PADDING = 8;
/**
 * One unit of column width is a digit of the normal font: 8 pixels (6 points) where 宋体 is installed, 7.3 with the
 * narrowest stand-in seen. The narrower it is, the more lines a text takes.
 */
export const POINTS_PER_WIDTH = 5.5;

export function heightOf(text: string, width: number, fontSize: number): number {
  const perLine = Math.max(1, Math.floor((width * POINTS_PER_WIDTH - SIDE_PADDING) / fontSize));
  const lines = text.split('\n').reduce((sum, paragraph) => sum + linesOf(paragraph, perLine), 0);
  return Math.ceil(lines * fontSize * LINE_HEIGHT + ROW_PADDING);
}

function linesOf(paragraph: string, perLine: number): number {
  const ems = [...paragraph].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x80 ? 0.5 : 1), 0);
  if (ems <= perLine) return 1;
  return Math.ceil(ems / Math.max(1, perLine - 0.5));
}
