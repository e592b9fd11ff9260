import type { CellFont } from '../fill/style-table';

/**
 * Widths in em, rounded up over Arial, Noto Sans and the Latin letters of Chinese fonts, because the PC that prints may
 * lack the cell's font: 仿宋_GB2312 gives half an em to each Latin letter, its stand-in on Linux up to 0.92.
 */
const WIDTHS: readonly [pattern: RegExp, em: number][] = [
  [/[ilj'|,.:;!]/, 0.34],
  [/[fIrt()[\]{}"`/\\ -]/, 0.4],
  [/[a-z0-9$?_*^~]/, 0.58],
  [/[+=<>#]/, 0.62],
  [/[A-Z&]/, 0.72],
  [/[mwMW%@]/, 0.95],
];
const FULL_WIDTH = 1;
/** Bold letters of proportional fonts are wider; Chinese characters stay within their square. */
const BOLD = 1.08;

const ASCII_WIDTHS = Float32Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? 0.6;
});

/** In em. Tabs count as eight spaces, marks that combine as nothing. */
export function characterWidth(character: string, bold: boolean): number {
  const code = character.codePointAt(0)!;
  if (code === 9) return 8 * 0.4;
  if (code < 128) return ASCII_WIDTHS[code]! * (bold ? BOLD : 1);
  if (code < 0x2000) return /\p{M}/u.test(character) ? 0 : 0.75 * (bold ? BOLD : 1);
  if (/[\p{M}\u200b-\u200d\ufeff]/u.test(character)) return 0;
  return FULL_WIDTH;
}

/** In points. */
export function textWidth(text: string, font: CellFont): number {
  let width = 0;
  for (const character of text) width += characterWidth(character, font.bold);
  return width * font.size;
}

/**
 * Excel gives 1.23 em to a line of 宋体, 1.36 to Calibri; LibreOffice 1.49 to Chinese text in Noto Sans CJK, which stands in
 * for a Chinese font that the PC lacks.
 */
const CHINESE_LINE = 1.5;
const LATIN_LINE = 1.36;

/** What a line takes, in points: in the cell's own font, or the taller one that stands in for it. */
export function lineHeight(font: CellFont): number {
  const em = isChinese(font.name) ? CHINESE_LINE : LATIN_LINE;
  return em * font.size;
}

/** A Latin font shows Chinese characters in a Chinese one, whose lines are taller. */
export function textLineHeight(text: string, font: CellFont): number {
  return /[\u2e80-\uffef]|[\ud800-\udbff]/.test(text) ? CHINESE_LINE * font.size : lineHeight(font);
}

function isChinese(name: string): boolean {
  return /[\u2e80-\uffef]|sim(?:sun|hei)|fangsong|kaiti|heiti|yahei|dengxian|cjk|source han|pingfang/i.test(name);
}
