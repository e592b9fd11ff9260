import { strToU8, zipSync } from 'fflate';
import type { SheetPlan } from '../../model/sheet-plan';
import { SharedStrings } from './shared-strings';
import { definedNamesXml, sheetXml } from './sheet-xml';
import { stylesXml } from './styles-xml';
import { themeXml } from './theme';
import { escapeXml, MAIN_NAMESPACE, RELATIONSHIPS_NAMESPACE, XML_HEAD } from './xml';

const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE = 'application/vnd.openxmlformats-package';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MAKER = '平安填报助手';

const CONTENT_TYPES = {
  '/xl/workbook.xml': `${OFFICE}.sheet.main+xml`,
  '/xl/worksheets/sheet1.xml': `${OFFICE}.worksheet+xml`,
  '/xl/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
  '/xl/styles.xml': `${OFFICE}.styles+xml`,
  '/xl/sharedStrings.xml': `${OFFICE}.sharedStrings+xml`,
  '/docProps/core.xml': `${PACKAGE}.core-properties+xml`,
  '/docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
};

/**
 * One sheet as an .xlsx package. The same plan gives the same bytes anywhere: `date` (YYYY-MM-DD) stands for every time
 * stamp, and the zip's local time is built from local parts, so that the time zone does not show.
 */
export function writeStyledWorkbook(plan: SheetPlan, date: string): Uint8Array {
  const strings = new SharedStrings();
  const sheet = sheetXml(plan, strings);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypesXml(),
    '_rels/.rels': relationshipsXml([
      [`${RELATIONSHIPS_NAMESPACE}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE_RELATIONSHIPS}/metadata/core-properties`, 'docProps/core.xml'],
      [`${RELATIONSHIPS_NAMESPACE}/extended-properties`, 'docProps/app.xml'],
    ]),
    'docProps/app.xml': appXml(),
    'docProps/core.xml': coreXml(plan.title, date),
    'xl/workbook.xml': workbookXml(plan),
    'xl/_rels/workbook.xml.rels': relationshipsXml(
      ['worksheets/sheet1', 'theme/theme1', 'styles', 'sharedStrings'].map(part => [
        `${RELATIONSHIPS_NAMESPACE}/${part.replace(/s?\/.*/, '')}`,
        `${part}.xml`,
      ]),
    ),
    'xl/worksheets/sheet1.xml': sheet,
    'xl/theme/theme1.xml': themeXml(),
    'xl/styles.xml': stylesXml(),
    'xl/sharedStrings.xml': strings.xml(),
  };
  const [year, month, day] = date.split('-').map(Number);
  const mtime = new Date(year!, month! - 1, day!, 9);
  const entries = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime });
}

function contentTypesXml(): string {
  const overrides = Object.entries(CONTENT_TYPES).map(
    ([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`,
  );
  return (
    `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    `<Default Extension="rels" ContentType="${PACKAGE}.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

function relationshipsXml(targets: string[][]): string {
  const relationships = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${relationships.join('')}</Relationships>`;
}

function workbookXml(plan: SheetPlan): string {
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONSHIPS_NAMESPACE}">` +
    '<workbookPr defaultThemeVersion="124226"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>' +
    `<sheets><sheet name="${escapeXml(plan.name)}" sheetId="1" r:id="rId1"/></sheets>` +
    `${definedNamesXml(plan)}<calcPr calcId="144525"/></workbook>`
  );
}

function appXml(): string {
  return (
    `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
    `<Application>${MAKER}</Application></Properties>`
  );
}

function coreXml(title: string, date: string): string {
  const stamp = (tag: string) => `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${tag}>`;
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE_RELATIONSHIPS.replace('relationships', 'metadata/core-properties')}"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${MAKER}</dc:creator><cp:lastModifiedBy>${MAKER}</cp:lastModifiedBy>` +
    `${stamp('created')}${stamp('modified')}</cp:coreProperties>`
  );
}
