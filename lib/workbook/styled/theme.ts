import { XML_HEAD } from './xml';

const COLOURS = {
  dk1: '<a:sysClr val="windowText" lastClr="000000"/>',
  lt1: '<a:sysClr val="window" lastClr="FFFFFF"/>',
  dk2: rgb('1F2A44'),
  lt2: rgb('EEF1F6'),
  accent1: rgb('1257B5'),
  accent2: rgb('C0392B'),
  accent3: rgb('2E7D32'),
  accent4: rgb('B26A00'),
  accent5: rgb('5E4B9A'),
  accent6: rgb('0F7C86'),
  hlink: rgb('1257B5'),
  folHlink: rgb('5E4B9A'),
};

const SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const NO_EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** A plain theme: black on white with the product's blue as first accent; each style list needs three entries. */
export function themeXml(): string {
  const colours = Object.entries(COLOURS).map(([name, colour]) => `<a:${name}>${colour}</a:${name}>`);
  const lines = [6350, 12700, 19050].map(width => `<a:ln w="${width}">${SOLID}<a:prstDash val="solid"/></a:ln>`);
  return (
    `${XML_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="平安填报">` +
    `<a:themeElements><a:clrScheme name="平安填报">${colours.join('')}</a:clrScheme>` +
    `<a:fontScheme name="平安填报">${fonts('majorFont', '黑体')}${fonts('minorFont', '宋体')}</a:fontScheme>` +
    `<a:fmtScheme name="平安填报"><a:fillStyleLst>${SOLID.repeat(3)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${lines.join('')}</a:lnStyleLst><a:effectStyleLst>${NO_EFFECT.repeat(3)}</a:effectStyleLst>` +
    `<a:bgFillStyleLst>${SOLID.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>` +
    '<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>'
  );
}

function rgb(value: string): string {
  return `<a:srgbClr val="${value}"/>`;
}

function fonts(tag: string, eastAsian: string): string {
  return `<a:${tag}><a:latin typeface="${eastAsian}"/><a:ea typeface="${eastAsian}"/><a:cs typeface=""/></a:${tag}>`;
}
