import { MAIN_NAMESPACE, XML_HEAD } from './xml';

interface Font {
  name: string;
  size: number;
  /** ECMA-376 18.8.18: 0 not applicable, 1 roman, 3 modern. Offices' Chinese faces declare 3 or 0. */
  family: number;
}

interface Style {
  font: Font;
  bordered: boolean;
  horizontal: 'left' | 'center';
}

/** GB2312_CHARSET: without it old Excel picks a Latin face of the same name, or none. */
const CHARSET = 134;

/** The look of the table itself, and of the eleven-column forms, where the same sizes would not fit A4. */
export const TITLE_FONT: Font = { name: '方正小标宋简体', size: 18, family: 0 };
const HEADER_FONT: Font = { name: '黑体', size: 12, family: 3 };
const BODY_FONT: Font = { name: '仿宋_GB2312', size: 12, family: 3 };
const SMALL_HEADER_FONT: Font = { name: '黑体', size: 10, family: 3 };
const SMALL_BODY_FONT: Font = { name: '仿宋_GB2312', size: 10, family: 3 };
/** Column widths are counted in digits of this font (8 pixels each at 96 dpi). */
const NORMAL_FONT: Font = { name: '宋体', size: 11, family: 3 };

export const STYLES = {
  title: { font: TITLE_FONT, bordered: false, horizontal: 'center' },
  heading: { font: HEADER_FONT, bordered: true, horizontal: 'center' },
  text: { font: BODY_FONT, bordered: true, horizontal: 'left' },
  centered: { font: BODY_FONT, bordered: true, horizontal: 'center' },
  smallHeading: { font: SMALL_HEADER_FONT, bordered: true, horizontal: 'center' },
  smallSectionRow: { font: SMALL_HEADER_FONT, bordered: true, horizontal: 'left' },
  smallText: { font: SMALL_BODY_FONT, bordered: true, horizontal: 'left' },
  smallCentered: { font: SMALL_BODY_FONT, bordered: true, horizontal: 'center' },
  signature: { font: SMALL_BODY_FONT, bordered: false, horizontal: 'left' },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;

const NAMES = Object.keys(STYLES) as StyleName[];

/** Index into cellXfs; 0 is the plain look. */
export function styleIndex(name: StyleName): number {
  return NAMES.indexOf(name) + 1;
}

export function stylesXml(): string {
  const styles: Style[] = NAMES.map(name => STYLES[name]);
  const fonts = [NORMAL_FONT, ...new Set(styles.map(style => style.font))];
  const cellFormats = styles.map(style => {
    const border = style.bordered ? 1 : 0;
    return (
      `<xf numFmtId="0" fontId="${fonts.indexOf(style.font)}" fillId="0" borderId="${border}" xfId="0"` +
      ` applyFont="1" applyBorder="1" applyAlignment="1">` +
      `<alignment horizontal="${style.horizontal}" vertical="center" wrapText="1"/></xf>`
    );
  });
  const edge = (side: string) => `<${side} style="thin"><color indexed="64"/></${side}>`;
  return (
    `${XML_HEAD}<styleSheet xmlns="${MAIN_NAMESPACE}">` +
    list('fonts', fonts.map(fontXml)) +
    list('fills', [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
    ]) +
    list('borders', [
      '<border><left/><right/><top/><bottom/><diagonal/></border>',
      `<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border>`,
    ]) +
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf>']) +
    list('cellXfs', [
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment vertical="center"/></xf>',
      ...cellFormats,
    ]) +
    list('cellStyles', ['<cellStyle name="常规" xfId="0" builtinId="0"/>']) +
    '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
    '</styleSheet>'
  );
}

function fontXml(font: Font): string {
  return (
    `<font><sz val="${font.size}"/><color theme="1"/><name val="${font.name}"/>` +
    `<family val="${font.family}"/><charset val="${CHARSET}"/></font>`
  );
}

function list(tag: string, entries: string[]): string {
  return `<${tag} count="${entries.length}">${entries.join('')}</${tag}>`;
}
