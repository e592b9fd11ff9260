import type { XmlScanner } from '../xml/xml-scanner';

/** A colour as a file states it, before theme and palette are known. */
export interface StatedColor {
  rgb?: string;
  theme?: number;
  indexed?: number;
  tint: number;
}

/** What colours refer to. */
export interface Palette {
  /** In the order of theme indexes: light 1, dark 1, light 2, dark 2, accents 1–6, links. */
  theme: readonly string[];
  indexed: readonly string[];
}

/** Excel's palette of 1997 from place 8 on; places 0–7 repeat 8–15. */
const INDEXED_FROM_8 =
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 ' +
  '9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff ' +
  '00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333';

const FROM_8 = INDEXED_FROM_8.split(' ').map(rgb => `#${rgb}`);
export const DEFAULT_INDEXED: readonly string[] = [...FROM_8.slice(0, 8), ...FROM_8];

/** For packages without a theme part: the colours of Office 2013. */
export const DEFAULT_THEME: readonly string[] =
  '#ffffff #000000 #e7e6e6 #44546a #5b9bd5 #ed7d31 #a5a5a5 #ffc000 #4472c4 #70ad47 #0563c1 #954f72'.split(' ');

export function readColor(scanner: XmlScanner): StatedColor {
  const number = (name: string) => {
    const value = scanner.attribute(name);
    return value === undefined || value.trim() === '' || Number.isNaN(Number(value)) ? undefined : Number(value);
  };
  const color: StatedColor = { tint: number('tint') ?? 0 };
  const rgb = scanner.attribute('rgb');
  const theme = number('theme');
  const indexed = number('indexed');
  if (rgb !== undefined) color.rgb = rgb;
  if (theme !== undefined) color.theme = theme;
  if (indexed !== undefined) color.indexed = indexed;
  return color;
}

/** "#rrggbb"; null for automatic, for the system's own colours (indexed 64, 65) and for what cannot be read. */
export function resolveColor(color: StatedColor | undefined, palette: Palette): string | null {
  if (!color) return null;
  const base = baseColor(color, palette);
  return base === null || color.tint === 0 ? base : tinted(base, color.tint);
}

function baseColor({ rgb, theme, indexed }: StatedColor, palette: Palette): string | null {
  if (rgb !== undefined) {
    const digits = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(rgb)?.[1];
    return digits === undefined ? null : `#${digits.toLowerCase()}`;
  }
  if (theme !== undefined) return palette.theme[theme] ?? null;
  return indexed === undefined ? null : (palette.indexed[indexed] ?? null);
}

/** Lighter (tint > 0) or darker by a share of the lightness (ECMA-376 part 1, 18.8.19). */
function tinted(color: string, tint: number): string {
  const [red, green, blue] = [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  const lightness = (max + min) / 2;
  const spread = max - min;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const share = Math.max(-1, Math.min(1, tint));
  const target = share < 0 ? lightness * (1 + share) : lightness * (1 - share) + share;
  const chroma = (1 - Math.abs(2 * target - 1)) * saturation;
  const channel = (value: number) => {
    const place = spread === 0 ? 0 : (value - min) / spread;
    const shown = target - chroma / 2 + place * chroma;
    return Math.round(Math.max(0, Math.min(1, shown)) * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(red)}${channel(green)}${channel(blue)}`;
}
