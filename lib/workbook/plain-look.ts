import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CellValue } from '../model/cells';

/** How many rows stand above a list's lines: its headings, and a title above them where the first row is one text alone. */
export function headRows(rows: readonly (readonly CellValue[])[]): number {
  return rows.length > 1 && rows[0]!.length === 1 && rows[1]!.length > 1 ? 2 : 1;
}

const LOOK = { line: 1, title: 2, heading: 3 } as const;

const SIDES = ['left', 'right', 'top', 'bottom'].map(side => `<${side} style="thin"><color rgb="FF8C8C8C"/></${side}>`);

const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3">${[
  '<sz val="11"/>',
  '<b/><sz val="14"/>',
  '<b/><sz val="11"/>',
]
  .map(size => `<font>${size}<name val="宋体"/><charset val="134"/></font>`)
  .join(
    '',
  )}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EDF5"/></patternFill></fill></fills><borders count="2"><border/><border>${SIDES.join('')}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">${[
  '<xf xfId="0"/>',
  '<xf xfId="0" borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf xfId="0" fontId="1" applyFont="1"/>',
  '<xf xfId="0" fontId="2" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>',
].join('')}</cellXfs></styleSheet>`;

interface ListSheet {
  rows: readonly (readonly CellValue[])[];
  widths?: readonly number[];
}

/**
 * The library writes values only. A list that is handed in is read and printed: lines wrapped and ruled, headings that stay in
 * sight, as wide as an A4 page on its side.
 */
export function dressAsLists(bytes: Uint8Array, sheets: readonly ListSheet[]): Uint8Array {
  const parts = unzipSync(bytes);
  parts['xl/styles.xml'] = strToU8(STYLES);
  for (const [index, sheet] of sheets.entries()) {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    parts[name] = strToU8(dressedSheet(strFromU8(parts[name]!), sheet));
  }
  return zipSync(parts);
}

function dressedSheet(xml: string, { rows, widths = [] }: ListSheet): string {
  const head = headRows(rows);
  const pane = `<pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/>`;
  return xml
    .replace(/<c r="([A-Z]+)(\d+)"/g, (cell, _, row: string) => `${cell} s="${lookOf(Number(row), head)}"`)
    .replace(/<row r="(\d+)"/g, (row, r: string) =>
      Number(r) > head ? `${row} ht="${rowHeight(rows[Number(r) - 1]!, widths)}"` : row,
    )
    .replace(/<dimension /, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>$&')
    .replace(/(<sheetView [^>]*)\/>/, `$1>${pane}</sheetView>`)
    .replace(
      '</sheetData>',
      '$&<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    );
}

function lookOf(row: number, head: number): number {
  if (row > head) return LOOK.line;
  return row === head ? LOOK.heading : LOOK.title;
}

const LINE_POINTS = 15;
const TALLEST_ROW = 409;

/** For programs that do not fit wrapped rows on their own. */
function rowHeight(row: readonly CellValue[], widths: readonly number[]): number {
  const lines = row.map((value, column) =>
    String(value ?? '')
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / (widths[column] ?? 8))), 0),
  );
  return Math.min(TALLEST_ROW, Math.max(1, ...lines) * LINE_POINTS);
}

/** A Chinese character is two columns wide. */
function columnsOf(line: string): number {
  let columns = 0;
  for (const letter of line) columns += letter > '\u2000' ? 2 : 1;
  return columns;
}
