import { formatAddress } from '../model/address';
import { lastIndexWhere, lastOf, lastWhere } from '../model/last';
import type { Indicator, RecognisedTable, Section, SourcedText } from '../model/table';
import { cleanText, foldWidth, matchKey } from '../model/text';
import { groupRows, numberIndicators, type SectionRows, sectionCell } from './build-sections';
import { chineseNumber } from './chinese-number';
import type { HeaderBlock } from './find-headers';
import { type DraftIndicator, readIndicator } from './indicator';
import type { SheetView } from './sheet-view';
import { type BodyRow, readBody } from './table-body';
import { type TableColumns, tableColumns } from './table-columns';
import { indicatorScales, sectionWeights } from './table-weights';
import type { TitleArea } from './title';
import { readTotals } from './totals';

export interface TablePlace {
  view: SheetView;
  block: HeaderBlock;
  /** Last row that may belong to the table. */
  end: number;
  kind: RecognisedTable['kind'];
}

/** Reads the rows below a header into sections and indicators. */
export function assembleTable(place: TablePlace, title: TitleArea, columns: TableColumns): RecognisedTable {
  const { view, block, end } = place;
  const rows = columns.byRole.has('content') ? readBody(view, block, end, columns, title.keys) : [];
  const totals = readTotals(view, rows, columns);
  const declared =
    title.total ?? lastWhere(totals, total => total.kind === 'total' && total.value !== null)?.value ?? null;
  const groups = groupRows(view, rows, columns.byRole);
  const year = title.year ?? yearOfDeadlines(view, groups, columns);
  const weights = sectionWeights(view, groups, columns, declared);
  const scales = indicatorScales(view, groups, columns, declared, weights);
  const context = { view, columns: columns.byRole, year, deadlines: new Map() };
  const sections = groups.map((group, i) =>
    buildSection(
      group,
      i,
      group.indicators.map(indicator => readIndicator(indicator, { ...context, scale: scales[i]! })),
      weights[i] ?? null,
      printedSectionNumber(view, group, columns),
    ),
  );
  for (const total of totals)
    total.section = total.kind === 'subtotal' ? sectionAbove(sections, groups, total.row) : null;
  const lastRow = lastOf(rows)?.row ?? block.bottom;
  return {
    sheet: view.grid.name,
    ordinal: 0,
    ...(place.kind ? { kind: place.kind } : {}),
    range: { top: block.top, left: block.left, bottom: lastRow, right: block.right },
    title: title.title,
    year,
    unit: title.unit,
    total: declared,
    headerRows: rowNumbers(block.top, block.bottom),
    repeatedHeaderRows: rows.filter(row => row.kind === 'header').map(row => row.row + 1),
    columns: tableColumns(columns.drafts),
    sections,
    notes: [...title.notes.flatMap(note => sourced(view, note)), ...texts(view, rows, 'note')],
    totals: totals.map(({ row: _, ...total }) => total),
    signatures: texts(view, rows, 'signature'),
  };
}

/** "一" in a 序号 column on the section's left. */
function printedSectionNumber(view: SheetView, group: SectionRows, columns: TableColumns): string | null {
  if (group.header.number !== null || !group.place) return group.header.number;
  const { row, column } = group.place;
  const sequence = columns.drafts.find(draft => draft.role === 'sequence' && draft.column < column);
  const ofItems = sequence === columns.byRole.get('sequence');
  const mark = sequence ? cleanText(view.cell(row, sequence.column)?.text ?? '').replace(/[、.．（）()]/g, '') : '';
  return mark !== '' && (!ofItems || chineseNumber(mark) !== null) ? mark : null;
}

function buildSection(
  group: SectionRows,
  i: number,
  drafts: readonly DraftIndicator[],
  weight: number | null,
  number: string | null,
): Section {
  const code = String(i + 1);
  const numbers = numberIndicators(drafts.map(draft => draft.printed));
  const indicators: Indicator[] = drafts.map((draft, n) => ({
    code: `${code}.${numbers[n]}`,
    number: numbers[n]!,
    ...draft.indicator,
  }));
  return {
    code,
    number,
    name: group.header.name,
    text: group.text,
    weight,
    cell: sectionCell(group, indicators[0]),
    confidence: group.place ? 0.95 : 0.6,
    indicators,
  };
}

/** A table that names no year in its title is of the year most of its deadlines name. */
function yearOfDeadlines(view: SheetView, groups: readonly SectionRows[], columns: TableColumns): number | null {
  const column = columns.byRole.get('deadline');
  if (!column) return null;
  const votes = new Map<number, number>();
  for (const { first } of groups.flatMap(group => group.indicators).slice(0, 500)) {
    const cell = view.shown(first, column.column);
    const match = /^(20\d\d)/.exec(cell?.iso ?? '') ?? /(20\d\d)\s*[年./-]/.exec(foldWidth(cell?.text ?? ''));
    if (match) votes.set(Number(match[1]), (votes.get(Number(match[1])) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function sectionAbove(sections: readonly Section[], groups: readonly SectionRows[], row: number): string | null {
  const index = lastIndexWhere(groups, group => group.row < row);
  return sections[index]?.code ?? null;
}

function texts(view: SheetView, rows: readonly BodyRow[], kind: 'note' | 'signature'): SourcedText[] {
  return rows.flatMap(row => (row.kind === kind && 'columns' in row ? sourced(view, row) : []));
}

function sourced(view: SheetView, { row, columns }: { row: number; columns: readonly number[] }): SourcedText[] {
  return columns
    .map(column => ({ cell: formatAddress({ row, column }), text: view.cell(row, column)!.text }))
    .filter(text => matchKey(text.text) !== '');
}

function rowNumbers(top: number, bottom: number): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i + 1);
}
