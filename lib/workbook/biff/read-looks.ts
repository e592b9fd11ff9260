import { AppError } from '../../model/app-error';
import {
  type BorderLook,
  type BorderStyle,
  type CellLook,
  type FontLook,
  HORIZONTAL_ALIGNMENTS,
  VERTICAL_ALIGNMENTS,
} from '../../model/looks';
import { WORKBOOK_LIMITS } from '../limits';
import { formatCode } from '../styles/builtin-formats';
import { DEFAULT_INDEXED } from '../styles/colors';
import { PLAIN_LOOK } from '../styles/read-styles';
import { DEFAULT_FORMAT } from './cell-records';
import { RECORD, RecordCursor, recordAt } from './records';
import { readLongString, readShortString } from './unicode-string';

/** Line styles 0–13 of the format, as the few that a screen tells apart. */
const LINES: readonly BorderStyle[] =
  'none thin medium dashed dotted thick double hair dashed dashed dashed dotted dashed dashed'.split(
    ' ',
  ) as BorderStyle[];

const SOLID = 1;
const XF_SIZE = 20;
/** Colours of the palette before this one are fixed. */
const FIRST_OWN_COLOUR = 8;

/**
 * A cell's style is the number of its XF record, but the format that every untouched cell has (15) comes first, as
 * style 0.
 */
export function styleOf(format: number): number {
  if (format === DEFAULT_FORMAT) return 0;
  return format < DEFAULT_FORMAT ? format + 1 : format;
}

interface BookLooks {
  fonts: FontLook[];
  numberFormats: Map<number, string>;
  colour(index: number): string | null;
}

/** The looks of all XF records, by style. There is always a style 0. */
export function readLooks(stream: Uint8Array): CellLook[] {
  const palette = [...DEFAULT_INDEXED];
  const fonts: number[] = [];
  const formats: number[] = [];
  const numberFormats = new Map<number, string>();
  const cursor = new RecordCursor(stream, 0);
  while (cursor.next() && cursor.type !== RECORD.EOF) {
    if (cursor.type === RECORD.FONT) fonts.push(cursor.start);
    else if (cursor.type === RECORD.FORMAT) numberFormats.set(cursor.u16(0), readLongString(cursor, 2));
    else if (cursor.type === RECORD.PALETTE) readPalette(cursor, palette);
    else if (cursor.type === RECORD.XF && cursor.size >= XF_SIZE) formats.push(cursor.start);
  }
  if (formats.length > WORKBOOK_LIMITS.styles) throw new AppError('too-many-styles', { limit: WORKBOOK_LIMITS.styles });
  const colour = (index: number) => palette[index] ?? null;
  const book = { fonts: fonts.map(at => readFont(recordAt(stream, at), colour)), numberFormats, colour };
  const looks = new Array<CellLook>(Math.max(DEFAULT_FORMAT + 1, formats.length)).fill(PLAIN_LOOK);
  formats.forEach((at, format) => {
    looks[styleOf(format)] = readFormat(recordAt(stream, at), book);
  });
  return looks;
}

export function readPalette(cursor: RecordCursor, palette: string[]): void {
  const count = Math.min(cursor.u16(0), Math.floor((cursor.size - 2) / 4), palette.length - FIRST_OWN_COLOUR);
  for (let i = 0; i < count; i++) {
    const rgb = [0, 1, 2].map(part =>
      cursor
        .u8(2 + 4 * i + part)
        .toString(16)
        .padStart(2, '0'),
    );
    palette[FIRST_OWN_COLOUR + i] = `#${rgb.join('')}`;
  }
}

function readFont(font: RecordCursor, colour: BookLooks['colour']): FontLook {
  const flags = font.u16(2);
  return {
    name: readShortString(font, 14),
    size: font.u16(0) / 20,
    bold: font.u16(6) >= 600,
    italic: (flags & 2) !== 0,
    underline: font.u8(10) !== 0,
    strike: (flags & 8) !== 0,
    color: colour(font.u16(4)),
  };
}

function readFormat(xf: RecordCursor, { fonts, numberFormats, colour }: BookLooks): CellLook {
  const font = xf.u16(0);
  const alignment = xf.u8(6);
  const [sides, ends, fills] = [xf.u32(10), xf.u32(14), xf.u16(18)];
  const border = (line: number, index: number): BorderLook => {
    const style = LINES[line & 15] ?? 'thin';
    return { style, color: style === 'none' ? null : colour(index & 127) };
  };
  return {
    // Fonts are counted without a number 4.
    font: fonts[font > 3 ? font - 1 : font] ?? fonts[0] ?? PLAIN_LOOK.font,
    fill: fillColour(ends >>> 26, colour(fills & 127), colour((fills >> 7) & 127)),
    borders: {
      left: border(sides, sides >>> 16),
      right: border(sides >>> 4, sides >>> 23),
      top: border(sides >>> 8, ends),
      bottom: border(sides >>> 12, ends >>> 7),
    },
    horizontal: HORIZONTAL_ALIGNMENTS[alignment & 7]!,
    vertical: VERTICAL_ALIGNMENTS[(alignment >> 4) & 7] ?? 'bottom',
    wrap: (alignment & 8) !== 0,
    shrink: (xf.u8(8) & 16) !== 0,
    indent: xf.u8(8) & 15,
    rotation: xf.u8(7),
    numberFormat: formatCode(xf.u16(2), numberFormats),
    locked: (xf.u16(4) & 1) !== 0,
  };
}

/** Solid shows its front colour; of a pattern the ground is what a person reads text on. */
function fillColour(pattern: number, front: string | null, back: string | null): string | null {
  if (pattern === 0) return null;
  return pattern === SOLID ? front : back;
}
