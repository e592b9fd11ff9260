import type { BorderLook, CellLook, FontLook } from '../../lib/model/looks';

/** Names of the fonts that offices use, each with what stands in for it where it is not installed. */
const STAND_INS: [RegExp, string][] = [
  [/仿宋|fangsong/i, '"仿宋_GB2312","仿宋","FangSong","STFangsong","Noto Serif CJK SC",serif'],
  [/楷|kai/i, '"楷体_GB2312","楷体","KaiTi","STKaiti","Noto Serif CJK SC",serif'],
  [/小标宋|方正.*宋/i, '"方正小标宋简体","方正小标宋_GBK","华文中宋","STZhongsong","SimSun","Noto Serif CJK SC",serif'],
  [/宋|simsun|song/i, '"宋体","SimSun","STSong","Noto Serif CJK SC",serif'],
  [/黑|雅黑|hei|等线|dengxian/i, '"微软雅黑","Microsoft YaHei","SimHei","Noto Sans CJK SC",sans-serif'],
];
const OTHERS = '"Microsoft YaHei","Noto Sans CJK SC",sans-serif';

export function fontFamily(name: string): string {
  const safe = name.replace(/["\\;{}<>]/g, '');
  const standIn = STAND_INS.find(([pattern]) => pattern.test(safe))?.[1] ?? OTHERS;
  return safe ? `"${safe}",${standIn}` : standIn;
}

export const POINTS_TO_PIXELS = 96 / 72;

export function fontPixels(font: FontLook, zoom: number): number {
  return Math.max(6, font.size * POINTS_TO_PIXELS * zoom);
}

/** Excel's own line pitch is about 1.28 of the size for 宋体 and its kin. */
export const LINE_HEIGHT = 1.28;

const BORDER_CSS: Record<BorderLook['style'], string> = {
  none: '',
  hair: '1px dotted',
  dotted: '1px dotted',
  dashed: '1px dashed',
  thin: '1px solid',
  medium: '2px solid',
  thick: '3px solid',
  double: '3px double',
};

const GRID_LINE = '1px solid #e1e4e8';

/** Where the file draws no line the grid's own shows, but not on a filled cell, as in Excel. */
export function borderCss(border: BorderLook, look: CellLook | undefined): string {
  if (border.style === 'none') return look?.fill ? `1px solid ${look.fill}` : GRID_LINE;
  return `${BORDER_CSS[border.style]} ${border.color ?? '#1f1f1f'}`;
}

/** The declarations that depend on the look alone; borders and sizes depend on the neighbours and are set per cell. */
export function lookCss(look: CellLook, zoom: number): string {
  const { font } = look;
  const lines = [font.underline ? 'underline' : '', font.strike ? 'line-through' : ''].filter(Boolean).join(' ');
  return [
    `font-family:${fontFamily(font.name)}`,
    `font-size:${fontPixels(font, zoom).toFixed(2)}px`,
    font.bold ? 'font-weight:700' : '',
    font.italic ? 'font-style:italic' : '',
    lines ? `text-decoration:${lines}` : '',
    font.color ? `color:${font.color}` : '',
    look.fill ? `background-color:${look.fill}` : '',
    `align-items:${VERTICAL[look.vertical]}`,
    look.wrap || look.horizontal === 'justify' || look.horizontal === 'distributed'
      ? 'white-space:pre-wrap;overflow-wrap:anywhere'
      : 'white-space:pre',
    look.rotation === 255 ? 'writing-mode:vertical-rl;text-orientation:upright' : '',
  ]
    .filter(Boolean)
    .join(';');
}

const VERTICAL: Record<CellLook['vertical'], string> = {
  top: 'flex-start',
  center: 'center',
  bottom: 'flex-end',
  justify: 'flex-start',
  distributed: 'center',
};

export type TextAlign = 'left' | 'center' | 'right' | 'justify';

/** `general` puts text left, numbers and dates right, booleans and errors in the middle. */
export function textAlign(look: CellLook, kind: string | undefined): TextAlign {
  switch (look.horizontal) {
    case 'left':
    case 'fill':
      return 'left';
    case 'center':
    case 'centerContinuous':
      return 'center';
    case 'right':
      return 'right';
    case 'justify':
    case 'distributed':
      return 'justify';
    case 'general':
      if (kind === 'number' || kind === 'date') return 'right';
      return kind === 'boolean' || kind === 'error' ? 'center' : 'left';
  }
}
