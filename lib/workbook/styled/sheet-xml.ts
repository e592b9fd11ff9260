import { columnName, formatAddress, formatRange } from '../../model/address';
import { MARGINS, type PlannedValue, type SheetPlan } from '../../model/sheet-plan';
import type { SharedStrings } from './shared-strings';
import { styleIndex } from './styles-xml';
import { escapeXml, MAIN_NAMESPACE, RELATIONSHIPS_NAMESPACE, XML_HEAD } from './xml';

const FOOTER = '&C&"仿宋_GB2312,常规"&10第 &P 页 / 共 &N 页';
const A4 = 9;

export function sheetXml(plan: SheetPlan, strings: SharedStrings): string {
  const lastCell = formatAddress({ row: plan.rows.length - 1, column: plan.columnWidths.length - 1 });
  const below = plan.headerRow + 1;
  const firstAnswer = formatAddress({ row: below, column: 0 });
  return (
    `${XML_HEAD}<worksheet xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONSHIPS_NAMESPACE}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:${lastCell}"/>` +
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0">' +
    `<pane ySplit="${below}" topLeftCell="${firstAnswer}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${firstAnswer}" sqref="${firstAnswer}"/>` +
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.25"/>' +
    `<cols>${plan.columnWidths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${plan.rows.map((_, row) => rowXml(plan, row, strings)).join('')}</sheetData>` +
    `<mergeCells count="${plan.merges.length}">${plan.merges.map(range => `<mergeCell ref="${formatRange(range)}"/>`).join('')}</mergeCells>` +
    validationsXml(plan) +
    '<printOptions horizontalCentered="1"/>' +
    `<pageMargins left="${MARGINS.left}" right="${MARGINS.right}" top="${MARGINS.top}" bottom="${MARGINS.bottom}" header="${MARGINS.header}" footer="${MARGINS.footer}"/>` +
    `<pageSetup paperSize="${A4}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${escapeXml(FOOTER)}</oddFooter></headerFooter>` +
    rowBreaksXml(plan) +
    '</worksheet>'
  );
}

function rowXml(plan: SheetPlan, row: number, strings: SharedStrings): string {
  const { height, cells } = plan.rows[row]!;
  const body = cells.map(({ value, style }, column) =>
    cellXml(formatAddress({ row, column }), styleIndex(style), value, strings),
  );
  return `<row r="${row + 1}" spans="1:${cells.length}" ht="${height}" customHeight="1">${body.join('')}</row>`;
}

function cellXml(address: string, style: number, value: PlannedValue, strings: SharedStrings): string {
  const open = `<c r="${address}" s="${style}"`;
  if (value === null) return `${open}/>`;
  if ('text' in value) return `${open} t="s"><v>${strings.indexOf(value.text)}</v></c>`;
  if ('number' in value) return `${open}><v>${value.number}</v></c>`;
  return `${open}><f>${escapeXml(value.formula)}</f><v>${value.result}</v></c>`;
}

function validationsXml({ scoreLimits }: SheetPlan): string {
  if (scoreLimits.length === 0) return '';
  const rules = scoreLimits.map(
    ({ cells, limit }) =>
      '<dataValidation type="decimal" allowBlank="1" showErrorMessage="1" errorTitle="自评分" ' +
      `error="自评分应在0分与本项权重分值之间。" sqref="${cells}"><formula1>0</formula1><formula2>${limit}</formula2></dataValidation>`,
  );
  return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function rowBreaksXml({ pageStarts }: SheetPlan): string {
  if (pageStarts.length === 0) return '';
  const breaks = pageStarts.map(row => `<brk id="${row}" max="16383" man="1"/>`);
  return `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join('')}</rowBreaks>`;
}

/** Print_Area and Print_Titles: absolute references on the sheet itself. */
export function definedNamesXml(plan: SheetPlan): string {
  const sheet = `'${plan.name.replace(/'/g, "''")}'`;
  const area = `${sheet}!$A$1:$${columnName(plan.columnWidths.length - 1)}$${plan.rows.length}`;
  const header = `${sheet}!$${plan.headerRow + 1}:$${plan.headerRow + 1}`;
  return (
    `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${escapeXml(area)}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${escapeXml(header)}</definedName></definedNames>`
  );
}
