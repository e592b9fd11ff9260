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
import { isTrue } from '../xml/xml-boolean';
import { XmlScanner } from '../xml/xml-scanner';
import { formatCode } from './builtin-formats';
import { DEFAULT_INDEXED, type Palette, readColor, resolveColor, type StatedColor } from './colors';

interface StatedFont extends Omit<FontLook, 'color'> {
  color?: StatedColor;
}

interface StatedFill {
  pattern: string;
  foreground?: StatedColor;
  background?: StatedColor;
}

type Side = 'top' | 'right' | 'bottom' | 'left';
type StatedBorders = Record<Side, { style: BorderStyle; color?: StatedColor }>;

interface StatedFormat {
  font: number;
  fill: number;
  border: number;
  format: number;
  alignment: Omit<CellLook, 'font' | 'fill' | 'borders' | 'numberFormat' | 'locked'>;
  locked: boolean;
}

const DEFAULT_FONT: StatedFont = {
  name: 'Calibri',
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
};

/** The many line styles of the format, as the few that a screen tells apart. */
const LINES: Record<string, BorderStyle> = {
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  double: 'double',
  hair: 'hair',
  dotted: 'dotted',
  dashed: 'dashed',
  dashDot: 'dashed',
  dashDotDot: 'dotted',
  mediumDashed: 'dashed',
  mediumDashDot: 'dashed',
  mediumDashDotDot: 'dashed',
  slantDashDot: 'dashed',
};

/** The looks of a styles part, by cell style. */
export function readStyles(bytes: Uint8Array, part: string, theme: readonly string[]): CellLook[] {
  return new StyleReader(new XmlScanner(bytes, part), theme).read();
}

export const PLAIN_LOOK: CellLook = {
  font: { name: 'Calibri', size: 11, bold: false, italic: false, underline: false, strike: false, color: null },
  fill: null,
  borders: noBorders(),
  horizontal: 'general',
  vertical: 'bottom',
  wrap: false,
  shrink: false,
  indent: 0,
  rotation: 0,
  numberFormat: 'General',
  locked: true,
};

class StyleReader {
  private readonly fonts: StatedFont[] = [];
  private readonly fills: StatedFill[] = [];
  private readonly borders: StatedBorders[] = [];
  private readonly formats: StatedFormat[] = [];
  private readonly numberFormats = new Map<number, string>();
  private readonly indexed: string[] = [];

  constructor(
    private readonly scanner: XmlScanner,
    private readonly theme: readonly string[],
  ) {}

  read(): CellLook[] {
    const { scanner } = this;
    scanner.next();
    while (scanner.nextInside(0)) {
      const section = scanner.localName();
      if (section === 'numFmts') this.children(() => this.readNumberFormat());
      else if (section === 'fonts') this.children(() => this.fonts.push(this.readFont()));
      else if (section === 'fills') this.children(() => this.fills.push(this.readFill()));
      else if (section === 'borders') this.children(() => this.borders.push(this.readBorders()));
      else if (section === 'cellXfs') this.children(() => this.readFormat());
      else if (section === 'colors') this.readIndexed();
      else scanner.skipElement();
    }
    return this.resolve();
  }

  /** Calls `read` at the open tag of each child of a section. */
  private children(read: () => void): void {
    if (this.scanner.kind !== 'open') return;
    while (this.scanner.nextInside(1)) {
      read();
      this.scanner.skipElement();
    }
  }

  private readNumberFormat(): void {
    const id = Number(this.scanner.attribute('numFmtId'));
    const code = this.scanner.attribute('formatCode');
    if (Number.isInteger(id) && code !== undefined) this.numberFormats.set(id, code);
  }

  private readFont(): StatedFont {
    const { scanner } = this;
    const font: StatedFont = { ...DEFAULT_FONT };
    this.inside(() => {
      const value = scanner.attribute('val');
      const on = value === undefined || isTrue(value);
      const name = scanner.localName();
      if (name === 'name' && value) font.name = value;
      else if (name === 'sz' && Number(value) > 0) font.size = Number(value);
      else if (name === 'b') font.bold = on;
      else if (name === 'i') font.italic = on;
      else if (name === 'strike') font.strike = on;
      else if (name === 'u') font.underline = value !== 'none';
      else if (name === 'color') font.color = readColor(scanner);
    });
    return font;
  }

  private readFill(): StatedFill {
    const { scanner } = this;
    const fill: StatedFill = { pattern: 'none' };
    this.inside(() => {
      const name = scanner.localName();
      if (name === 'patternFill') fill.pattern = scanner.attribute('patternType') ?? 'none';
      else if (name === 'gradientFill') fill.pattern = 'solid';
      else if (name === 'bgColor') fill.background = readColor(scanner);
      else if (name === 'fgColor' || name === 'color') fill.foreground ??= readColor(scanner);
    });
    return fill;
  }

  private readBorders(): StatedBorders {
    const { scanner } = this;
    const none = (): { style: BorderStyle; color?: StatedColor } => ({ style: 'none' });
    const borders: StatedBorders = { top: none(), right: none(), bottom: none(), left: none() };
    let side: Side | null = null;
    this.inside(() => {
      const name = scanner.localName();
      if (name === 'color') {
        if (side) borders[side].color = readColor(scanner);
        return;
      }
      side = sideOf(name);
      if (side) borders[side] = { style: LINES[scanner.attribute('style') ?? ''] ?? 'none' };
    });
    return borders;
  }

  private readFormat(): void {
    const { scanner } = this;
    if (!scanner.isNamed('xf')) return;
    if (this.formats.length >= WORKBOOK_LIMITS.styles)
      throw new AppError('too-many-styles', { limit: WORKBOOK_LIMITS.styles });
    const id = (name: string) => Number(scanner.attribute(name) ?? 0) || 0;
    const format: StatedFormat = {
      font: id('fontId'),
      fill: id('fillId'),
      border: id('borderId'),
      format: id('numFmtId'),
      alignment: { horizontal: 'general', vertical: 'bottom', wrap: false, shrink: false, indent: 0, rotation: 0 },
      locked: true,
    };
    this.inside(() => {
      if (scanner.isNamed('protection')) {
        const locked = scanner.attribute('locked');
        format.locked = locked === undefined || isTrue(locked);
      } else if (scanner.isNamed('alignment')) {
        const horizontal = scanner.attribute('horizontal');
        const vertical = scanner.attribute('vertical');
        format.alignment = {
          horizontal: HORIZONTAL_ALIGNMENTS.find(value => value === horizontal) ?? 'general',
          vertical: VERTICAL_ALIGNMENTS.find(value => value === vertical) ?? 'bottom',
          wrap: isTrue(scanner.attribute('wrapText')),
          shrink: isTrue(scanner.attribute('shrinkToFit')),
          indent: id('indent'),
          rotation: id('textRotation'),
        };
      }
    });
    this.formats.push(format);
  }

  private readIndexed(): void {
    this.inside(() => {
      if (!this.scanner.isNamed('rgbColor')) return;
      const color = resolveColor(readColor(this.scanner), { theme: [], indexed: [] });
      this.indexed.push(color ?? '#000000');
    });
  }

  /** Every tag below the current element, to its close tag. */
  private inside(visit: () => void): void {
    const { scanner } = this;
    const { depth, kind } = scanner;
    if (kind !== 'open') return;
    while (scanner.nextInside(depth)) visit();
  }

  private resolve(): CellLook[] {
    const palette: Palette = { theme: this.theme, indexed: this.indexed.length > 0 ? this.indexed : DEFAULT_INDEXED };
    const fonts = this.fonts.map(({ color, ...font }): FontLook => ({ ...font, color: resolveColor(color, palette) }));
    const fills = this.fills.map(fill => fillColor(fill, palette));
    const borders = this.borders.map(stated => bordersOf(stated, palette));
    return this.formats.map(({ font, fill, border, format, alignment, locked }) => ({
      font: fonts[font] ?? fonts[0] ?? PLAIN_LOOK.font,
      fill: fills[fill] ?? null,
      borders: borders[border] ?? PLAIN_LOOK.borders,
      ...alignment,
      numberFormat: formatCode(format, this.numberFormats),
      locked,
    }));
  }
}

function sideOf(name: string): Side | null {
  if (name === 'top' || name === 'bottom' || name === 'left' || name === 'right') return name;
  if (name === 'start') return 'left';
  return name === 'end' ? 'right' : null;
}

/** A hatched fill shows its background; a screen has no hatching to offer. */
function fillColor({ pattern, foreground, background }: StatedFill, palette: Palette): string | null {
  if (pattern === 'none') return null;
  return pattern === 'solid' ? resolveColor(foreground, palette) : resolveColor(background, palette);
}

function bordersOf(stated: StatedBorders, palette: Palette): CellLook['borders'] {
  const line = ({ style, color }: StatedBorders[Side]): BorderLook => ({ style, color: resolveColor(color, palette) });
  return { top: line(stated.top), right: line(stated.right), bottom: line(stated.bottom), left: line(stated.left) };
}

function noBorders(): CellLook['borders'] {
  const none = (): BorderLook => ({ style: 'none', color: null });
  return { top: none(), right: none(), bottom: none(), left: none() };
}
