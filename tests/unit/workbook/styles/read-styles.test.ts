import { describe, expect, it } from 'vitest';
import { DEFAULT_THEME } from '../../../../lib/workbook/styles/colors';
import { PLAIN_LOOK, readStyles } from '../../../../lib/workbook/styles/read-styles';
import { readThemeColors } from '../../../../lib/workbook/styles/read-theme';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const read = (content: string, theme = DEFAULT_THEME) =>
  readStyles(new TextEncoder().encode(`<styleSheet xmlns="${MAIN}">${content}</styleSheet>`), 'xl/styles.xml', theme);
const xf = (ids: string, children = '') => `<cellXfs><xf ${ids}>${children}</xf></cellXfs>`;

describe('looks', () => {
  it('reads font, alignment, number format and protection of a style', () => {
    const [look] = read(
      '<numFmts><numFmt numFmtId="176" formatCode="0.0&quot;分&quot;"/></numFmts>' +
        '<fonts><font><b/><i val="0"/><u/><sz val="10.5"/><name val="仿宋_GB2312"/><color rgb="FFC00000"/></font></fonts>' +
        xf(
          'numFmtId="176" fontId="0" fillId="0" borderId="0"',
          '<alignment horizontal="center" vertical="top" wrapText="1" indent="2" textRotation="255" shrinkToFit="true"/><protection locked="0"/>',
        ),
    );
    expect(look).toEqual({
      font: {
        name: '仿宋_GB2312',
        size: 10.5,
        bold: true,
        italic: false,
        underline: true,
        strike: false,
        color: '#c00000',
      },
      fill: null,
      borders: PLAIN_LOOK.borders,
      horizontal: 'center',
      vertical: 'top',
      wrap: true,
      shrink: true,
      indent: 2,
      rotation: 255,
      numberFormat: '0.0"分"',
      locked: false,
    });
  });

  it('resolves theme colours with tints, palettes and automatic colours', () => {
    const fill = (color: string) =>
      `<fill><patternFill patternType="solid"><fgColor ${color}/><bgColor indexed="64"/></patternFill></fill>`;
    const colors = [
      'theme="4"',
      'theme="4" tint="0.5999938962981048"',
      'theme="0" tint="-0.1499984740745262"',
      'theme="1" tint="0.5"',
      'indexed="10"',
      'indexed="64"',
      'auto="1"',
      'rgb="00ff00"',
      'theme="99"',
    ];
    const looks = read(
      `<fills>${colors.map(fill).join('')}</fills><cellXfs>${colors.map((_, id) => `<xf fillId="${id}"/>`).join('')}</cellXfs>`,
    );
    expect(looks.map(look => look.fill)).toEqual([
      '#5b9bd5',
      '#bdd7ee',
      '#d9d9d9',
      '#808080',
      '#ff0000',
      null,
      null,
      '#00ff00',
      null,
    ]);
  });

  it('takes the file’s own palette, hatched fills by their background and gradients by their first colour', () => {
    const looks = read(
      '<fills><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="lightGrid"><fgColor indexed="0"/><bgColor rgb="FFFFFF00"/></patternFill></fill>' +
        '<fill><gradientFill><stop position="0"><color rgb="FF112233"/></stop><stop position="1"><color rgb="FFFFFFFF"/></stop></gradientFill></fill>' +
        '<fill><patternFill patternType="solid"><fgColor indexed="1"/></patternFill></fill></fills>' +
        `<cellXfs>${[0, 1, 2, 3].map(id => `<xf fillId="${id}"/>`).join('')}</cellXfs>` +
        '<colors><indexedColors><rgbColor rgb="00000000"/><rgbColor rgb="00ABCDEF"/></indexedColors></colors>',
    );
    expect(looks.map(({ fill }) => fill)).toEqual([null, '#ffff00', '#112233', '#abcdef']);
  });

  it('reads borders side by side, also by their strict names', () => {
    const [look] = read(
      '<borders><border><start style="thin"><color indexed="8"/></start><right style="mediumDashDot"/><top style="double"><color auto="1"/></top><bottom/></border></borders>' +
        xf('borderId="0"'),
    );
    expect(look!.borders).toEqual({
      left: { style: 'thin', color: '#000000' },
      right: { style: 'dashed', color: null },
      top: { style: 'double', color: null },
      bottom: { style: 'none', color: null },
    });
  });

  it('falls back where ids lead nowhere, and knows the formats that Chinese files name by number', () => {
    const looks = read(
      `<cellXfs>${[31, 57, 14, 9, 999].map(id => `<xf numFmtId="${id}" fontId="7" fillId="8" borderId="9"/>`).join('')}</cellXfs>`,
    );
    expect(looks.map(({ numberFormat }) => numberFormat)).toEqual([
      'yyyy"年"m"月"d"日"',
      'yyyy"年"m"月"',
      'yyyy/m/d',
      '0%',
      'General',
    ]);
    expect(looks[0]!.font).toEqual(PLAIN_LOOK.font);
  });

  it('reads self-closing sections and prefixed names', () => {
    const xml = `<x:styleSheet xmlns:x="${MAIN}"><x:numFmts/><x:fonts/><x:cellXfs><x:xf numFmtId="10"/></x:cellXfs></x:styleSheet>`;
    expect(
      readStyles(new TextEncoder().encode(xml), 'x', DEFAULT_THEME).map(({ numberFormat }) => numberFormat),
    ).toEqual(['0.00%']);
  });

  it('refuses more formats than any office program writes', () => {
    expect(() => read(`<cellXfs>${'<xf/>'.repeat(70_000)}</cellXfs>`)).toThrow('too-many-styles');
  });
});

describe('theme colours', () => {
  it('come in the order of theme indexes, light before dark', () => {
    const colors = 'dk1 lt1 dk2 lt2 accent1'
      .split(' ')
      .map((name, index) => `<a:${name}><a:srgbClr val="00000${index}"/></a:${name}>`);
    colors[0] = '<a:dk1><a:sysClr val="windowText" lastClr="0A0B0C"/></a:dk1>';
    const xml = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:clrScheme>${colors.join('')}</a:clrScheme></a:theme>`;
    const theme = readThemeColors(new TextEncoder().encode(xml), 'x');
    expect(theme.slice(0, 6)).toEqual(['#000001', '#0a0b0c', '#000003', '#000002', '#000004', DEFAULT_THEME[5]]);
  });
});
