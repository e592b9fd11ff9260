import { type Font, STYLES, type Style, type StyleName } from '../../model/form-styles';
import { MAIN_NAMESPACE, XML_HEAD } from './xml';

/** GB2312_CHARSET: without it old Excel picks a Latin face of the same name, or none. */
const CHARSET = 134;

/** Column widths are counted in digits of this font (8 pixels each at 96 dpi). */
const NORMAL_FONT: Font = { name: '宋体', size: 11, family: 3 };

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
